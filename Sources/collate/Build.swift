import ArgumentParser
import Pages

/// The `collate build` command.
struct Build: Command {
  static let configuration = CommandConfiguration(
    abstract: "Builds the site and publishes it.",
    discussion: """
      Nothing is written while there is an error in the content or in a template. \
      Files that are already as they should be are not touched, pages whose source is \
      gone are removed, and files that Collate did not write stay: CNAME, .well-known \
      and the like.

        collate build                      from the current folder into Public
        collate build --site docs          from docs into docs/Public
        collate build --output /srv/www    into a folder of your choice
        collate build --strict             not as long as there are warnings
        collate build --watch              and again at every change, until Ctrl-C
        collate build --shard 2/3          the second of three parts, for a job of its own
        collate build --base-url https://example.org/
                                           with canonical links and a sitemap

      The last line says how many pages the site has, and how many files of any kind \
      were written, unchanged and removed.
      """)

  @OptionGroup var options: SharedOptions

  @Flag(help: "Overwrite files in the output that Collate did not write, where pages belong.")
  var adopt = false

  @Option(
    help: ArgumentHelp("Write one of n equal parts of the site alone, such as 2/3.", valueName: "i/n"))
  var shard: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Remember builds in .collate, so that the next makes only the pages that change.")
  var cache = true

  @Flag(help: "Build again at every change of the content or the templates.")
  var watch = false

  @Flag(help: "With --watch: look at the files now and then, where the system does not tell of changes.")
  var poll = false

  func validate() throws {
    if let shard, Shard(shard) == nil {
      throw ValidationError(
        "--shard must be one of n parts, counted from 1, such as 2/3, not \"\(shard)\"")
    }
    if poll, !watch { throw ValidationError("--poll goes with --watch") }
  }

  func run(in session: Session) async -> ExitStatus {
    let site = SiteRun(options: options, session: session)
    let purpose = SiteRun.Purpose.publishing(
      overwritesForeignFiles: adopt, part: shard.flatMap { Shard($0) }, remembers: cache)
    return watch ? await site.watch(purpose, polls: poll) : await site.run(purpose)
  }
}

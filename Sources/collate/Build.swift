import ArgumentParser

/// `collate build`
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
        collate build --base-url https://example.org/
                                           with canonical links and a sitemap

      The last line says how many pages the site has, and how many files of any kind \
      were written, unchanged and removed.
      """)

  @OptionGroup var options: SharedOptions

  @Flag(help: "Overwrite files in the output that Collate did not write, where pages belong.")
  var adopt = false

  @Flag(help: "Build again at every change of the content or the templates.")
  var watch = false

  @Flag(help: "With --watch: look at the files now and then, where the system does not tell of changes.")
  var poll = false

  func validate() throws {
    if poll, !watch { throw ValidationError("--poll goes with --watch") }
  }

  func run(in session: Session) async -> ExitStatus {
    let site = SiteRun(options: options, session: session)
    return watch ? await site.watch(adopts: adopt, polls: poll) : await site.run(.publishing(adopts: adopt))
  }
}

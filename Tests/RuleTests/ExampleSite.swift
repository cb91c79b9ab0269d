import Comparison
import Diagnostics
import Importing
import Pages

/// The small site that the examples of rules are parts of.
struct ExampleSite {
  private var memory = SiteCache()

  private static let item = "Content/frameworks/django.md"
  private static let settings = "Content/site.yml"

  private static let files = [
    "Content/frameworks/flask.md": "---\nname: Flask\n---\n",
    "Content/frameworks/pyramid.md": "---\nname: Pyramid\n---\n",
    "Content/frameworks/bottle.md": "---\nname: Bottle\ndraft: true\n---\n",
    "Content/criteria/speed.md": "---\nname: Speed\n---\n",
    "Content/criteria/language.md":
      "---\nname: Language\ntype: choice\nvalues: { python: Python, ruby: Ruby }\n---\n",
    "Content/criteria/licence.md": "---\nname: Licence\ntype: text\n---\n",
    "Content/criteria/async.md": "---\nname: Asynchronous\ntype: boolean\n---\n",
    "Content/criteria/release.md": "---\nname: Latest release\ntype: text\nmax-age: 365\n---\n",
    "Content/criteria/databases.md": "---\nname: Databases\ntype: list\n---\n",
    "Content/criteria/memory-size.md": "---\nname: Size\ngroup: Memory\ntype: number\n---\n",
    "Content/criteria/package-size.md": "---\nname: Size\ngroup: Package\ntype: number\n---\n",
    "Content/use-cases/prototypes.md": "---\nname: Prototypes\nneeds: [speed]\n---\n",
    "Content/comparisons/small.md": "---\nname: Small frameworks\nitems: [flask, pyramid]\n---\n",
    "Content/sources/review.md": "---\nname: A review\n---\n",
    "Content/sources/survey.md": "---\nname: A survey\n---\n",
    "Content/images/logo.png": "a picture",
  ]

  private static let configuration = [
    "title": "Web frameworks",
    "as-of": "2026-06-01",
    "items": "{ folder: frameworks, one: framework, many: frameworks }",
  ]

  /// What is told of the site with the lines of an example in it, or of their import.
  mutating func diagnostics(
    _ text: String, at place: Diagnostic.Rule.Example.Place
  ) async -> [Diagnostic] {
    var files = Self.files
    files[Self.item] = "---\nname: Django\n---\n"
    files[Self.settings] = Self.settings(with: "")
    switch place {
    case .body: files[Self.item, default: ""] += "\n" + text
    case .frontMatter: files[Self.item] = "---\nname: Django\n\(text)---\n"
    case .settings: files[Self.settings] = Self.settings(with: text)
    case .file(let path): files[path] = text
    case .imported(let path, let options): return await Self.importing(text, path, options)
    case .situation: return []
    }
    return await memory.makeSite(from: Self.tree(files), options: BuildOptions(jobs: 1)).1
  }

  private static func settings(with lines: String) -> String {
    let given = Set(lines.split(separator: "\n").map { String($0.prefix { $0 != ":" }) })
    let rest = configuration.filter { !given.contains($0.key) }.sorted { $0.key < $1.key }
    return rest.map { "\($0.key): \($0.value)\n" }.joined() + lines
  }

  private static func tree(_ files: [String: String]) -> SourceTree {
    var tree = SourceTree()
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let source = SourceText(path: path, text)
      switch path.split(separator: ".").last {
      case "yml" where path == settings: tree.configuration = source
      case "md": tree.documents.append(source)
      case "html", "yml": tree.templates.append(source)
      case _ where path.hasPrefix("Templates/"): tree.themeFiles.append((path, Array(text.utf8)))
      default: tree.otherFiles.append(.init(path: path))
      }
    }
    return tree
  }

  private static func importing(_ text: String, _ path: String, _ arguments: [String]) async -> [Diagnostic] {
    var options = ImportOptions()
    if arguments.first == "--skip" { options.skipped = Array(arguments.dropFirst()) }
    let (site, _) = await readDocuments(tree([settings: settings(with: "")]), jobs: 1)
    return planImport(SourceText(path: path, text), into: site, options: options).1
  }
}

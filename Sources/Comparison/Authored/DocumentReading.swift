package import Diagnostics
import MarkdownParsing

/// One parsed Markdown file, before it is known what its front matter means.
struct ParsedFile: Sendable {
  var source: SourceText
  var mapping: YAMLMapping?
  var body: MarkdownDocument
  var diagnostics: [Diagnostic]

  init(_ source: SourceText, allowsRawHTML: Bool) {
    let (frontMatter, matterProblems) = parseFrontMatter(of: source)
    let (body, bodyProblems) = parseMarkdown(
      source, body: frontMatter.body, options: MarkdownOptions(allowsRawHTML: allowsRawHTML))
    self.source = source
    self.mapping = frontMatter.mapping
    self.body = body
    diagnostics = matterProblems + bodyProblems
  }

  /// Where something that is missing is reported: the first line.
  var top: SourceRange { source.range(source.lineRange(0)) }
}

/// Which kind of document a path below `Content` holds.
enum DocumentKind: Sendable {
  case item, criterion, useCase, source, matrix, page

  init(location: String, itemFolder: String) {
    let parts = RelativePath.components(location)
    guard parts.count == 2, parts[1] != "index" else {
      self = .page
      return
    }
    switch parts[0] {
    case itemFolder: self = .item
    case "criteria": self = .criterion
    case "use-cases": self = .useCase
    case "sources": self = .source
    case "matrices": self = .matrix
    default: self = .page
    }
  }
}

/// Parses every document; `jobs` of them at a time. The result depends on the tree alone.
package func readDocuments(_ tree: SourceTree, jobs: Int) async -> (AuthoredSite, [Diagnostic]) {
  let (configuration, problems) = SiteConfiguration.reading(tree.configuration)
  let files = await parse(tree.documents, allowsRawHTML: configuration.allowsRawHTML, jobs: max(1, jobs))
  var site = AuthoredSite()
  site.configuration = configuration
  site.otherFiles = tree.otherFiles
  var diagnostics = problems
  for file in files {
    diagnostics += file.diagnostics
    diagnostics += site.add(file)
  }
  return (site, diagnostics)
}

private func parse(_ documents: [SourceText], allowsRawHTML: Bool, jobs: Int) async -> [ParsedFile] {
  if jobs == 1 || documents.count < 2 {
    return documents.map { ParsedFile($0, allowsRawHTML: allowsRawHTML) }
  }
  let width = documents.count / min(jobs, documents.count) + 1
  return await withTaskGroup(of: (Int, [ParsedFile]).self) { group in
    for start in stride(from: 0, to: documents.count, by: width) {
      let part = documents[start..<min(start + width, documents.count)]
      group.addTask { (start, part.map { ParsedFile($0, allowsRawHTML: allowsRawHTML) }) }
    }
    var parts: [(Int, [ParsedFile])] = []
    for await part in group { parts.append(part) }
    return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
  }
}

extension AuthoredSite {
  /// Adds a parsed file as the kind of document that its path makes it.
  mutating func add(_ file: ParsedFile) -> [Diagnostic] {
    let location = Self.location(of: file.source.path)
    let kind = DocumentKind(location: location, itemFolder: configuration.items.folder)
    switch kind {
    case .item: return add(file, location, "an item", to: \.items) { ItemHeader(&$0) }
    case .criterion: return add(file, location, "a criterion", to: \.criteria) { CriterionHeader(&$0) }
    case .useCase: return add(file, location, "a use case", to: \.useCases) { UseCaseHeader(&$0) }
    case .source: return add(file, location, "a source", to: \.sources) { SourceHeader(&$0) }
    case .matrix: return add(file, location, "a matrix", to: \.matrices) { MatrixHeader(&$0) }
    case .page: return add(file, location, "a page", to: \.pages) { PageHeader(&$0) }
    }
  }

  /// What an ordinary page has no use for, and the folder in which it would: most likely the document lies in the wrong one.
  private var keysOfOtherKinds: [String: String] {
    let items =
      "an item has it, which stands in Content/\(configuration.items.folder) (`items: { folder: … }` in site.yml)"
    let criterion = "a criterion has it, which stands in Content/criteria"
    let source = "a source has it, which stands in Content/sources"
    return [
      "facts": items, "related": items, "website": items, "logo": items,
      "type": criterion, "unit": criterion, "values": criterion, "better": criterion,
      "needs": "a use case has it, which stands in Content/use-cases",
      "publisher": source, "short": source, "ranking": source,
      "rows": "a matrix has it, which stands in Content/matrices",
    ]
  }

  /// The path below `Content` without `.md`.
  static func location(of path: String) -> String {
    let location = RelativePath.belowContent(path) ?? path
    return location.hasSuffix(".md") ? String(location.dropLast(".md".count)) : location
  }

  private mutating func add<Header>(
    _ file: ParsedFile, _ location: String, _ owner: String,
    to list: WritableKeyPath<AuthoredSite, [AuthoredDocument<Header>]>,
    header read: (inout FrontMatterReader) -> Header
  ) -> [Diagnostic] {
    var reader = FrontMatterReader(file.mapping, owner: owner, place: file.top)
    reader.isDamaged = file.mapping == nil && file.diagnostics.hasErrors
    if list == \AuthoredSite.pages { reader.strayKeys = keysOfOtherKinds }
    let (slug, common) = CommonHeader.reading(&reader, location: location, file: file)
    let header = read(&reader)
    let diagnostics = reader.finish()
    if common.isDraft {
      // A draft is left out, but what is wrong in it is worth knowing before it is published.
      drafts.insert(file.source.path)
    } else {
      self[keyPath: list].append(
        AuthoredDocument(source: file.source, slug: slug, common: common, header: header, body: file.body))
    }
    return diagnostics
  }
}

extension CommonHeader {
  /// Reads the keys of every document; a document without a usable name or slug gets one, after the error is reported.
  static func reading(
    _ reader: inout FrontMatterReader, location: String, file: ParsedFile
  ) -> (Ranged<String>, CommonHeader) {
    let last = RelativePath.components(location).last ?? location
    let isIndex = last == "index"
    let name = reader.requiredText("name") ?? Ranged(last, at: file.top)
    var header = CommonHeader(name: name)
    header.summary = reader.text("summary")?.value
    header.isDraft = reader.boolean("draft") ?? false
    header.redirectFrom = reader.texts("redirect-from")
    if let extra = reader.mapping("extra") {
      for entry in extra.entries {
        guard case .scalar(let text, _) = entry.value.kind else {
          reader.wrongType(entry.key.value, "below \"extra\" takes text", entry.value)
          continue
        }
        header.extra.append((entry.key.value, text))
      }
    }
    let written = reader.text("slug")
    if isIndex, let written {
      reader.report(
        .init(
          .warning, "unused-slug", "an index stands at its folder's address, whatever its slug",
          at: written.range,
          help: "rename the folder, and remove `slug:`"))
    }
    let slug = written ?? Ranged(last, at: file.top)
    if !isIndex, let problem = Slug.problem(in: slug.value) {
      let derived = Slug.derived(from: slug.value)?.text
      reader.report(
        .init(
          .error, "wrong-slug", "\"\(slug.value)\" is no slug: \(problem)", at: slug.range,
          suggestion: derived,
          help: written == nil ? "rename the file, or give it a `slug:`" : nil))
    }
    return (slug, header)
  }
}

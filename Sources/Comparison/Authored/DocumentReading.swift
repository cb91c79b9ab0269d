package import Diagnostics
import MarkdownParsing

/// A parsed Markdown file whose front matter has not been interpreted.
struct ParsedFile: Sendable {
  var source: SourceText
  var mapping: YAMLMapping?
  var body: MarkdownDocument
  /// The offset in the source at which the body begins.
  var bodyStart: Int
  var diagnostics: [Diagnostic]

  init(_ source: SourceText, allowsRawHTML: Bool) {
    let (frontMatter, matterProblems) = parseFrontMatter(of: source)
    let (body, bodyProblems) = parseMarkdown(
      source, body: frontMatter.body, options: MarkdownOptions(allowsRawHTML: allowsRawHTML))
    self.source = source
    self.mapping = frontMatter.mapping
    self.body = body
    bodyStart = frontMatter.body.lowerBound
    diagnostics = matterProblems + bodyProblems
  }

  /// The range of the first line, where a missing key is reported.
  var top: SourceRange { source.range(source.lineRange(0)) }
}

/// The kind of a document, determined by its path below `Content`.
package enum DocumentKind: Sendable, Hashable {
  case item, criterion, useCase, source, matrix, comparison, page

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
    case "comparisons": self = .comparison
    default: self = .page
    }
  }
}

/// Parses all documents of a site, with up to `jobs` concurrent tasks; the result does not depend on their number.
package func readDocuments(_ tree: SourceTree, jobs: Int) async -> (AuthoredSite, [Diagnostic]) {
  let (configuration, problems) = SiteConfiguration.reading(tree.configuration)
  let read = await read(tree.documents, configuration, jobs: jobs)
  return gather(read, tree, configuration, problems)
}

/// A cache of parsed documents, so that after an edit only changed ones are parsed again.
package struct ReadDocuments: Sendable {
  /// The documents by the identity of their texts, which the entries keep alive.
  private var documents: [ObjectIdentifier: ReadDocument] = [:]
  private var itemFolder: String?
  private var allowsRawHTML = false

  package init() {}

  /// Does the same as `readDocuments`, but reuses the documents whose texts are the same objects as before.
  package mutating func update(_ tree: SourceTree, jobs: Int) async -> (AuthoredSite, [Diagnostic]) {
    let (configuration, problems) = SiteConfiguration.reading(tree.configuration)
    // Apart from its text, the result of parsing depends on these settings only.
    if itemFolder != configuration.items.folder || allowsRawHTML != configuration.allowsRawHTML {
      documents = [:]
      itemFolder = configuration.items.folder
      allowsRawHTML = configuration.allowsRawHTML
    }
    let unknown = tree.documents.filter { documents[ObjectIdentifier($0)] == nil }
    let read = await read(unknown, configuration, jobs: jobs)
    for document in read { documents[ObjectIdentifier(document.source)] = document }
    if documents.count > tree.documents.count {
      let wanted = Set(tree.documents.map { ObjectIdentifier($0) })
      documents = documents.filter { wanted.contains($0.key) }
    }
    let all = tree.documents.compactMap { documents[ObjectIdentifier($0)] }
    return gather(all, tree, configuration, problems)
  }
}

/// A parsed document of any kind, with its diagnostics.
private final class ReadDocument: Sendable {
  enum Content: Sendable {
    case item(AuthoredDocument<ItemHeader>)
    case criterion(AuthoredDocument<CriterionHeader>)
    case useCase(AuthoredDocument<UseCaseHeader>)
    case source(AuthoredDocument<SourceHeader>)
    case matrix(AuthoredDocument<MatrixHeader>)
    case comparison(AuthoredDocument<ComparisonHeader>)
    case page(AuthoredDocument<PageHeader>)
    case draft(Draft)
  }

  let source: SourceText
  let content: Content
  let diagnostics: [Diagnostic]

  init(_ source: SourceText, _ configuration: SiteConfiguration) {
    let file = ParsedFile(source, allowsRawHTML: configuration.allowsRawHTML)
    let reading = DocumentReader(file: file, itemFolder: configuration.items.folder)
    let (content, problems) = reading.content()
    self.source = source
    self.content = content
    diagnostics = file.diagnostics + problems
  }
}

private func read(
  _ documents: [SourceText], _ configuration: SiteConfiguration, jobs: Int
) async -> [ReadDocument] {
  if jobs <= 1 || documents.count < 2 { return documents.map { ReadDocument($0, configuration) } }
  let width = documents.count / min(jobs, documents.count) + 1
  return await withTaskGroup(of: (Int, [ReadDocument]).self) { group in
    for start in stride(from: 0, to: documents.count, by: width) {
      let part = documents[start..<min(start + width, documents.count)]
      group.addTask { (start, part.map { ReadDocument($0, configuration) }) }
    }
    var parts: [(Int, [ReadDocument])] = []
    for await part in group { parts.append(part) }
    return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
  }
}

/// Assembles documents, which must be in order of path, to a site.
private func gather(
  _ documents: [ReadDocument], _ tree: SourceTree, _ configuration: SiteConfiguration,
  _ problems: [Diagnostic]
) -> (AuthoredSite, [Diagnostic]) {
  var site = AuthoredSite()
  site.configuration = configuration
  site.configurationText = tree.configuration
  site.otherFiles = tree.otherFiles
  var diagnostics = problems
  for document in documents {
    diagnostics += document.diagnostics
    switch document.content {
    case .item(let item): site.items.append(item)
    case .criterion(let criterion): site.criteria.append(criterion)
    case .useCase(let useCase): site.useCases.append(useCase)
    case .source(let source): site.sources.append(source)
    case .matrix(let matrix): site.matrices.append(matrix)
    case .comparison(let comparison): site.comparisons.append(comparison)
    case .page(let page): site.pages.append(page)
    // A draft is not published, but its errors are worth reporting before it is.
    case .draft(let draft): site.drafts.append(draft)
    }
  }
  return (site, diagnostics)
}

extension AuthoredSite {
  /// Returns the path of a document below `Content`, without `.md`.
  static func location(of path: String) -> String {
    let location = RelativePath.belowContent(path) ?? path
    return location.hasSuffix(".md") ? String(location.dropLast(".md".count)) : location
  }
}

/// Interprets a parsed file according to the kind that its path implies.
private struct DocumentReader {
  let file: ParsedFile
  let itemFolder: String

  func content() -> (ReadDocument.Content, [Diagnostic]) {
    let location = AuthoredSite.location(of: file.source.path)
    let kind = DocumentKind(location: location, itemFolder: itemFolder)
    switch kind {
    case .item:
      return read(location, kind, "an item", ReadDocument.Content.item, \.aliases) { ItemHeader(&$0) }
    case .criterion:
      return read(location, kind, "a criterion", ReadDocument.Content.criterion, \.aliases) {
        CriterionHeader(&$0)
      }
    case .useCase:
      return read(location, kind, "a use case", ReadDocument.Content.useCase, \.aliases) {
        UseCaseHeader(&$0)
      }
    case .source:
      return read(location, kind, "a source", ReadDocument.Content.source, \.aliases) { SourceHeader(&$0) }
    case .matrix:
      return read(location, kind, "a matrix", ReadDocument.Content.matrix) { MatrixHeader(&$0) }
    case .comparison:
      return read(location, kind, "a comparison", ReadDocument.Content.comparison) { ComparisonHeader(&$0) }
    case .page:
      return read(location, kind, "a page", ReadDocument.Content.page, strayKeys: keysOfOtherKinds) {
        PageHeader(&$0)
      }
    }
  }

  private func read<Header>(
    _ location: String, _ kind: DocumentKind, _ owner: String,
    _ content: (AuthoredDocument<Header>) -> ReadDocument.Content,
    _ aliases: (Header) -> [Ranged<String>] = { _ in [] },
    strayKeys: [String: String] = [:], header read: (inout FrontMatterReader) -> Header
  ) -> (ReadDocument.Content, [Diagnostic]) {
    var reader = FrontMatterReader(file.mapping, owner: owner, place: file.top)
    reader.isDamaged = file.mapping == nil && file.diagnostics.hasErrors
    reader.strayKeys = strayKeys
    let (slug, common) = CommonHeader.reading(&reader, location: location, file: file)
    let header = read(&reader)
    let diagnostics = reader.finish()
    if common.isDraft {
      let names = [slug.value, common.name.value] + aliases(header).map(\.value)
      let draft = Draft(
        path: file.source.path, kind: kind, location: location,
        names: Set(names.map { NameIndex<Never>.key($0) }))
      return (.draft(draft), diagnostics)
    }
    let document = AuthoredDocument(
      source: file.source, bodyStart: file.bodyStart, slug: slug, common: common, header: header,
      body: file.body)
    return (content(document), diagnostics)
  }

  /// Keys that only documents in other folders have, with an explanation: the page is most likely in the wrong folder.
  private var keysOfOtherKinds: [String: String] {
    let items =
      "an item has it, which stands in Content/\(itemFolder) (`items: { folder: … }` in site.yml)"
    let criterion = "a criterion has it, which stands in Content/criteria"
    let source = "a source has it, which stands in Content/sources"
    return [
      "facts": items, "related": items, "website": items, "logo": items,
      "type": criterion, "unit": criterion, "values": criterion, "better": criterion,
      "needs": "a use case has it, which stands in Content/use-cases",
      "publisher": source, "short": source, "ranking": source,
      "rows": "a matrix has it, which stands in Content/matrices",
      "items": "a comparison has it, which stands in Content/comparisons, or a matrix in Content/matrices",
    ]
  }
}

extension CommonHeader {
  /// Reads the keys that all documents share. A missing name is reported and replaced by that of the file.
  static func reading(
    _ reader: inout FrontMatterReader, location: String, file: ParsedFile
  ) -> (Ranged<String>, CommonHeader) {
    let last = RelativePath.components(location).last ?? location
    let isIndex = last == "index"
    let name = reader.requiredText("name") ?? Ranged(last, at: file.top)
    var header = CommonHeader(name: name)
    header.summary = reader.summary("summary")
    header.isDraft = reader.boolean("draft") ?? false
    header.redirectFrom = reader.texts("redirect-from")
    if let extra = reader.mapping("extra") {
      for entry in extra.entries {
        guard case .scalar(let text, _) = entry.value.kind else {
          reader.wrongType(entry.key.value, "below \"extra\" takes text", entry.value)
          continue
        }
        let published = Ranged(text, at: entry.value.range)
        if reader.mayPublish(published, "\"\(entry.key.value)\"") {
          header.extra.append((entry.key.value, text))
        }
      }
    }
    let written = reader.text("slug")
    if isIndex, let written {
      reader.report(
        .init(
          .unusedSlug, "an index stands at its folder's address, whatever its slug",
          at: written.range,
          help: "rename the folder, and remove `slug:`"))
    }
    let slug = written ?? Ranged(last, at: file.top)
    if !isIndex, let problem = Slug.problem(in: slug.value) {
      let derived = Slug.derived(from: slug.value)?.text
      reader.report(
        .init(
          .invalidSlug, "\"\(slug.value)\" is no slug: \(problem)", at: slug.range,
          suggestion: derived,
          help: written == nil ? "rename the file, or give it a `slug:`" : nil))
    }
    return (slug, header)
  }
}

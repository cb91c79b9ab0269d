import Comparison
import Diagnostics

extension Importer {
  /// The limits of front matter and of documents, in bytes; larger ones would be rejected when the site is built.
  private static let mostFrontMatter = 64 * 1024
  private static let mostDocument = 1024 * 1024

  /// Makes all documents, except those that exist already.
  mutating func documents() -> ImportPlan {
    var plan = ImportPlan(format: table.format, itemCount: items.count, columns: report())
    plan.supporting = supportingDocuments()
    let folder = "Content/\(site.configuration.items.folder)"
    let known = site.paths.union(items.map { "\(folder)/\($0.slug).md" }).union(plan.supporting.map(\.path))
    let citing = origin.map { BodyWriter.Origin(slug: $0.slug, name: $0.name) }
    for item in items {
      let path = "\(folder)/\(item.slug).md"
      if let existing = site.path(like: path) ?? site.item(item.slug) ?? site.item(item.name) {
        plan.kept.append(.init(name: item.name, path: existing))
        continue
      }
      var writer = BodyWriter(
        path: path, known: known, configuration: site.configuration, origin: citing, source: source)
      let body = writer.write(item.parts)
      diagnostics += writer.diagnostics
      plan.items.append(.init(path: path, text: document(item, body: body)))
    }
    if !plan.items.isEmpty, origin == nil, !items.allSatisfy(\.facts.isEmpty) {
      diagnostics.append(
        Diagnostic(
          .importWithoutSource,
          "nothing says who states the facts, so that a build warns of each of them",
          at: .file(source.path), help: "name the source with --source"))
    }
    return plan
  }

  private mutating func document(_ item: ItemDraft, body: String) -> String {
    let head = item.frontMatter()
    let text = body.isEmpty ? head : "\(head)\n\(body)\n"
    if head.utf8.count > Self.mostFrontMatter || text.utf8.count > Self.mostDocument {
      diagnostics.append(
        Diagnostic(
          .largeItem, "\"\(item.name)\" has more than fits into a document",
          at: firstLine(item.offsets), help: "leave out a column with --skip"))
    }
    return text
  }

  /// Returns the documents of the source, of new criteria and, for a site without any matrix, of a matrix with
  /// everything.
  private func supportingDocuments() -> [ImportPlan.Document] {
    var documents: [ImportPlan.Document] = []
    if let origin, origin.isNew {
      let text = "---\nname: \(YAMLText.scalar(origin.name))\nkind: reference\n---\n"
      documents.append(.init(path: "Content/sources/\(origin.slug).md", text: text))
    }
    let new = criteria.filter { $0.existingPath == nil }
    documents += new.map { .init(path: $0.path, text: $0.document) }
    let matrix = "Content/matrices/all.md"
    if !site.hasMatrix, !criteria.isEmpty, site.path(like: matrix) == nil {
      let name = "All \(site.configuration.items.many)"
      documents.append(.init(path: matrix, text: "---\nname: \(YAMLText.scalar(name))\n---\n"))
    }
    return documents
  }
}

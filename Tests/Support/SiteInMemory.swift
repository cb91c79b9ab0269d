package import Comparison
import Diagnostics
import MarkdownParsing

/// A site whose documents are literals; paths are below `Content`.
package struct SiteInMemory {
  package var tree: SourceTree

  package init(_ files: [String: String], otherFiles: [String] = []) {
    let texts = files.sorted { $0.key < $1.key }.map { SourceText(path: "Content/" + $0.key, $0.value) }
    tree = SourceTree(
      configuration: texts.first { $0.path == "Content/site.yml" },
      documents: texts.filter { $0.path.hasSuffix(".md") },
      otherFiles: otherFiles.map { .init(path: "Content/" + $0) })
  }

  /// What the documents make together, and every diagnostic as it is printed.
  package func resolved() async -> (catalog: Catalog, report: String) {
    let (documents, reading) = await readDocuments(tree, jobs: 1)
    let (catalog, resolving) = resolve(documents)
    let formatter = DiagnosticFormatter(format: .text, sources: tree.texts)
    return (catalog, formatter.string(for: (reading + resolving).inStableOrder()))
  }

  /// A small site without a mistake, to which tests add what they are about.
  package static func small(_ more: [String: String] = [:], otherFiles: [String] = []) -> SiteInMemory {
    let base = [
      "site.yml": "title: Test\nitems: { folder: items, one: item, many: items }\n",
      "criteria/speed.md": "---\nname: Speed\naliases: [Performance]\n---\n",
      "criteria/language.md":
        "---\nname: Language\ntype: choice\nvalues: { swift: Swift, c-sharp: \"C#\" }\n---\n",
      "criteria/year.md": "---\nname: Year\ntype: number\n---\n",
      "criteria/open.md": "---\nname: Open\ntype: boolean\n---\n",
      "use-cases/games.md": "---\nname: Games\nneeds: [speed, { language: swift }]\n---\n",
      "sources/one.md": "---\nname: Source One\nshort: One\n---\n",
      "sources/two.md": "---\nname: Source Two\nshort: Two\n---\n",
    ]
    return SiteInMemory(base.merging(more) { $1 }, otherFiles: otherFiles)
  }
}

extension Catalog {
  package func item(_ slug: String) -> Item? { items.first { $0.entry.slug.text == slug } }

  package func cell(_ item: String, _ criterion: String) -> Cell? {
    guard let item = self.item(item),
      let criterion = criteria.first(where: { $0.entry.slug.text == criterion })
    else { return nil }
    return cell(item.id, criterion.id)
  }

  /// A claim in one line: `strengths Speed: <text> [One Two]`.
  package func line(_ claim: Claim) -> String {
    let subjects = claim.subjects.map { subject -> String in
      switch subject {
      case .criterion(let id): self[id].entry.name
      case .useCase(let id): self[id].entry.name
      case .organisation(let id): self[id].name
      case .label(let text): "“\(text)”"
      }
    }
    let sources = claim.citations.map { self[$0].shortName }.joined(separator: " ")
    return "\(claim.kind.rawValue) \(subjects.joined(separator: ", ")): \(text(claim.text)) [\(sources)]"
  }

  /// HTML with targets in guillemets.
  package func text(_ text: RichText) -> String {
    text.map { piece in
      switch piece {
      case .markup(let markup): return markup
      case .target(let target): return "«\(target)»"
      }
    }.joined()
  }

  package func lines(of slug: String) -> [String] {
    (item(slug)?.claimSections.flatMap(\.claims) ?? []).map { line(self[$0]) }
  }
}

package import Diagnostics
import MarkdownParsing

/// Everything that a reference may name, by what it may be called.
struct References: Sendable {
  var items = NameIndex<Item>()
  var criteria = NameIndex<Criterion>()
  var useCases = NameIndex<UseCase>()
  var sources = NameIndex<Source>()
  /// Documents by path: `Content/frameworks/django.md`.
  var documents: [String: DocumentID] = [:]
  /// Files that are copied, by path.
  var files: Set<String> = []
  /// Of the images among them, as far as their files tell.
  var imageSizes: [String: ImageSize] = [:]
  /// The folders of the pages that list things, by path: `Content/criteria`.
  var indexes: [String: IndexKind] = [:]
  var drafts = DraftIndex()
  /// The anchors of each document's headings.
  var anchors: [DocumentID: Set<String>] = [:]
  var sourceNames: [Source] = []
  /// Hosts of the sources that are listed as trusted.
  var trustedHosts: Set<String> = []
}

extension References {
  /// The source that a front matter names, or an error with the nearest one.
  func source(_ name: Ranged<String>) -> Result<Source.ID, Unresolved> {
    find(name, in: sources, .source, noun: "source", .unknownSource)
  }

  /// The criterion that a key or a reference names, or an error with the nearest one.
  func criterion(_ name: Ranged<String>) -> Result<Criterion.ID, Unresolved> {
    find(name, in: criteria, .criterion, noun: "criterion", .unknownCriterion)
  }

  /// The item that a reference names, or an error with the nearest one; `noun` is what the site calls an item.
  func item(_ name: Ranged<String>, noun: String) -> Result<Item.ID, Unresolved> {
    find(name, in: items, .item, noun: noun, .unknownItem)
  }

  private func find<Entity>(
    _ name: Ranged<String>, in index: NameIndex<Entity>, _ documents: DocumentKind, noun: String,
    _ unknown: Diagnostic.Rule
  ) -> Result<EntityID<Entity>, Unresolved> {
    switch index.find(name.value) {
    case .found(let id): return .success(id)
    case .ambiguous(let slugs):
      return .failure(
        .init(
          .ambiguousName, "more than one \(noun) is named \"\(name.value)\"", name.range,
          help: "use its slug: \(slugs.joined(separator: ", "))"))
    case .unknown:
      if drafts.has(name.value, documents) { return .failure(.init(draftNamed: name)) }
      return .failure(
        .init(unknown, "no \(noun) is named \"\(name.value)\"", name.range) {
          index.slug(like: name.value)
        })
    }
  }

  /// A reference that names nothing.
  struct Unresolved: Error {
    private let diagnostic: Diagnostic
    private let suggestion: @Sendable () -> String?

    init(
      _ rule: Diagnostic.Rule, _ summary: String, _ range: SourceRange, help: String? = nil,
      suggestion: @escaping @Sendable () -> String? = { nil }
    ) {
      diagnostic = Diagnostic(.error, rule, summary, at: range, help: help)
      self.suggestion = suggestion
    }

    /// Notes it, with what was most likely meant where there are few problems before it.
    func note(in diagnostics: inout [Diagnostic]) {
      var diagnostic = diagnostic
      if diagnostics.mayStillSuggest { diagnostic.suggestion = suggestion() }
      diagnostics.append(diagnostic)
    }

    /// A document that is not published cannot be referred to.
    init(draftNamed name: Ranged<String>) {
      diagnostic = .draftReference("\"\(name.value)\"", at: name.range)
      suggestion = { nil }
    }
  }
}

extension Diagnostic {
  /// The error of every reference that leads to a draft, whatever form it has.
  package static func draftReference(
    _ reference: String, _ severity: Severity = .error, at range: SourceRange
  )
    -> Diagnostic
  {
    Diagnostic(
      severity, .draftReference, "\(reference) leads to a draft, which is left out", at: range,
      help: "remove `draft: true` there, or the reference here")
  }
}

extension Result where Failure == References.Unresolved {
  /// The value, or nil after the diagnostic is noted.
  func value(orNoteIn diagnostics: inout [Diagnostic]) -> Success? {
    switch self {
    case .success(let value): return value
    case .failure(let unresolved):
      unresolved.note(in: &diagnostics)
      return nil
    }
  }
}

package import Diagnostics
import MarkdownParsing

/// Everything that references may name.
struct References: Sendable {
  var items = NameIndex<Item>()
  var criteria = NameIndex<Criterion>()
  var useCases = NameIndex<UseCase>()
  var sources = NameIndex<Source>()
  /// Documents by path: `Content/frameworks/django.md`.
  var documents: [String: DocumentID] = [:]
  /// The paths of copied files.
  var files: Set<String> = []
  /// The sizes of images among the copied files, if known.
  var imageSizes: [String: ImageSize] = [:]
  /// Index pages by the paths of their folders: `Content/criteria`.
  var indexes: [String: IndexKind] = [:]
  var drafts = DraftIndex()
  /// The anchors of each document's headings.
  var anchors: [DocumentID: Set<String>] = [:]
  var sourceNames: [Source] = []
  /// Hosts of the sources that are marked as trusted.
  var trustedHosts: Set<String> = []
}

extension References {
  /// Resolves a reference to a source; fails with the closest name as a suggestion.
  func source(_ name: Ranged<String>) -> Result<Source.ID, Unresolved> {
    find(name, in: sources, .source, noun: "source", .unknownSource)
  }

  /// Resolves a reference to a criterion; fails with the closest name as a suggestion.
  func criterion(_ name: Ranged<String>) -> Result<Criterion.ID, Unresolved> {
    find(name, in: criteria, .criterion, noun: "criterion", .unknownCriterion)
  }

  /// Resolves a reference to an item; fails with the closest name as a suggestion. `noun` is what the site calls an
  /// item.
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

  /// The error of a reference that cannot be resolved.
  struct Unresolved: Error {
    private let diagnostic: Diagnostic
    private let suggestion: @Sendable () -> String?

    init(
      _ rule: Diagnostic.Rule, _ summary: String, _ range: SourceRange, help: String? = nil,
      suggestion: @escaping @Sendable () -> String? = { nil }
    ) {
      diagnostic = Diagnostic(rule, summary, at: range, help: help)
      self.suggestion = suggestion
    }

    /// Appends the diagnostic; computes a suggestion only if there are few problems before it.
    func note(in diagnostics: inout [Diagnostic]) {
      var diagnostic = diagnostic
      if diagnostics.mayStillSuggest { diagnostic.suggestion = suggestion() }
      diagnostics.append(diagnostic)
    }

    /// A reference to a draft, which is not published.
    init(draftNamed name: Ranged<String>) {
      diagnostic = .draftReference("\"\(name.value)\"", at: name.range)
      suggestion = { nil }
    }
  }
}

extension Diagnostic {
  /// Returns the error of any kind of reference to a draft.
  package static func draftReference(
    _ reference: String, _ severity: Severity = .error, at range: SourceRange
  )
    -> Diagnostic
  {
    Diagnostic(
      .draftReference, as: severity, "\(reference) leads to a draft, which is left out", at: range,
      help: "remove `draft: true` there, or the reference here")
  }
}

extension Result where Failure == References.Unresolved {
  /// Returns the value; on failure appends the diagnostic and returns nil.
  func value(orNoteIn diagnostics: inout [Diagnostic]) -> Success? {
    switch self {
    case .success(let value): return value
    case .failure(let unresolved):
      unresolved.note(in: &diagnostics)
      return nil
    }
  }
}

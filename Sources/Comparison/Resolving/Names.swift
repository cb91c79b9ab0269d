import Diagnostics
import MarkdownParsing

/// What there is and what it is called: all that a document resolves to depends on, beside the document itself.
///
/// A class, so that who holds the same names knows that no reference leads elsewhere than before.
final class Names: Sendable {
  let configuration: SiteConfiguration
  let references: References
  /// In the catalog's order, without their prose.
  let criteria: [Criterion]

  init(_ configuration: SiteConfiguration, _ references: References, criteria: [Criterion]) {
    self.configuration = configuration
    self.references = references
    self.criteria = criteria
  }
}

extension AuthoredDocument {
  /// The anchors of the headings that are shown, in the order written.
  var anchors: [String] {
    body.nodes.indices.compactMap { index in
      guard case .heading(let level, let anchor) = body.nodes[index].kind else { return nil }
      // The heading that repeats the name is not shown.
      return level == 1 && Outline.isTitle(body.plainText(of: index), of: common.name.value) ? nil : anchor
    }
  }

  /// Whether it has a section of those who use it.
  func namesUsers(_ configuration: SiteConfiguration) -> Bool {
    body.topLevel.contains { index in
      guard case .heading(let level, _) = body.nodes[index].kind, level <= 2 else { return false }
      let title = body.plainText(of: index)
      if level == 1, Outline.isTitle(title, of: common.name.value) { return false }
      return configuration.claimKind(ofHeading: title) == .user
    }
  }

  /// Whether other documents can refer to it in the same ways as to another version of it; without `places` it does not matter where
  /// its names stand.
  ///
  /// Spellings are compared by bytes, as messages repeat them.
  func isNamed(
    like other: AuthoredDocument, _ configuration: SiteConfiguration, aliases: (Header) -> [Ranged<String>],
    places: Bool
  ) -> Bool {
    func names(_ document: AuthoredDocument) -> [Ranged<String>] {
      [document.slug, document.common.name] + aliases(document.header)
    }
    return names(self).elementsEqual(names(other)) {
      $0.value.utf8.elementsEqual($1.value.utf8) && (!places || $0.range == $1.range)
    } && source.path.utf8.elementsEqual(other.source.path.utf8)
      && anchors.elementsEqual(other.anchors) { $0.utf8.elementsEqual($1.utf8) }
      && namesUsers(configuration) == other.namesUsers(configuration)
  }
}

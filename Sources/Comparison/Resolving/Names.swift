import Diagnostics
import MarkdownParsing
import TextEncoding

/// All entities with their names: everything that the resolution of a document depends on, apart from the document
/// itself.
///
/// It is a class so that identity tells whether any reference may resolve differently.
final class Names: Sendable {
  let configuration: SiteConfiguration
  let references: References
  /// The criteria in the catalog's order, without their prose.
  let criteria: [Criterion]

  init(_ configuration: SiteConfiguration, _ references: References, criteria: [Criterion]) {
    self.configuration = configuration
    self.references = references
    self.criteria = criteria
  }
}

extension AuthoredDocument {
  /// The anchors of the visible headings, in the order written.
  var anchors: [String] {
    body.nodes.indices.compactMap { index in
      guard case .heading(let level, let anchor) = body.nodes[index].kind else { return nil }
      // A heading that repeats the document's name is not shown.
      return level == 1 && Outline.isTitle(body.plainText(of: index), of: common.name.value) ? nil : anchor
    }
  }

  /// Returns whether the document has a section of the organisations that use the item.
  func namesUsers(_ configuration: SiteConfiguration) -> Bool {
    body.topLevel.contains { index in
      guard case .heading(let level, _) = body.nodes[index].kind, level <= 2 else { return false }
      let title = body.plainText(of: index)
      if level == 1, Outline.isTitle(title, of: common.name.value) { return false }
      return configuration.claimKind(ofHeading: title) == .user
    }
  }

  /// Returns whether references to another version of the document resolve in the same way. If `places` is false, the
  /// source ranges of the names may differ.
  ///
  /// Names are compared by bytes because messages repeat them.
  func isNamed(
    like other: AuthoredDocument, _ configuration: SiteConfiguration, aliases: (Header) -> [Ranged<String>],
    places: Bool
  ) -> Bool {
    func names(_ document: AuthoredDocument) -> [Ranged<String>] {
      [document.slug, document.common.name] + aliases(document.header)
    }
    return names(self).elementsEqual(names(other)) {
      $0.value.equalsByBytes($1.value) && (!places || $0.range == $1.range)
    } && source.path.equalsByBytes(other.source.path)
      && anchors.elementsEqual(other.anchors) { $0.equalsByBytes($1) }
      && namesUsers(configuration) == other.namesUsers(configuration)
  }
}

package import Diagnostics

/// All templates of a site, by name: the path below `Templates/`, such as `item.html` or `partials/cell.html`.
package struct TemplateSet: Sendable {
  /// - Parameter sources: where two have one name, the later takes the place of the earlier.
  package init(_ sources: [SourceText]) {}

  /// Compiles a template for pages of a shape; the template is nil when a diagnostic is an error.
  package func compile(_ name: String, for shape: Shape) -> (Template?, [Diagnostic]) { (nil, []) }

  /// Compiles the templates of several kinds of page, and reports what they share once.
  package func compile(_ wanted: [(name: String, shape: Shape)]) -> ([String: Template], [Diagnostic]) {
    ([:], [])
  }
}

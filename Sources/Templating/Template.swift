/// A compiled template, which renders values of its shape.
package final class Template: Sendable {
  private let program: Program

  init(program: Program) {
    self.program = program
  }

  /// Renders a page; `base` is the relative path from the page to the site's root (`""`, `"../../"`), or an absolute
  /// path.
  package func render(_ value: Value, base: String) -> [UInt8] {
    withExtendedLifetime(value.arena) {
      Renderer(program, base: base).page(value.cell)
    }
  }
}

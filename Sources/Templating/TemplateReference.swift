/// The theme author's manual: what each kind of page offers, and the filters.
package struct TemplateReference: Sendable {
  package struct Page: Sendable {
    /// The template's name: `item.html`.
    package var template: String
    package var summary: String
    package var shape: Shape

    package init(template: String, summary: String, shape: Shape) {
      self.template = template
      self.summary = summary
      self.shape = shape
    }
  }

  package var pages: [Page]

  package init(pages: [Page]) {
    self.pages = pages
  }

  package var markdown: String { "" }
}

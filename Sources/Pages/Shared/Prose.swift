import Comparison
import Templating

extension Records {
  static let section = Record<In<Section>>(
    "Section", "A section of a document.",
    [
      .text("id", "The heading's anchor.") { $0.part.id },
      .text("title", "The heading, without markup.") { $0.part.title },
      .html("heading", "The heading.") { $0.routes.fragment($0.part.heading) },
      .html("text", "What stands below it.") { $0.routes.citingFragment($0.part.text) },
    ])

  static let prose = Record<In<Prose>>(
    "Prose", "A document's own words; their marks lead to a list of sources on the same page.",
    [
      .optionalHTML("introduction", "What comes before the first heading.") {
        $0.routes.citingFragmentIfAny($0.part.introduction)
      },
      .list("sections", "Its sections.", of: section) { $0.with(each: $0.part.sections) },
      .optionalHTML("footnotes", "Its footnotes that are no citations.") {
        $0.routes.citingFragmentIfAny($0.part.footnotes)
      },
      .list("sources", "The sources that the marks cite.", of: citedSource) {
        $0.cited($0.part.citedSources)
      },
    ])
}

extension Routes {
  /// Returns the HTML of a text; nil if it is empty.
  func fragmentIfAny(_ text: RichText) -> HTMLFragment? { text.isEmpty ? nil : fragment(text) }

  /// Returns the same as `citingFragment` does; nil if the text is empty.
  func citingFragmentIfAny(_ text: RichText) -> HTMLFragment? { text.isEmpty ? nil : citingFragment(text) }
}

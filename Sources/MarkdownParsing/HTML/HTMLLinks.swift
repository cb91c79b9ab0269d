// Rendering of links, images and footnote references.
extension HTMLWalk {
  private func treatment(_ index: Int, _ destination: LinkDestination) -> LinkTreatment<Target> {
    if case .refused = destination { return .plain }
    return renderer.link(index, destination)
  }

  mutating func enterLink(_ index: Int, _ destination: LinkDestination, _ title: String) {
    // A link without text shows its address; if it shows an image, the address becomes its accessible name only.
    let name = MarkdownNode.haveWords(nodes[index..<nodes[index].end]) ? nil : Self.name(of: destination)
    let isPicture = name != nil && showsImage(index)
    guard !isInLink, openLink(treatment(index, destination), title: title, label: isPicture ? name : nil)
    else { return }
    if let name, !isPicture { writer.text(name) }
    open.append(OpenElement(nodes[index].end, .link))
  }

  /// Returns whether a link contains an embedded image, and so is visible without text.
  private func showsImage(_ link: Int) -> Bool {
    (link..<nodes[link].end).contains { index in
      guard case .image(let destination, _) = nodes[index].kind,
        case .target = treatment(index, destination)
      else { return false }
      return true
    }
  }

  /// Returns the address of a link as its text.
  private static func name(of destination: LinkDestination) -> String {
    switch destination {
    case .external(let address), .refused(let address): address
    case .relative(let path, _, _): path
    case .fragment(let fragment): fragment
    }
  }

  private mutating func openLink(
    _ treatment: LinkTreatment<Target>, title: String, label: String? = nil
  ) -> Bool {
    switch treatment {
    case .plain: return false
    case .target(let target):
      writer.raw("<a")
      writer.attribute("href", target)
    case .external(let address, let rel):
      writer.raw("<a")
      writer.attribute("href", address)
      if let rel, !rel.isEmpty { writer.attribute("rel", rel) }
    }
    if !title.isEmpty { writer.attribute("title", title) }
    if let label { writer.attribute("aria-label", label) }
    writer.raw(">")
    isInLink = true
    return true
  }

  mutating func writeImage(_ index: Int, _ destination: LinkDestination, _ title: String) {
    let description = renderer.document.plainText(of: index)
    switch treatment(index, destination) {
    case .target(let target):
      writer.raw("<img")
      writer.attribute("src", target)
      writer.attribute("alt", description)
      if !title.isEmpty { writer.attribute("title", title) }
      let image = renderer.image(index)
      if let size = image.size { writer.raw(" width=\"\(size.width)\" height=\"\(size.height)\"") }
      writer.raw(image.isFetchedAtOnce ? ">" : " loading=\"lazy\" decoding=\"async\">")
    case .external(let address, let rel) where !isInLink:
      _ = openLink(.external(address, rel: rel), title: title)
      writer.text(description.isEmpty ? address : description)
      writer.raw("</a>")
      isInLink = false
    case .external, .plain: writer.text(description)
    }
  }

  mutating func writeReference(_ index: Int) {
    guard case .footnoteReference(let footnote) = nodes[index].kind else { return }
    switch renderer.footnote(footnote) {
    case .omit: break
    case .references(let references):
      writer.raw("<sup class=\"\(MarkupClass.citation.rawValue)\">")
      for (place, reference) in references.enumerated() {
        writer.raw(place == 0 ? "<a" : " <a")
        writer.attribute("href", reference.target)
        if !reference.title.isEmpty { writer.attribute("title", reference.title) }
        writer.raw(">")
        writer.text(reference.mark)
        writer.raw("</a>")
      }
      writer.raw("</sup>")
    case .note(let number):
      writer.raw("<sup class=\"\(MarkupClass.footnote.rawValue)\"><a href=\"#Fn_\(number)\"")
      if renderer.ids, let occurrence = renderer.document.occurrence(of: index, footnote: footnote) {
        writer.attribute("id", HTMLRenderer<Target>.referenceID(number: number, occurrence: occurrence))
      }
      writer.raw(" role=\"doc-noteref\">\(number)</a></sup>")
    }
  }
}

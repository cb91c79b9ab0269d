package import Diagnostics
import MarkdownParsing

extension SiteConfiguration {
  /// Parses `site.yml`. A key with an invalid value keeps its default, so that the rest of the site can still be
  /// checked.
  package static func reading(_ source: SourceText?) -> (SiteConfiguration, [Diagnostic]) {
    guard let source else {
      let note = Diagnostic(
        .noConfiguration, "there is no \"Content/site.yml\"; the defaults are used", at: .site)
      return (SiteConfiguration(), [note])
    }
    let (mapping, problems) = parseYAML(source)
    var configuration = SiteConfiguration()
    guard let mapping else { return (configuration, problems) }
    var reader = FrontMatterReader(mapping, owner: "site.yml", place: source.range(0..<0))
    configuration.read(&reader)
    return (configuration, problems + reader.finish())
  }

  private mutating func read(_ reader: inout FrontMatterReader) {
    title = reader.label("title")?.value ?? title
    tagline = reader.text("tagline")?.value
    if let text = reader.text("base-url") { readBaseURL(text, &reader) }
    if let text = reader.text("language") { readLanguage(text, &reader) }
    readItems(&reader)
    readHeadings(&reader)
    keyFacts = reader.texts("key-facts")
    readPairs(&reader)
    pairThreshold = reader.integer("pair-threshold", in: 0...1000) ?? pairThreshold
    redirects = reader.word("redirects", RedirectPolicy.self) ?? redirects
    redirectsPlace = reader.mapping?["redirects"]?.range
    asOf = reader.date("as-of")
    editURL = readEditURL(&reader)
    socialCard = reader.text("social-card")
    let wanted = reader.texts("navigation")
    if reader.mapping?["navigation"] != nil { navigation = wanted }
    allowsRawHTML = reader.boolean("raw-html") ?? false
    for type in reader.texts("allow-files") { allow(type, &reader) }
    for text in reader.texts("ignore") {
      do throws(IgnorePattern.Problem) {
        ignored.append(try IgnorePattern(text.value))
      } catch {
        reader.report(.init(.wrongValue, error.summary, at: text.range, help: error.help))
      }
    }
  }

  private mutating func allow(_ type: Ranged<String>, _ reader: inout FrontMatterReader) {
    let lower = type.value.lowercased()
    let name = lower.hasPrefix(".") ? String(lower.dropFirst()) : lower
    if DocumentName.endings.contains(name) {
      reader.report(
        .init(
          .wrongValue, "\"\(type.value)\" files are documents, which are read and not copied",
          at: type.range, help: "rename the files so that they end in .md"))
    }
    allowedFileTypes.insert(name)
  }

  private mutating func readBaseURL(_ text: Ranged<String>, _ reader: inout FrontMatterReader) {
    switch SiteConfiguration.baseURL(text.value) {
    case .success(let url): baseURL = url
    case .failure(let problem):
      reader.report(.init(.wrongValue, problem.summary(text.value), at: text.range))
    }
  }

  private mutating func readLanguage(_ text: Ranged<String>, _ reader: inout FrontMatterReader) {
    let parts = text.value.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    let letters = { (byte: UInt8) in (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) }
    if let first = parts.first, (2...8).contains(first.count),
      parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(letters) })
    {
      language = text.value
    } else {
      reader.report(
        .init(
          .wrongValue, "\"\(text.value)\" is no language tag", at: text.range,
          help: "write one of BCP 47, such as en or pt-BR"))
    }
  }

  private mutating func readItems(_ outer: inout FrontMatterReader) {
    guard let mapping = outer.mapping("items") else { return }
    var reader = FrontMatterReader(mapping, owner: "items", place: mapping.range)
    if let folder = reader.text("folder") {
      if let problem = Slug.problem(in: folder.value) {
        reader.report(.init(.wrongValue, "the items' folder: \(problem)", at: folder.range))
      } else if IndexKind.reservedFolders.contains(folder.value) {
        reader.report(
          .init(
            .wrongValue, "the folder \"\(folder.value)\" is kept for another kind of page",
            at: folder.range))
      } else {
        items.folder = folder.value
      }
    }
    items.one = reader.label("one")?.value ?? items.one
    items.many = reader.label("many")?.value ?? items.many
    if let type = reader.text("schema-org") { readSchemaType(type, &reader) }
    for diagnostic in reader.finish() { outer.report(diagnostic) }
  }

  private mutating func readSchemaType(_ type: Ranged<String>, _ reader: inout FrontMatterReader) {
    if SchemaOrgTypes.ofItems.contains(type.value) {
      items.schemaType = type.value
    } else {
      reader.report(
        .init(
          .wrongValue, "\"\(type.value)\" is no type of schema.org that an item may be",
          at: type.range,
          suggestion: Spelling.closest(to: type.value, among: SchemaOrgTypes.ofItems),
          help: "schema.org/docs/full.html lists them all; Thing fits everything"))
    }
  }

  private mutating func readHeadings(_ outer: inout FrontMatterReader) {
    guard let mapping = outer.mapping("sections") else { return }
    var reader = FrontMatterReader(mapping, owner: "sections", place: mapping.range)
    var known: [String: (kind: ClaimKind, range: SourceRange)] = [:]
    for kind in ClaimKind.allCases {
      let words = reader.texts(kind.rawValue).filter { !$0.value.isEmpty }
      if !words.isEmpty { headings[kind] = words.map(\.value) }
      for word in words {
        let key = NameIndex<Never>.key(word.value)
        if let other = known[key], other.kind != kind {
          reader.report(Self.ambiguousHeading(word, kind, other.kind, at: other.range))
        }
        known[key] = known[key] ?? (kind, word.range)
      }
    }
    // A heading in site.yml may also be a default heading of a kind that site.yml does not list.
    for kind in ClaimKind.allCases where mapping[kind.rawValue] == nil {
      for word in headings[kind, default: []] {
        guard let other = known[NameIndex<Never>.key(word)] else { continue }
        reader.report(Self.ambiguousHeading(Ranged(word, at: other.range), other.kind, kind, at: nil))
      }
    }
    let note = reader.texts("editor-note").map(\.value).filter { !$0.isEmpty }
    if !note.isEmpty { editorNoteWords = note }
    for diagnostic in reader.finish() { outer.report(diagnostic) }
  }

  /// Returns the error of a heading that is configured for two kinds of claims.
  private static func ambiguousHeading(
    _ word: Ranged<String>, _ kind: ClaimKind, _ other: ClaimKind, at place: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .ambiguousHeading,
      "\"\(word.value)\" is a heading of both \(kind.rawValue) and \(other.rawValue)", at: word.range,
      help: place == nil ? "it is one of the defaults of `\(other.rawValue)`: give that other words" : nil,
      notes: place.map { [.init("\(other.rawValue) has it here", at: $0)] } ?? [])
  }

  private mutating func readPairs(_ reader: inout FrontMatterReader) {
    guard let node = reader.node("pairs") else { return }
    switch node.kind {
    case .scalar("all", _): pairs = Ranged(.all, at: node.range)
    case .scalar("none", _): pairs = Ranged(.none, at: node.range)
    case .mapping(let mapping):
      var inner = FrontMatterReader(mapping, owner: "pairs", place: node.range)
      let policy = Self.pairPolicy(&inner)
      for diagnostic in inner.finish() { reader.report(diagnostic) }
      if let policy { pairs = Ranged(policy, at: node.range) }
    default: reader.report(Self.wrongPairs(at: node.range))
    }
  }

  private static func wrongPairs(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongValue,
      "\"pairs\" is all, none, { closest: number }, { within: criterion } or { list: [[a, b]] }", at: range)
  }

  /// Returns the one policy that a mapping states; reports an error if there are none or several.
  private static func pairPolicy(_ reader: inout FrontMatterReader) -> PairPolicy? {
    let stated = ["closest", "within", "list"].filter { reader.mapping?[$0] != nil }
    if stated.count > 1 {
      let names = stated.dropLast().joined(separator: ", ") + " and " + (stated.last ?? "")
      reader.report(
        .init(
          .wrongValue, "\(names) are \(stated.count) ways to choose pairs", at: reader.place,
          help: "keep one of them"))
    }
    let closest = reader.integer("closest", in: 1...1000).map { PairPolicy.closest($0) }
    let within = reader.text("within").map { PairPolicy.within(criterion: $0) }
    let list = reader.elements("list").map { Ranged(reader.texts(of: $0, key: "list"), at: $0.range) }
    if stated == ["list"], list.isEmpty {
      reader.report(
        .init(
          .wrongValue, "the list of pairs is empty", at: reader.place,
          help: "write `pairs: none` for no pages of pairs"))
    } else if closest == nil, within == nil, list.isEmpty, reader.diagnostics.isEmpty {
      reader.report(wrongPairs(at: reader.place))
    }
    return closest ?? within ?? (list.isEmpty ? nil : .list(list))
  }

  private func readEditURL(_ reader: inout FrontMatterReader) -> String? {
    guard let text = reader.text("edit-url") else { return nil }
    let scheme = ["https://", "http://"].first { text.value.lowercased().hasPrefix($0) }
    if scheme != nil, text.value.contains("{path}") { return text.value }
    let problem =
      scheme == nil
      ? "\"edit-url\" begins with https:// or http://"
      : "\"edit-url\" has no {path}, so every page would lead to one address"
    reader.report(
      .init(
        .wrongValue, problem, at: text.range,
        help: "write {path} where the path of the document goes: \"https://example.org/edit/main/{path}\""))
    return nil
  }
}

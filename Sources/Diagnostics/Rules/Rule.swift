extension Diagnostic {
  /// What a diagnostic is about: one thing that can be wrong, with what it means, why it matters and how to mend it.
  ///
  /// Every rule is a value in one of the tables of this folder, which `all` puts together. A value, not a case of an enumeration, so that
  /// the id and all that is said of a rule stand in one place, and a rule without its words does not compile; tests hold that none is
  /// missing from `all`, none has the id of another, and none is without use. The rules of every target are here, the lowest, where the
  /// commands and what is remembered between builds find them by their id; the wording of a single diagnostic stands where it is made.
  package struct Rule: Sendable {
    /// The stable name that diagnostics show: lower-case words and hyphens, such as `unknown-source`.
    package let id: String
    /// How much breaking it matters, unless a diagnostic says otherwise.
    package let severity: Severity
    /// One sentence that says what is wrong.
    package let meaning: String
    /// Why it matters, in a sentence or two.
    package let reason: String
    /// What to do about it.
    package let remedy: String
    package let example: Example

    init(
      _ id: String, _ severity: Severity, _ meaning: String, why reason: String, mend remedy: String,
      example: Example
    ) {
      self.id = id
      self.severity = severity
      self.meaning = meaning
      self.reason = reason
      self.remedy = remedy
      self.example = example
    }

    /// The rule of an id; nil where there is none.
    package init?(id: String) {
      guard let rule = Self.byID[id] else { return nil }
      self = rule
    }

    private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Diagnostic.Rule: Hashable {
  package static func == (left: Self, right: Self) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Diagnostic.Rule {
  /// Rules about one subject.
  package struct Group: Sendable {
    package let title: String
    package let rules: [Diagnostic.Rule]
  }

  /// Every rule, by subject, from the text of a document to the disk.
  package static let groups: [Group] = [
    Group(title: "Files and front matter", rules: frontMatter),
    Group(title: "Keys and values", rules: keys),
    Group(title: "Markdown", rules: markdown),
    Group(title: "Links and addresses", rules: links),
    Group(title: "Facts and sources", rules: facts),
    Group(title: "Claims", rules: claims),
    Group(title: "Names and what a site is made of", rules: site),
    Group(title: "Themes", rules: theme),
    Group(title: "Words of a theme", rules: words),
    Group(title: "Templates: how they are written", rules: templateSyntax),
    Group(title: "Templates: what they name", rules: templateNames),
    Group(title: "Templates: values", rules: templateValues),
    Group(title: "Imports", rules: importing),
    Group(title: "What an import leaves out", rules: importLosses),
    Group(title: "Files and folders of a site", rules: files),
    Group(title: "Disk and network", rules: environment),
  ]

  package static let all: [Diagnostic.Rule] = groups.flatMap(\.rules)
}

extension Diagnostic.Rule {
  /// A few lines that break a rule and, where that helps, the same lines mended.
  package struct Example: Sendable {
    /// What the lines are a part of.
    package enum Place: Sendable, Hashable {
      /// The Markdown below the front matter of an item.
      case body
      /// Lines of the front matter of an item, below its `name`.
      case frontMatter
      /// Lines of `Content/site.yml`.
      case settings
      /// A whole file of the site: `Content/criteria/speed.md`.
      case file(String)
      /// A file of items that is imported, and the options that are passed besides.
      case imported(String, options: [String])
      /// A command, or a state of the disk, which no document shows.
      case situation

      /// Where the lines stand, as a sentence goes on: `in Content/site.yml`.
      package var words: String {
        switch self {
        case .body: "below the front matter of an item"
        case .frontMatter: "in the front matter of an item, below its name"
        case .settings: "in Content/site.yml"
        case .file(let path): "in \(path)"
        case .imported(let file, let options):
          "in \(file), for collate import \(([file] + options).joined(separator: " "))"
        case .situation: "at a prompt"
        }
      }
    }

    package let place: Place
    package let faulty: String
    package let mended: String?

    static func body(_ faulty: String, mended: String? = nil) -> Example {
      Example(place: .body, faulty: faulty, mended: mended)
    }

    static func frontMatter(_ faulty: String, mended: String? = nil) -> Example {
      Example(place: .frontMatter, faulty: faulty, mended: mended)
    }

    static func settings(_ faulty: String, mended: String? = nil) -> Example {
      Example(place: .settings, faulty: faulty, mended: mended)
    }

    static func file(_ path: String, _ faulty: String, mended: String? = nil) -> Example {
      Example(place: .file(path), faulty: faulty, mended: mended)
    }

    static func template(_ faulty: String, mended: String? = nil) -> Example {
      .file("Templates/item.html", faulty, mended: mended)
    }

    static func imported(
      _ faulty: String, mended: String? = nil, as file: String = "frameworks.csv", options: [String] = []
    ) -> Example {
      Example(place: .imported(file, options: options), faulty: faulty, mended: mended)
    }

    static func situation(_ lines: String) -> Example {
      Example(place: .situation, faulty: lines, mended: nil)
    }
  }
}

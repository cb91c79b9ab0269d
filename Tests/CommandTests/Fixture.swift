import TestSupport

/// A small site in a folder of its own, and the command to run on it.
struct Site {
  let folder: TemporaryFolder
  private let program: String

  init() throws {
    folder = try TemporaryFolder()
    program = try builtProgram("collate")
    for (path, text) in Self.files { try folder.write(text, to: path) }
  }

  static let files = [
    "Content/site.yml": """
    title: Web frameworks
    base-url: https://example.org/
    items: { folder: frameworks, one: framework, many: frameworks }
    """,
    "Content/frameworks/django.md": """
    ---
    name: Django
    ---

    A framework for Python.

    ## Strengths

    - **Security**: guards against forged requests. [^a]

    [^a]: [A review](../sources/review.md)
    """,
    "Content/frameworks/flask.md": "---\nname: Flask\n---\n\nA small framework for Python.\n",
    "Content/frameworks/bottle.md": "---\nname: Bottle\ndraft: true\n---\n\nSmaller still.\n",
    "Content/sources/review.md": "---\nname: A review\n---\n\nWhat it covers.\n",
    "Content/images/logo.png": "not really a picture",
  ]

  /// Runs the command in the site's folder.
  func collate(
    _ arguments: String..., environment: [String: String] = [:], shell: String = ":", redirection: String = ""
  ) throws -> Child.Outcome {
    var outcome = try run(
      [program] + arguments, in: folder.path, environment: environment, shell: shell, redirection: redirection
    )
    outcome.output = outcome.output.replacing(/\d+\.\d\d s\n/, with: "0.00 s\n")
    return outcome
  }
}

/// The parts of a summary line.
struct Summary: Hashable {
  var pages: Int
  var written: Int
  var unchanged: Int
  var removed: Int
  var rest: String

  /// Reads an output that is one summary line and nothing else.
  init?(_ output: String) {
    let line =
      /(\d+) pages: (\d+) (?:written|to write), (\d+) unchanged, (\d+) (?:removed|to remove) · (.*)\n/
    guard let match = output.wholeMatch(of: line), let pages = Int(match.1), let written = Int(match.2),
      let unchanged = Int(match.3), let removed = Int(match.4)
    else { return nil }
    (self.pages, self.written, self.unchanged, self.removed) = (pages, written, unchanged, removed)
    rest = String(match.5)
  }
}

import Diagnostics
import Glibc
import MarkdownParsing
import Testing

struct LimitTests {
  private func repeated(_ unit: String, bytes: Int) -> String {
    String(repeating: unit, count: bytes / unit.utf8.count)
  }

  /// The processor time of this thread, which other tests on a busy machine do not add to.
  private func processorTime(_ work: () -> Void) -> Duration {
    func now() -> Duration {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
    let start = now()
    work()
    return now() - start
  }

  private func problems(_ text: String) -> String {
    let (document, diagnostics) = markdown(text)
    return compact(diagnostics, document.source)
  }

  @Test func `thirty-two levels are read and the next is an error`() {
    let limit = "lists and quotes are nested more than 32 deep; help: nest them less"
    #expect(problems(String(repeating: "> ", count: 32) + "a") == "")
    #expect(
      problems("a\n\n" + String(repeating: ">", count: 33) + "a") == "3:1-3:35 error document-limit: \(limit)"
    )
    #expect(problems(String(repeating: "- ", count: 32) + "a") == "")
    #expect(problems(String(repeating: "- ", count: 33) + "a") == "1:1-1:68 error document-limit: \(limit)")
    let staircase = (0..<33).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")
    #expect(problems(staircase) == "33:1-33:68 error document-limit: \(limit)")
    #expect(
      problems("[^a]\n\n" + String(repeating: "[^a]:", count: 33) + "a")
        == "3:1-3:167 error document-limit: \(limit)")
  }

  @Test func `lines that only look nested are read`() {
    #expect(problems(String(repeating: "* ", count: 50)) == "")
    #expect(problems("```\n" + String(repeating: "> ", count: 50) + "\n```") == "")
    #expect(problems(String(repeating: "- a\n", count: 500)) == "")
    #expect(problems("a\n" + String(repeating: " ", count: 200) + "b") == "")
  }

  @Test func `a long line is an error`() {
    #expect(problems(repeated("a", bytes: 16_384)) == "")
    #expect(
      problems("x\n\n" + repeated("a", bytes: 16_385))
        == "3:1-3:16386 error document-limit: a line is longer than 16 KiB; help: break it")
  }

  @Test func `a long block is an error unless it is fenced code`() {
    let line = repeated("a", bytes: 999) + "\n"
    #expect(problems(repeated(line, bytes: 32_000)) == "")
    #expect(
      problems(repeated(line, bytes: 40_000))
        == "33:1-33:1000 error document-limit: lines without a blank one between them are longer than 32 KiB; "
        + "help: put blank lines between paragraphs, or split the table")
    #expect(problems("```\n" + repeated(line, bytes: 90_000) + "```\n\n" + line) == "")
    #expect(problems("```\n" + repeated(line, bytes: 90_000)) == "")
    #expect(problems("~~~~ text\n" + repeated("~~~\n" + line, bytes: 90_000) + "~~~~\n") == "")
  }

  @Test func `a long list is no long block`() {
    #expect(problems(repeated("- " + repeated("a", bytes: 100) + "\n", bytes: 90_000)) == "")
  }

  @Test func `a table of more than a hundred columns is an error`() {
    func table(_ columns: Int) -> String {
      "> " + repeated("|a", bytes: 2 * columns) + "\n> " + repeated("|-", bytes: 2 * columns) + "|\n"
    }
    #expect(problems(table(100)) == "")
    #expect(
      problems(table(101))
        == "2:1-2:206 error document-limit: a table has more than 100 columns; help: split it")
  }

  @Test func `a file of more than a megabyte is an error`() {
    let lines = repeated("aaaaaaa\n\n", bytes: 1_048_581)
    #expect(
      problems(lines)
        == "233017:1-233017:8 error document-limit: the file is larger than 1024 KiB; help: split the document"
    )
  }

  @Test(arguments: [
    ("[a](b) ", "has more than 10000 links"), ("![a](b) ", "has more than 10000 links"),
    ("<https://a.example> ", "has more than 10000 links"),
    ("[^a] ", "refers to footnotes more than 10000 times"),
  ])
  func `ten thousand links or references are read and the next is an error`(_ unit: String, _ what: String) {
    func text(_ count: Int) -> String {
      repeated(
        repeated(unit, bytes: unit.utf8.count * 100) + "\n\n",
        bytes: count / 100 * (unit.utf8.count * 100 + 2))
        + (count % 100 == 0 ? "" : "x \(unit)") + "\n\n[^a]: b\n"
    }
    #expect(!problems(text(10_000)).contains("document-limit"))
    let found = problems(text(10_001))
    #expect(found.hasPrefix("201:") && found.contains("error document-limit: the document \(what)"))
  }

  @Test func `what exceeds a limit leaves an empty document`() {
    let (document, diagnostics) = markdown(String(repeating: ">", count: 40) + "a")
    #expect(diagnostics.count == 1)
    #expect(document.nodes.isEmpty && document.topLevel.isEmpty && document.footnotes.isEmpty)
  }

  @Test(arguments: [
    "- ", "> ", "www._", "[^1]:", "[^1]:\n", "a@", "http://", "www.", "[", "![", "[a](", "[a](<", "*a **b ",
    "_*", "`a", "<a",
    "<!--", "~a ", "[^a]", "[^a", "&", "\\", "|-\n", "a|b\n-|-\n", "*", "**", "((", "[a]: ", "[a][", "  \n",
    "\t", "#", "1. ", "- a\n", "<<<<<<< a\n", "```\n>>>>>>> a\n```\n",
  ])
  func `a repeated text is read or refused in under five seconds`(_ unit: String) {
    expectQuick(repeated(unit, bytes: 10_000), unit)
    expectQuick(repeated(unit, bytes: 100_000), unit)
    expectQuick(blocks(of: unit, bytes: 100_000), unit)
  }

  @Test(arguments: [
    "www._", "> ", "[^1]:\n", "[^a]", "[a](((", "[a](x '", "[a]**b",
  ])
  func `many blocks within their limits are read or refused in under five seconds`(_ unit: String) {
    // Half of what a file may hold: the parser's deadline is the same, and what follows it is ten times slower in a
    // debug build than as released, so that even a quadratic time shows.
    expectQuick("[a]: b\n\n[^a]: b\n\n" + blocks(of: unit, bytes: 520_000), unit)
  }

  private func expectQuick(_ text: String, _ unit: String) {
    let time = processorTime {
      let (document, _) = markdown(text)
      _ = renderer(document).render(document.topLevel)
    }
    #expect(time < .seconds(5), "\(unit.debugDescription) × \(text.utf8.count) took \(time)")
  }

  /// So many bytes in blocks, each within its own limits.
  private func blocks(of unit: String, bytes: Int) -> String {
    let line = repeated(
      unit, bytes: unit == "> " || unit == "- " || unit == "1. " || unit == "[^1]:" ? 60 : 15_000)
    let block = line.contains("\n") ? line : line + "\n" + line
    return repeated(block + "\n\n", bytes: bytes)
  }

  @Test func `a table that is filled up row by row is refused in time`() {
    for (columns, rows) in [(1700, 1700), (100, 5000), (100, 15_000)] {
      let text =
        repeated("|a", bytes: columns * 2) + "|\n" + repeated("|-", bytes: columns * 2) + "|\n"
        + repeated("a\n", bytes: rows * 2)
      var found = ""
      let time = processorTime { found = problems(text) }
      #expect(time < .seconds(5), "\(columns) × \(rows) took \(time)")
      #expect(found.isEmpty == (rows == 5000), "\(columns) × \(rows): \(found.prefix(200))")
    }
  }

  @Test func `too little memory or time is an error`() {
    let text = String(repeating: "*a* [b](c)\n\n", count: 4000)
    var options = MarkdownOptions()
    options.limits.memoryBytes = 1024 * 1024
    let (document, diagnostics) = markdown(text, options: options)
    #expect(document.nodes.isEmpty)
    #expect(diagnostics.map(\.summary) == ["the Markdown takes more than 1 MiB of memory to read"])
    options = MarkdownOptions()
    options.limits.milliseconds = 0
    let late = markdown(text, options: options)
    #expect(late.document.nodes.isEmpty)
    #expect(late.diagnostics.map(\.summary) == ["the Markdown takes more than 0 milliseconds to read"])
    #expect(markdown(text).diagnostics.isEmpty)
  }

  @Test func `thousands of problems are counted, not listed`() {
    let (_, diagnostics) = markdown(String(repeating: "[^a]\n\n", count: 3000))
    #expect(diagnostics.count == 51)
    #expect(diagnostics.contains { $0.summary == "2950 more of this kind from here on" })
  }
}

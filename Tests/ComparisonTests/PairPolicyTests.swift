import Comparison
import TestSupport
import Testing

/// What is wrong with the choice of pairs in `site.yml`, told whole.
struct PairPolicyTests {
  private func resolved(_ pairs: String, items: [String] = ["a", "b", "c"]) async -> (Catalog, String) {
    var files = [
      "site.yml": "title: Test\nitems: { folder: items, one: tool, many: tools }\npairs: \(pairs)\n"
    ]
    for item in items {
      files["items/\(item).md"] = "---\nname: Tool \(item.uppercased())\naliases: [\(item)-tool]\n---\n"
    }
    return await SiteInMemory.small(files).resolved()
  }

  private func report(_ pairs: String) async -> String { await resolved(pairs).1 }

  @Test func `an unknown policy is told what there is`() async {
    for written in ["al", "3", "[all]", "{ }"] {
      let marks = String(repeating: "^", count: written.utf8.count)
      #expect(
        await report(written) == """
          error[wrong-value]: "pairs" is all, none, { closest: number }, { within: criterion } or { list: [[a, b]] }
           --> Content/site.yml:3:8
            |
          3 | pairs: \(written)
            |        \(marks)


          """)
    }
  }

  @Test func `an unknown key is no policy`() async {
    #expect(
      await report("{ nearest: 3 }") == """
        error[wrong-value]: "pairs" is all, none, { closest: number }, { within: criterion } or { list: [[a, b]] }
         --> Content/site.yml:3:8
          |
        3 | pairs: { nearest: 3 }
          |        ^^^^^^^^^^^^^^

        warning[unknown-key]: pairs has no key "nearest"
         --> Content/site.yml:3:10
          |
        3 | pairs: { nearest: 3 }
          |          ^^^^^^^
          = help: known keys: closest, within, list


        """)
  }

  @Test func `two policies at once are an error`() async {
    #expect(
      await report("{ closest: 1, within: open, list: [[a, b]] }") == """
        error[wrong-value]: closest, within and list are 3 ways to choose pairs
         --> Content/site.yml:3:8
          |
        3 | pairs: { closest: 1, within: open, list: [[a, b]] }
          |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: keep one of them


        """)
  }

  @Test(arguments: ["{ within: }", "{ list: }", "{ closest: }"])
  func `a policy without its value is an error of the braces`(written: String) async {
    #expect(await report(written).contains("error[key-without-value]: "))
  }

  @Test func `an empty list is an error`() async {
    let written = "{ list: [] }"
    #expect(
      await report(written) == """
        error[wrong-value]: the list of pairs is empty
         --> Content/site.yml:3:8
          |
        3 | pairs: \(written)
          |        \(String(repeating: "^", count: written.utf8.count))
          = help: write `pairs: none` for no pages of pairs


        """)
  }

  @Test(arguments: ["0", "-1", "1001", "two", "1.5", "99999999999999999999"])
  func `how many are closest is a whole number`(written: String) async {
    #expect(
      await report("{ closest: \(written) }") == """
        error[wrong-type]: "closest" is a whole number from 1 to 1000, not "\(written)"
         --> Content/site.yml:3:19
          |
        3 | pairs: { closest: \(written) }
          |                   \(String(repeating: "^", count: written.utf8.count))


        """)
  }

  @Test func `a criterion that is not there is named`() async {
    #expect(
      await report("{ within: langage }") == """
        error[unknown-criterion]: no criterion is named "langage"
         --> Content/site.yml:3:18
          |
        3 | pairs: { within: langage }
          |                  ^^^^^^^ did you mean "language"?


        """)
  }

  @Test func `a criterion without a type has no values to share`() async {
    #expect(
      await report("{ within: Performance }") == """
        error[untyped-criterion]: "Speed" takes no facts, so no two tools share a value of it
         --> Content/site.yml:3:18
          |
        3 | pairs: { within: Performance }
          |                  ^^^^^^^^^^^
          = help: name a criterion that has a `type`


        """)
  }

  @Test func `every name of a listed pair that is not there is told, and how many names a pair has`() async {
    #expect(
      await report("{ list: [[a-tol, b], [a, c-tol], [a, b, c], [a], c] }") == """
        error[unknown-item]: no tool is named "a-tol"
         --> Content/site.yml:3:18
          |
        3 | pairs: { list: [[a-tol, b], [a, c-tol], [a, b, c], [a], c] }
          |                  ^^^^^ did you mean "a-tool"?

        error[unknown-item]: no tool is named "c-tol"
         --> Content/site.yml:3:33
          |
        3 | pairs: { list: [[a-tol, b], [a, c-tol], [a, b, c], [a], c] }
          |                                 ^^^^^ did you mean "c-tool"?

        error[invalid-pair]: a pair has two names, not 3
         --> Content/site.yml:3:41
          |
        3 | pairs: { list: [[a-tol, b], [a, c-tol], [a, b, c], [a], c] }
          |                                         ^^^^^^^^^
          = help: write each pair in brackets of its own: [[a, b], [a, c]]

        error[invalid-pair]: a pair has two names, not 1
         --> Content/site.yml:3:52
          |
        3 | pairs: { list: [[a-tol, b], [a, c-tol], [a, b, c], [a], c] }
          |                                                    ^^^
          = help: write each pair in brackets of its own: [[a, b], [a, c]]

        error[invalid-pair]: a pair has two names, not 1
         --> Content/site.yml:3:57
          |
        3 | pairs: { list: [[a-tol, b], [a, c-tol], [a, b, c], [a], c] }
          |                                                         ^
          = help: write each pair in brackets of its own: [[a, b], [a, c]]


        """)
  }

  @Test func `an item cannot be compared with itself, whatever it is called`() async {
    #expect(
      await report("{ list: [[a, Tool A]] }") == """
        error[invalid-pair]: "Tool A" cannot be compared with itself
         --> Content/site.yml:3:17
          |
        3 | pairs: { list: [[a, Tool A]] }
          |                 ^^^^^^^^^^^


        """)
  }

  @Test func `a pair that is listed twice is told of`() async {
    let (catalog, report) = await resolved("{ list: [[a, b], [b, c], [b-tool, tool a]] }")
    #expect(
      report == """
        warning[duplicate-pair]: "Tool B" and "Tool A" are listed twice
         --> Content/site.yml:3:33
          |
        3 | pairs: { list: [[a, b], [b, c], [b-tool, tool a]] }
          |                                 ^^^^^^^^^^^^^^^^
        note: the first time
         --> Content/site.yml:3:17
          |
        3 | pairs: { list: [[a, b], [b, c], [b-tool, tool a]] }
          |                 ^^^^^^


        """)
    #expect(selection(catalog).pairs.count == 2)
  }

  @Test(arguments: ["-1", "1001", "some"])
  func `the threshold is a whole number`(written: String) async {
    #expect(
      await report("all\npair-threshold: \(written)") == """
        error[wrong-type]: "pair-threshold" is a whole number from 0 to 1000, not "\(written)"
         --> Content/site.yml:4:17
          |
        4 | pair-threshold: \(written)
          |                 \(String(repeating: "^", count: written.utf8.count))


        """)
  }

  // MARK: Defaults

  private func selection(_ catalog: Catalog) -> PairSelection {
    let table = DifferenceTable(catalog)
    return PairSelection(catalog, similarity: SimilarityIndex(catalog, table), table: table)
  }

  /// Items that share one fact, so that the closest to each are the first by slug.
  private func pairCount(items count: Int) async -> Int {
    var files = ["site.yml": "title: Test\npair-threshold: 0\n"]
    for number in 100..<(100 + count) {
      files["items/i\(number).md"] =
        "---\nname: Item \(number)\nfacts: { open: { value: yes, basis: common } }\n---\n"
    }
    let (catalog, report) = await SiteInMemory.small(files).resolved()
    #expect(report == "")
    return selection(catalog).pairs.count
  }

  @Test func `sixty items are all paired, and of more each with the ten closest`() async {
    #expect(await pairCount(items: 60) == 60 * 59 / 2)
    // The ten with the first slugs are closest to everybody; to one of them nine of those and the eleventh.
    #expect(await pairCount(items: 61) == 51 * 10 + 10 * 9 / 2)
    #expect(await pairCount(items: 0) == 0)
    #expect(await pairCount(items: 1) == 0)
  }
}

import Foundation
import Testing

/// The files that tell as JSON what the pages tell; the golden site `plain` has them whole.
struct DataFileTests {
  /// An item with a fact, in the front matter's own words.
  private func item(_ facts: String, body: String = "") -> [String: String] {
    [
      "items/x.md": "---\nname: X\nfacts:\n\(facts)---\n\(body)",
      "criteria/height.md": "---\nname: Height\ntype: number\nunit: m\nmax-age: 30\n---\n",
      "criteria/born.md": "---\nname: Born\ntype: date\n---\n",
      "criteria/motto.md": "---\nname: Motto\ntype: text\n---\n",
      "criteria/home.md": "---\nname: Home\ntype: url\n---\n",
      "criteria/tags.md": "---\nname: Tags\ntype: list\n---\n",
    ]
  }

  /// The facts of a cell of item X, as JSON.
  private func facts(_ criterion: String, in site: MadeSite) throws -> String {
    let text = try #require(site.text("data/items/x.json"))
    let cell = try #require(
      text.components(separatedBy: "{\"criterion\":").first { $0.hasPrefix("\"\(criterion)\"") })
    let rest = try #require(cell.components(separatedBy: "\"facts\":").dropFirst().first)
    return try #require(rest.components(separatedBy: ",\"praised_by\"").first)
  }

  @Test(arguments: [
    ("height: { value: 012.50, sources: [one] }", #""value","value":12.50,"text":"012.50 m""#),
    ("height: { value: -3, sources: [one] }", #""value","value":-3,"text":"-3 m""#),
    ("height: { value: +0, sources: [one] }", #""value","value":0,"text":"+0 m""#),
    ("born: { value: 2024-02-29, sources: [one] }", #""value","value":"2024-02-29","text":"2024-02-29""#),
    ("motto: { value: 1.10, sources: [one] }", #""value","value":"1.10","text":"1.10""#),
    ("motto: { value: 'partial', sources: [one] }", #""value","value":"partial","text":"partial""#),
    ("open: { value: no, sources: [one] }", #""no","value":false,"text":"no""#),
    ("open: { value: on, sources: [one] }", #""yes","value":true,"text":"yes""#),
    ("open: { value: unknown, sources: [one] }", #""unknown","value":null,"text":"unknown""#),
    (
      "open: { value: not-applicable, sources: [one] }",
      #""not-applicable","value":null,"text":"not applicable""#
    ),
    ("language: { value: 'C#', sources: [one] }", #""value","value":"c-sharp","text":"C#""#),
    ("tags: { value: [b, a], sources: [one] }", #""value","value":["b","a"],"text":"b, a""#),
    (
      "home: { value: 'https://x.example/ä?a=1&b=\"', sources: [one] }",
      #""value","value":"https://x.example/%C3%A4?a=1\u0026b=%22","text":"https://x.example/ä?a=1\u0026b=\"""#
    ),
  ])
  func `a value is of its criterion's type`(fact: String, json: String) async throws {
    let site = await MadeSite.building(item("  \(fact)\n"))
    #expect(site.report == "")
    let criterion = try #require(fact.split(separator: ":").first)
    #expect(
      try facts(String(criterion), in: site)
        == #"[{"state":\#(json),"note":null,"sources":["one"],"common":false,"verified":null,"stale":false}]"#
    )
  }

  @Test func `a fact says who states it, how surely, and whether that is too long ago`() async throws {
    let site = await MadeSite.building(
      item(
        """
          open: { value: partial, note: "half \\u2028 <b>", basis: common }
          height: [{ value: 1, sources: [two, one], verified: 2024-01-01 }, { value: 2, sources: [one], verified: 2024-03-01 }]

        """))
    let common = #""sources":[],"common":true,"verified":null,"stale":false}]"#
    #expect(
      try facts("open", in: site)
        == #"[{"state":"partial","value":null,"text":"partial","note":"half \u2028 \u003Cb\u003E","#
        + common)
    #expect(
      try facts("height", in: site)
        == #"[{"state":"value","value":1,"text":"1 m","note":null,"sources":["two","one"],"common":false,"verified":"2024-01-01","stale":true},"#
        + #"{"state":"value","value":2,"text":"2 m","note":null,"sources":["one"],"common":false,"verified":"2024-03-01","stale":false}]"#
    )
  }

  @Test func `without a base address there are paths alone, and links from the root`() async throws {
    let files = item(
      "  open: yes\n",
      body: "## Strengths\n\n- **Speed**: [so](y.md) fast. [^one]\n\n[^one]: [One](../sources/one.md)\n"
    )
    .merging(["items/y.md": "---\nname: Y\n---\n"]) { $1 }
    let claim = { (site: MadeSite) -> String? in
      site.text("data/claims.json")?.split(separator: "\n").first { $0.hasPrefix("{\"item\"") }.map(
        String.init)
    }
    let beginning =
      #"{"item":"x","kind":"strengths","subjects":[{"kind":"criterion","slug":"speed","name":"Speed","path":"criteria/speed/"}],"#
      + #""words":{"text":"so fast.","html":"\u003Ca href=\"⁂items/y/\"\u003Eso\u003C/a\u003E fast."},"more":null,"parts":[],"details":[],"notes":[],"#
      + #""citations":[{"source":"one","standing":"alone","path":"sources/one/#From_x_565ca8"}],"path":"items/x/#Claim_565ca8","url":"#
    let absolute = await MadeSite.building(files)
    #expect(
      claim(absolute)
        == beginning.replacing("⁂", with: "https://example.org/")
        + #""https://example.org/items/x/#Claim_565ca8"}"#)
    let relative = await MadeSite.building(files, baseURL: nil)
    #expect(claim(relative) == beginning.replacing("⁂", with: "") + "null}")
    #expect(relative.text("data/items.schema.json")?.contains("$id") == false)
    #expect(
      absolute.text("data/items.schema.json")?.contains(
        #""$id":"https://example.org/data/items.schema.json""#) == true)
  }

  @Test(arguments: ["bücher.example", "xn--bcher-kva.example", "例え.テスト:8080"])
  func `a host in other letters is written as it is, everywhere alike`(host: String) async throws {
    let site = await MadeSite.building([
      "criteria/home.md": "---\nname: Home\ntype: url\n---\n",
      "items/x.md":
        "---\nname: X\nwebsite: https://\(host)/ä\nfacts: { home: { value: \"https://\(host)/ä\", basis: common } }\n---\nSee [it](https://\(host)/ä).\n",
      "sources/one.md": "---\nname: Source One\nurl: https://\(host)/ä\n---\n",
    ])
    let texts = site.texts { $0.hasSuffix(".html") || $0.hasPrefix("data/") }
    let spellings = Set(
      texts.values.flatMap { $0.matches(of: /(?:href=|website":|value":)"(https:[^"]*)"/) }.map {
        String($0.output.1)
      })
    #expect(spellings.filter { !$0.hasPrefix("https://example.org/") } == ["https://\(host)/%C3%A4"])
  }

  @Test func `a file of the content where data stands is an error that names both`() async {
    let site = await MadeSite.building([:], otherFiles: ["data/claims.json"])
    #expect(site.site == nil)
    #expect(
      site.report == """
        error[path-clash]: "Content/data/claims.json" and the data file "data/claims.json" would both be "data/claims.json"
         --> Content/data/claims.json
          = help: give one of them another `slug:` or name


        """)
  }

  @Test func `a site with nothing to tell has files that say so`() async {
    let site = await MadeSite.building([:])
    #expect(site.text("data/claims.json")?.hasSuffix("\"claims\":[]\n}\n") == true)
    #expect(site.text("data/items.json")?.hasSuffix("\"items\":[]\n}\n") == true)
  }
}

import Importing
import Testing

/// The address that each item gets.
struct SlugTests {
  static let slugs: [(name: String, slug: String)] = [
    ("Django", "django"), ("C#", "c-sharp"), ("Café São", "cafe-sao"), ("日本語", "item-1"), ("CON", "con-item"),
    ("Com1", "com1-item"), ("VS Code", "vscode"), ("Spy vs Spy", "spy-versus-spy"), ("A vs", "avs"),
    ("vs", "versus"), ("vs vs vs", "vsvsvs"), ("../../etc/passwd", "etc-passwd"), (".git", "git"),
    ("page", "page"), ("Index", "index-item"),
    (String(repeating: "x", count: 300), String(repeating: "x", count: 100)),
  ]

  @Test(arguments: slugs) func `a slug comes from the name`(name: String, slug: String) async {
    let imported = await Imported("name,index\n\(name),yes\n")
    #expect(imported.plan.items.map(\.path) == ["Content/items/\(slug).md"])
    #expect(imported.document("index-criterion") != nil)
    #expect(await imported.resolved().errors == [])
  }

  @Test func `a slug in the file that is none is mended and told`() async {
    let imported = await Imported("name,slug\nA,Foo_Bar\nB,b-vs-c\nC,c\n")
    #expect(
      imported.plan.items.map(\.path) == [
        "Content/items/foo-bar.md", "Content/items/b-versus-c.md", "Content/items/c.md",
      ])
    let problems = imported.report.split(separator: "\n").filter { $0.hasPrefix("warning") }
    #expect(
      problems == [
        #"warning[changed-slug]: "Foo_Bar" is no slug of an item; "foo-bar" is used"#,
        #"warning[changed-slug]: "b-vs-c" is no slug of an item; "b-versus-c" is used"#,
      ])
  }

  @Test func `names that give one slug are told apart, and one name twice is an error`() async {
    let imported = await Imported("name\nFoo\nFoo!\nfoo?\n")
    #expect(
      imported.plan.items.map(\.path) == [
        "Content/items/foo.md", "Content/items/foo-2.md", "Content/items/foo-3.md",
      ])
    let twice = await Imported("name\nFoo\nBar\nfoo\n")
    #expect(
      twice.report == """
        error[duplicate-item]: two items are named "foo"
         --> items.csv:4:1
          |
        4 | foo
          | ^^^
          = help: keep one of them, or give them slugs in a column "slug"
        note: the first
         --> items.csv:2:1
          |
        2 | Foo
          | ^^^


        """)
    let slugs = await Imported("name,slug\nFoo,x\nBar,x\n")
    #expect(
      slugs.report.hasPrefix("error[duplicate-item]: two items have the slug \"x\"\n --> items.csv:3:5\n"))
  }

  @Test func `an alias that another item has is left out`() async {
    let imported = await Imported("name,aliases\nFoo,Bar; Baz\nBar,baz; Qux\n")
    #expect(imported.document("foo") == "---\nname: Foo\naliases: [Baz]\n---\n")
    #expect(imported.document("bar") == "---\nname: Bar\naliases: [Qux]\n---\n")
    #expect(await imported.resolved().errors == [])
  }
}

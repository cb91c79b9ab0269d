import Diagnostics
import Pages
import Synchronization
import Testing

@testable import Preview

/// What stands at an address, and what open pages are told when that changes.
struct LiveTests {
  private func site(_ files: [String: String], rootPath: String = "/") -> ServedSite {
    let all = files.map { path, text in OutputFile(path: path, content: .made { Array(text.utf8) }) }
    let site = Site(
      files: OutputFiles(all), pageCount: all.count, draftCount: 0, rootPath: rootPath,
      page: { $0 == "Content/a.md" ? "a/" : nil })
    return ServedSite(site) { _ in nil }
  }

  private func found(_ target: String, in site: ServedSite) throws -> String {
    switch site.find(try TargetPath(target)) {
    case .file(let file): file.path
    case .redirect(let address, let status): "\(status) \(address)"
    case .nothing: "nothing"
    }
  }

  @Test func `addresses lead where a static server has them lead`() throws {
    let site = site([
      "index.html": "", "a/index.html": "", "a/b.css": "", "404.html": "", "file": "", "ü/index.html": "",
      "_redirects":
        "/old/ /a/ 301\n/older/ /a/ 301\n/Old%20Name /a/ 301\n/wiki/a_%28b%29 /a/ 301\n/caf%C3%A9.php /a/ 301\n",
    ])
    for (target, expected) in [
      ("/", "index.html"), ("/?x", "index.html"), ("/a/", "a/index.html"), ("/a", "302 /a/"),
      ("/a?x=1", "302 /a/?x=1"),
      ("/a/index.html", "a/index.html"), ("/a/b.css", "a/b.css"), ("/a/b.css/", "nothing"), ("/file", "file"),
      ("/file/", "nothing"), ("/A/", "nothing"), ("/b", "nothing"), ("/%C3%BC", "302 /%C3%BC/"),
      ("/404.html", "404.html"),
      ("/old/", "301 /a/"), ("/old", "nothing"), ("/404", "nothing"), ("/Old%20Name", "301 /a/"),
      ("/wiki/a_(b)", "301 /a/"), ("/caf%C3%A9.php?x=1", "301 /a/"), ("/old%20name", "nothing"),
    ] {
      #expect(try found(target, in: site) == expected, "\(target)")
    }
  }

  @Test func `a site with a path of its own stands there`() throws {
    let site = site(
      ["index.html": "", "frameworks/index.html": "", "404.html": ""], rootPath: "/frameworks/")
    for (target, expected) in [
      ("/", "302 /frameworks/"), ("/frameworks", "302 /frameworks/"), ("/frameworks/", "index.html"),
      ("/frameworks/frameworks/", "frameworks/index.html"), ("/index.html", "nothing"),
    ] {
      #expect(try found(target, in: site) == expected, "\(target)")
    }
  }

  @Test func `a path of the site's own may be spelled with %`() throws {
    let site = site(
      [
        "index.html": "", "a/index.html": "", "404.html": "",
        "_redirects": "/caf%C3%A9/old/ /caf%C3%A9/a/ 301\n",
      ], rootPath: "/caf%C3%A9/")
    for (target, expected) in [
      ("/", "302 /caf%C3%A9/"), ("/caf%C3%A9", "302 /caf%C3%A9/"), ("/caf%c3%a9/", "index.html"),
      ("/caf%C3%A9/a", "302 /caf%C3%A9/a/"), ("/caf%C3%A9/old/", "301 /caf%C3%A9/a/"), ("/caf/", "nothing"),
    ] {
      #expect(try found(target, in: site) == expected, "\(target)")
    }
  }

  @Test func `a page is made when it is asked for, and no other`() throws {
    let made = Mutex<[String]>([])
    let files = ["a/index.html", "b/index.html", "404.html", "_headers"].map { path in
      OutputFile(
        path: path,
        content: .made {
          made.withLock { $0.append(path) }
          return Array(path.utf8)
        })
    }
    let site = Site(
      files: OutputFiles(files), pageCount: 3, draftCount: 0, rootPath: "/", page: { _ in nil })
    let live = LiveSite()
    live.publish(ServedSite(site) { _ in nil }, .none)
    let preview = Preview(live, hosts: AllowedHosts(host: "localhost"), reloads: false)
    for target in ["/a/", "/b", "/nothing", "/a/", "/nowhere"] {
      _ = preview.answer(RequestHead(method: "GET", target: target, headers: [("Host", "localhost")]))
    }
    // The headers are known from the start; what leads elsewhere is not made, and nothing twice in a row.
    #expect(made.withLock { $0 } == ["_headers", "a/index.html", "404.html"])
  }

  private let page =
    "<html><link href=\"x/site.00112233445566778899aabbccddeeff.css\"></head><body>B</body></html>\n"

  @Test func `the script's line is all that is added to a page`() {
    for text in [page, "no body", "", "<p>&lt;/body> twice</body></body>"] {
      let marked = String(decoding: ClientScript.marking(Array(text.utf8)), as: UTF8.self)
      #expect(marked.contains("<script src=\"/_collate/client.js\" "))
      #expect(marked.replacing(/<script src="\/_collate\/client\.js"[^>]*><\/script>\n/, with: "") == text)
    }
  }

  @Test func `a fingerprint tells a new style sheet from a new page`() {
    let first = Fingerprint(Array(page.utf8))
    let restyled = Fingerprint(
      Array(page.replacing("00112233445566778899aabbccddeeff", with: "ffeeddccbbaa99887766554433221100").utf8)
    )
    #expect(restyled != first && restyled.shape == first.shape)
    for other in [
      "00112233445566778899aabbccddeef", "00112233445566778899AABBCCDDEEFF",
      "000112233445566778899aabbccddeeff",
    ] {
      #expect(
        Fingerprint(Array(page.replacing("00112233445566778899aabbccddeeff", with: other).utf8)).shape
          != first.shape)
    }
    #expect(Fingerprint(Array(page.replacing(">B<", with: ">C<").utf8)).shape != first.shape)
  }

  private func watch(_ path: String, showing page: String) throws -> LiveReloadSession {
    let print = Fingerprint(Array(page.utf8))
    return try #require(LiveReloadSession(query: "?path=\(path)&whole=\(print.whole)&shape=\(print.shape)"))
  }

  @Test func `an open page is told what concerns it, once`() throws {
    let live = LiveSite()
    let broken = Problems(
      [Diagnostic(.deadLink, "is wrong", at: .site)], texts: [], isStrict: false, editor: nil)
    live.publish(site(["a/index.html": page, "b/index.html": "b"]), .none)
    var watch = try watch("%2Fa%2F", showing: page)
    #expect(watch.messages(at: live.snapshot) == [.problems(Problems.none.json)])
    #expect(watch.messages(at: live.snapshot) == [])
    // Another page changes, then a mistake is made.
    live.publish(site(["a/index.html": page, "b/index.html": "B"]), .none)
    #expect(watch.messages(at: live.snapshot) == [.problems(Problems.none.json)])
    live.publish(nil, broken)
    #expect(watch.messages(at: live.snapshot) == [.problems(broken.json)])
    // A style sheet, the page, a picture.
    let restyled = page.replacing(
      "00112233445566778899aabbccddeeff", with: "ffeeddccbbaa99887766554433221100")
    live.publish(site(["a/index.html": restyled]), .none)
    #expect(
      watch.messages(at: live.snapshot) == [
        .problems(Problems.none.json), .styles(Fingerprint(Array(restyled.utf8))),
      ])
    live.publish(site(["a/index.html": "new"]), .none)
    #expect(watch.messages(at: live.snapshot).last == .reload)
    live.publish(site(["a/index.html": "new"]), .none, reloads: true)
    #expect(watch.messages(at: live.snapshot).last == .reload)
    // The page goes, and comes back.
    live.publish(site(["404.html": "none"]), .none)
    #expect(watch.messages(at: live.snapshot).last == .reload)
    live.publish(site(["404.html": "none"]), .none)
    #expect(watch.messages(at: live.snapshot).last == .problems(Problems.none.json))
  }

  @Test func `a page that comes back is told of what it has missed`() throws {
    let live = LiveSite()
    live.publish(site(["a/index.html": "new"]), .none)
    var late = try watch("%2Fa%2F", showing: "old")
    #expect(late.messages(at: live.snapshot) == [.problems(Problems.none.json), .reload])
    #expect(LiveReloadSession(query: "?path=%2F..%2Fa&whole=a&shape=b") == nil)
    #expect(LiveReloadSession(query: "") == nil)
  }

  @Test func `every open page goes to the document that was saved`() throws {
    let live = LiveSite()
    let served = site(["a/index.html": "a", "b/index.html": "b"])
    live.publish(served, .none)
    var (a, b) = (try watch("%2Fa%2F", showing: "a"), try watch("%2Fb%2F", showing: "b"))
    _ = (a.messages(at: live.snapshot), b.messages(at: live.snapshot))
    live.publish(served, .none, follows: "Content/a.md")
    #expect(a.messages(at: live.snapshot) == [.problems(Problems.none.json)])
    #expect(b.messages(at: live.snapshot) == [.problems(Problems.none.json), .follow("/a/")])
    // A page that is opened after that stays where it is.
    var later = try watch("%2Fb%2F", showing: "b")
    #expect(later.messages(at: live.snapshot) == [.problems(Problems.none.json)])
    live.publish(served, .none, follows: "Content/unknown.md")
    #expect(b.messages(at: live.snapshot) == [.problems(Problems.none.json)])
  }

  @Test func `problems have an excerpt, a caret, a suggestion and a link, and no mark-up`() {
    let text = SourceText(path: "Content/a b.md", "one\nname: <b>x</b>\n")
    let diagnostic = Diagnostic(
      .wrongValue, "it is <script>", at: text.range(10..<13), suggestion: "y", help: "do",
      notes: [.init("other", at: .file("Content/c.md"))])
    let problems = Problems(
      [diagnostic, Diagnostic(.noBaseURL, "not told", at: .site)], texts: [text], isStrict: false,
      editor: EditorLink(.vscode, site: "/home/me"))
    #expect(
      problems.json == """
        {"errors":1,"warnings":0,"grave":true,"problems":[{"severity":"error","id":"wrong-value",\
        "message":"it is \\u003Cscript\\u003E","file":"Content/a b.md","line":2,"column":7,\
        "excerpt":"name: \\u003Cb\\u003Ex\\u003C/b\\u003E","caret":"      ^^^",\
        "link":"vscode://file/home/me/Content/a%20b.md:2:7","suggestion":"y","help":"do",\
        "notes":[{"message":"other","file":"Content/c.md","link":"vscode://file/home/me/Content/c.md:1:1"}]}]}
        """)
    let warning = Diagnostic(.emptyDocument, as: .warning, "careful", at: .site)
    #expect(Problems([warning], texts: [], isStrict: false, editor: nil).json.contains("\"grave\":false"))
    #expect(Problems([warning], texts: [], isStrict: true, editor: nil).json.contains("\"grave\":true"))
  }

  @Test func `every editor's link names file, line and column`() {
    let links = EditorLink.Editor.allCases.map {
      EditorLink($0, site: "/s/").address(of: "Content/a.md", at: SourcePosition(line: 3, column: 4))
    }
    #expect(
      links == [
        "vscode://file/s/Content/a.md:3:4", "vscode-insiders://file/s/Content/a.md:3:4",
        "vscodium://file/s/Content/a.md:3:4", "cursor://file/s/Content/a.md:3:4",
        "windsurf://file/s/Content/a.md:3:4", "zed://file/s/Content/a.md:3:4",
        "idea://open?file=/s/Content/a.md&line=3&column=4",
        "webstorm://open?file=/s/Content/a.md&line=3&column=4",
        "txmt://open?url=file:///s/Content/a.md&line=3&column=4",
        "mvim://open?url=file:///s/Content/a.md&line=3&column=4",
      ])
  }
}

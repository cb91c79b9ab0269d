import Diagnostics
import Foundation
import Testing

/// The site that comes with Collate: what is promised of it, checked on its finished pages.
struct BundledSiteTests {
  @Test func `it builds without an error or a warning`() async throws {
    let site = try await BuiltSite.shared.value
    #expect(site.diagnostics.filter { $0.severity != .note }.map(\.summary) == [])
    #expect(!site.files.isEmpty)
  }

  @Test func `it has a page for each of seventeen frameworks`() async throws {
    let site = try await BuiltSite.shared.value
    let items = site.files.keys.compactMap { path -> String? in
      let parts = path.split(separator: "/")
      return parts.count == 3 && parts[0] == "frameworks" ? String(parts[1]) : nil
    }
    #expect(
      items.sorted() == [
        "asp-net", "asp-net-core", "cakephp", "django", "express", "flask", "koa", "laravel", "meteor",
        "nestjs",
        "nextjs", "nodejs", "phoenix", "ruby-on-rails", "spring", "spring-boot", "strapi",
      ])
  }

  @Test func `every internal link and anchor resolves`() async throws {
    let site = try await BuiltSite.shared.value
    let anchors = Dictionary(uniqueKeysWithValues: site.pages.map { ($0.path, Set($0.html.ids)) })
    var broken: [String] = []
    var count = 0
    for (path, html) in site.pages {
      for element in html.elements {
        for name in ["href", "src"] {
          guard let address = element.attributes[name] else { continue }
          count += 1
          if let problem = Self.problem(address, on: path, files: site.files, anchors: anchors) {
            broken.append("\(path): \(address): \(problem)")
          }
        }
      }
    }
    #expect(broken == [])
    #expect(count > 10_000)
  }

  /// What is wrong with an address on a page, or nil.
  static func problem(
    _ address: String, on page: String, files: [String: [UInt8]], anchors: [String: Set<String>]
  ) -> String? {
    if address.isEmpty { return "empty" }
    if ["https://", "http://", "mailto:"].contains(where: { address.hasPrefix($0) }) { return nil }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    var folders = page.split(separator: "/").dropLast().map(String.init)
    // What stands behind a question mark is for the script of the page.
    let place = String(parts[0].prefix { $0 != "?" })
    let target = place.removingPercentEncoding ?? place
    if target.hasPrefix("/") { folders = [] }
    var file = page
    if !target.isEmpty {
      for part in target.split(separator: "/") {
        if part == ".." {
          guard folders.popLast() != nil else { return "leads out of the site" }
        } else if part != "." {
          folders.append(String(part))
        }
      }
      let isFolder = target.hasSuffix("/") || target == "." || target == ".."
      file = (folders + (isFolder ? ["index.html"] : [])).joined(separator: "/")
    }
    guard files[file] != nil else { return "no file \(file)" }
    guard parts.count == 2 else { return nil }
    let fragment = parts[1].removingPercentEncoding ?? parts[1]
    return anchors[file]?.contains(fragment) == true ? nil : "no anchor on \(file)"
  }

  /// No heading of the site's documents has an underscore, and all other anchors have one.
  @Test func `an anchor that is no heading's begins with a capital`() async throws {
    let site = try await BuiltSite.shared.value
    let made = site.pages.flatMap { path, html in html.ids.filter { $0.contains("_") }.map { (path, $0) } }
    #expect(made.filter { !("A"..."Z").contains($0.1.prefix(1)) }.map { "\($0.0): \($0.1)" } == [])
    #expect(made.count > 10_000)
  }

  @Test func `no id stands twice on a page`() async throws {
    let site = try await BuiltSite.shared.value
    let twice = site.pages.flatMap { path, html in
      Dictionary(grouping: html.ids, by: { $0 }).filter { $0.value.count > 1 }.keys.map { "\(path): \($0)" }
    }
    #expect(twice.sorted() == [])
  }

  @Test func `no cell of a table is blank`() async throws {
    let site = try await BuiltSite.shared.value
    var blank: [String] = []
    var count = 0
    for (path, bytes) in site.files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".html") {
      for cell in Self.cells(String(decoding: bytes, as: UTF8.self)) {
        count += 1
        if Self.text(cell).isEmpty { blank.append("\(path): \(cell.prefix(80))") }
      }
    }
    #expect(blank == [])
    #expect(count > 2_000)
  }

  /// The inside of every `td` and `th`.
  private static func cells(_ html: String) -> [Substring] {
    var cells: [Substring] = []
    for name in ["td", "th"] {
      for part in html.components(separatedBy: "<\(name)").dropFirst() {
        guard let first = part.first, first == ">" || first.isWhitespace, let open = part.firstIndex(of: ">")
        else { continue }
        let inside = part[part.index(after: open)...]
        let end = inside.range(of: "</\(name)>")?.lowerBound ?? inside.endIndex
        cells.append(Substring(String(inside[..<end])))
      }
    }
    return cells
  }

  /// The text outside of tags, with drawings counted as none.
  private static func text(_ html: Substring) -> String {
    var text = ""
    var isInTag = false
    for character in html {
      if character == "<" {
        isInTag = true
      } else if character == ">" {
        isInTag = false
      } else if !isInTag {
        text.append(character)
      }
    }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test func `every claim on an item's page leads to its sources`() async throws {
    let site = try await BuiltSite.shared.value
    var without: [String] = []
    var count = 0
    for (path, bytes) in site.files.sorted(by: { $0.key < $1.key }) {
      guard path.hasPrefix("frameworks/"), path != "frameworks/index.html" else { continue }
      let html = String(decoding: bytes, as: UTF8.self)
      let claims = html.components(separatedBy: "id=\"Claim_").dropFirst()
      for claim in claims {
        count += 1
        let own = claim.components(separatedBy: "</li>").first ?? claim
        if !own.contains("href=\"#Source_") { without.append("\(path) \(own.prefix { $0 != "\"" })") }
      }
    }
    #expect(without == [])
    #expect(count > 600)
  }

  @Test
  func `every disagreement stands on its item's page, and on the page of all, which leads there`()
    async throws
  {
    let site = try await BuiltSite.shared.value
    let pages = Dictionary(uniqueKeysWithValues: site.pages.map { ($0.path, $0.html) })
    let all = try #require(pages["contested/index.html"])
    var leading: Set<String> = []
    for id in all.ids {
      let parts = id.split(separator: "_").map(String.init)
      guard parts.count == 3, ["Values", "Claims", "Mixed"].contains(parts[0]) else { continue }
      let row = (parts[0] == "Values" ? "Fact_" : "Opinion_") + parts[2]
      leading.insert("../frameworks/\(parts[1])/#\(row)")
      let ids = pages["frameworks/\(parts[1])/index.html"]?.ids ?? []
      #expect(ids.contains(row) && ids.count { $0 == row } == 1, "\(id)")
    }
    #expect(leading.count >= 30)
    let links = Set(all.elements.compactMap { $0.name == "a" ? $0.attributes["href"] : nil })
    #expect(leading.subtracting(links) == [])
  }

  @Test(arguments: [
    ("asp-net", "ASP.NET", "is succeeded by", "asp-net-core", "ASP.NET Core"),
    ("spring-boot", "Spring Boot", "extends", "spring", "Spring"),
    ("koa", "Koa", "is made by the team behind", "express", "Express.js"),
    ("express", "Express.js", "builds on", "nodejs", "Node.js"),
  ])
  func `what succeeds or builds on what is told on both pages, with sources`(
    left: String, leftName: String, phrase: String, right: String, rightName: String
  ) async throws {
    let site = try await BuiltSite.building()
    for page in [left, right] {
      let html = String(decoding: try #require(site.files["frameworks/\(page)/index.html"]), as: UTF8.self)
      let relation = html.components(separatedBy: "<li>").filter {
        $0.contains("\(leftName)</a> \(phrase) \(rightName)")
          || $0.contains("\(leftName) \(phrase) <a") && $0.contains(">\(rightName)</a>")
      }
      #expect(relation.count == 1 && relation[0].contains("href=\"#Source_"), "\(page)")
    }
  }

  @Test func `no relation is told twice`() async throws {
    let site = try await BuiltSite.building()
    var count = 0
    for (path, bytes) in site.files where path.hasPrefix("frameworks/") && path != "frameworks/index.html" {
      let html = String(decoding: bytes, as: UTF8.self)
      guard let start = html.range(of: "id=\"The_comparisons\"") else { continue }
      count += 1
      let section = html[start.upperBound...].components(separatedBy: "</details>")[0]
      let lines = section.components(separatedBy: "<li>").dropFirst()
      let relations = lines.map { $0.components(separatedBy: "<a class=\"src\"")[0] }
      #expect(Set(relations).count == relations.count, "\(path)")
      #expect(lines.allSatisfy { $0.contains("<a class=\"src\"") }, "\(path)")
    }
    #expect(count > 10)
  }

  @Test func `nothing is loaded from another host`() async throws {
    let site = try await BuiltSite.shared.value
    var foreign: [String] = []
    for (path, html) in site.pages {
      for element in html.elements
      where ["script", "img", "link", "iframe", "video", "audio", "source"].contains(element.name) {
        let address = element.attributes["src"] ?? element.attributes["href"] ?? ""
        if address.contains("//"), element.attributes["rel"] != "canonical" {
          foreign.append("\(path): \(address)")
        }
      }
    }
    #expect(foreign == [])
  }

  @Test func `every link out of the site says that nobody vouches for it`() async throws {
    let site = try await BuiltSite.shared.value
    var vouched: [String] = []
    var count = 0
    for (path, html) in site.pages {
      for element in html.elements where element.name == "a" {
        guard let address = element.attributes["href"], address.hasPrefix("http") else { continue }
        count += 1
        if element.attributes["rel"] != "nofollow ugc noopener" { vouched.append("\(path): \(address)") }
      }
    }
    #expect(vouched == [])
    #expect(count >= 17)
  }

  @Test func `the number of jobs and the order of the disk change no byte`() async throws {
    let first = try await BuiltSite.building(jobs: 1)
    let second = try await BuiltSite.building(jobs: 7, shuffled: true)
    #expect(first.files.keys.sorted() == second.files.keys.sorted())
    #expect(first.files.filter { second.files[$0.key] != $0.value }.keys.sorted() == [])
  }
}

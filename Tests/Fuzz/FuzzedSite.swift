import Comparison
import Diagnostics
import Pages

/// A small site to which an input adds files, or whose files it replaces.
enum FuzzedSite {
  private static let base = [
    "site.yml": "title: T\nitems: { folder: items, one: item, many: items }\n",
    "criteria/speed.md": "---\nname: Speed\n---\n",
    "criteria/year.md": "---\nname: Year\ntype: number\nindex: true\n---\n",
    "sources/one.md": "---\nname: One\n---\n",
    "use-cases/games.md": "---\nname: Games\nneeds: [speed]\n---\n",
    "items/a.md": "---\nname: A\n---\n",
    "items/b.md":
      "---\nname: B\nfacts:\n  year: { value: 2001, sources: [one] }\n---\n\n## Strengths\n\n- **Speed**: quick. [^o]\n\n[^o]: [One](../sources/one.md)\n",
  ]
  /// Where a file goes that an input does not name.
  private static let unnamed = "items/a.md"

  /// The files of each state of the site, one or two, by path below `Content`.
  static func states(_ bytes: [UInt8]) -> [[String: [UInt8]]] {
    var states: [[String: [UInt8]]] = [[:]]
    var path = unnamed
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.elementsEqual("%%%%".utf8), states.count == 1 {
        states.append([:])
        path = unnamed
      } else if line.starts(with: "=== ".utf8), let name = known(line.dropFirst(4)) {
        path = name
      } else {
        states[states.count - 1][path, default: []] += line + [0x0A]
      }
    }
    return states
  }

  /// Inputs choose among the files that a site of this kind has; everything else is text.
  private static func known(_ name: ArraySlice<UInt8>) -> String? {
    let names = base.keys + ["guides/g.md", "index.md", "matrices/m.md", "items/c.md"]
    return names.first { $0.utf8.elementsEqual(name) }
  }

  static func tree(_ files: [String: [UInt8]]) -> SourceTree {
    let all = base.mapValues { Array($0.utf8) }.merging(files) { $1 }
    let texts = all.sorted { $0.key < $1.key }.compactMap { path, bytes -> SourceText? in
      // The decoding of bytes that are no text is the discovery's work.
      String(validating: bytes, as: UTF8.self).map { SourceText(path: "Content/" + path, $0) }
    }
    return SourceTree(
      configuration: texts.first { $0.path == "Content/site.yml" },
      documents: texts.filter { $0.path.hasSuffix(".md") })
  }

  /// Every file that a site would publish.
  static func contents(_ site: Site?) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for file in site?.files ?? OutputFiles([]) {
      if case .made(let make) = file.content { contents[file.path] = make() }
    }
    return contents
  }
}

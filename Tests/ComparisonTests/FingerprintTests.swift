import TestSupport
import Testing

@testable import Comparison

/// The fingerprints of nodes: what is not in one is taken for unchanged after an edit.
struct FingerprintTests {
  /// Every property of the types that make up an item's nodes, by type. A new one belongs in the fingerprint of its node
  /// (`Sources/Comparison/Reading/Fingerprints.swift`) unless it is a place or derived from others, and then here.
  private static let properties: [String: [String]] = [
    "Content": [
      "entry", "website", "links", "logo", "aliases", "updated", "prose", "claimSections", "claims", "cells",
    ],
    "Entry": ["slug", "name", "summary", "path", "place", "redirectFrom", "extra"],
    "Link": ["label", "address"],
    "Logo": ["target", "size"],
    "Prose": ["introduction", "sections", "footnotes", "generatedLinks"],
    "Section": ["id", "title", "heading", "text"],
    "ClaimSection": ["kind", "id", "title", "heading", "claims", "remarks"],
    "Claim": [
      "id", "name", "item", "kind", "subjects", "text", "more", "editorNotes", "citations",
      "closingCitations", "details", "parts", "range",
    ],
    "Part": ["text", "citations"],
    "Cell": ["facts", "strengths", "weaknesses", "features", "balance", "factState", "claimState"],
    "Balance": ["supporters", "critics", "both"],
    "Fact": ["value", "note", "sources", "verified", "isCommonKnowledge", "isStale", "range"],
    "Relation": ["from", "phrase", "to", "sources", "criterion", "favours"],
    "Organisation": ["id", "slug", "name", "claims"],
    "Heading": ["level", "id", "title"],
  ]

  @Test func `the groups and nodes of items begin behind all others`() {
    #expect(NodeGroup.item(.init(0)) == 1 + BodyKind.allCases.count)
    #expect(ItemNode.first == ItemNode.allCases.count)
  }

  @Test func `every property of an item is in the fingerprint of a node`() async {
    let catalog = await Self.site.resolved().catalog
    var found: [String: [String]] = [:]
    for item in catalog.items {
      collect(item.content, &found)
      for relation in item.relations { collect(relation, &found) }
    }
    for organisation in catalog.organisations { collect(organisation, &found) }
    for page in catalog.pages { for heading in page.headings { collect(heading, &found) } }
    for (type, properties) in Self.properties {
      #expect(found[type] == properties, "\(type)")
    }
  }

  /// Notes the properties of all structures in a value.
  private func collect(_ value: Any, _ found: inout [String: [String]]) {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .struct {
      let name = "\(type(of: value))"
      if Self.properties[name] != nil { found[name] = mirror.children.compactMap(\.label) }
    }
    for child in mirror.children { collect(child.value, &found) }
  }

  private static let site = SiteInMemory(
    [
      "site.yml": "title: Things\nitems: { one: thing, many: things, folder: items }\n",
      "criteria/speed.md": "---\nname: Speed\ntype: text\n---\n",
      "sources/one.md": "---\nname: One\n---\n",
      "guides/how.md": "---\nname: How\n---\n\n## First\n\nWords.\n",
      "items/a.md": """
      ---
      name: A
      summary: A thing.
      website: https://a.example/
      links: { Code: "https://a.example/code" }
      updated: 2026-01-01
      redirect-from: [old/a]
      facts: { speed: { value: fast, note: very, sources: [one] } }
      related: [{ item: b, as: is faster than, sources: [one] }]
      extra: { key: value }
      ---

      Prose.[^n]

      ## More

      Words.

      ## Strengths

      - **Speed**: it is fast [^one] and quick. [^one]

      ## Used by

      - **Somebody** [^one]

      [^one]: [One](../sources/one.md)
      [^n]: A note.
      """,
      "items/b.md": "---\nname: B\nlogo: ../logo.svg\n---\n",
    ], otherFiles: ["logo.svg"])
}

import Diagnostics
import MarkdownParsing
import Testing

/// Every node of a tree with the text of its place: cmark's own places are only hints.
struct MarkdownPlaceTests {
  private func places(_ text: String) -> String { dump(markdown(text).document, places: true) }

  @Test func `blocks end with the last thing in them`() {
    #expect(
      places("# A *b* #\n\n> q\nlazy\n> - i\n>\n>   j\n\n\nT\n---\n\n    code\n\n```x\ny\n```\n***\n") == """
        heading(level: 1, id: "a-b") «# A *b*»
          text("A ") «A »
          emphasis «*b*»
            text("b") «b»
        blockQuote «> q⏎lazy⏎> - i⏎>⏎>   j»
          paragraph «q⏎lazy»
            text("q") «q»
            softBreak «⏎»
            text("lazy") «lazy»
          list(ordered: false, start: 0, tight: false) «- i⏎>⏎>   j»
            item «- i⏎>⏎>   j»
              paragraph «i»
                text("i") «i»
              paragraph «j»
                text("j") «j»
        heading(level: 2, id: "t") «T⏎---»
          text("T") «T»
        codeBlock(info: "", literal: "code\\n") «code»
        codeBlock(info: "x", literal: "y\\n") «```x⏎y⏎```»
        thematicBreak «***»

        """)
  }

  @Test func `inlines are found behind breaks, escapes and entities`() {
    #expect(
      places(
        "a\\\n**b** &amp; \\* [c](d) ![e][f]\n  `g``\n`` **h** <https://i.j> www.k.lm ~~n~~ *o __p__*\n\n[f]: q 'r'"
      ) == """
        paragraph «a\\⏎**b** &amp; \\* [c](d) ![e][f]⏎  `g``⏎`` **h** <https://i.j> www.k.lm ~~n~~ *o __p__*»
          text("a") «a»
          lineBreak «\\⏎»
          strong «**b**»
            text("b") «b»
          text(" & * ") « &amp; \\* »
          link(destination: relative(path: "d", query: nil, fragment: nil), title: "") «[c](d)»
            text("c") «c»
          text(" ") « »
          image(destination: relative(path: "q", query: nil, fragment: nil), title: "r") «![e][f]»
            text("e") «e»
          softBreak «⏎»
          text("`g") «`g»
          code(" ") «``⏎``»
          text(" ") « »
          strong «**h**»
            text("h") «h»
          text(" ") « »
          link(destination: external("https://i.j"), title: "") «<https://i.j>»
            text("https://i.j") «https://i.j»
          text(" ") « »
          link(destination: external("http://www.k.lm"), title: "") «www.k.lm»
            text("www.k.lm") «www.k.lm»
          text(" ") « »
          strikethrough «~~n~~»
            text("n") «n»
          text(" ") « »
          emphasis «*o __p__*»
            text("o ") «o »
            strong «__p__»
              text("p") «p»

        """)
  }

  @Test func `inlines are found behind the link definitions that open a paragraph`() {
    #expect(
      places("[a]: b\n  'c'\n[d]: <e f>\n[a] and [d]") == """
        paragraph «[a] and [d]»
          link(destination: relative(path: "b", query: nil, fragment: nil), title: "c") «[a]»
            text("a") «a»
          text(" and ") « and »
          link(destination: relative(path: "e f", query: nil, fragment: nil), title: "") «[d]»
            text("d") «d»

        """)
  }

  @Test func `inlines are found in quotes, lists and footnotes`() {
    #expect(
      places("> - a [b](c\n>   'd')\n>  **e**\nlazy **f** [^g]\n\n[^g]: h\n\n    **i**") == """
        blockQuote «> - a [b](c⏎>   'd')⏎>  **e**⏎lazy **f** [^g]»
          list(ordered: false, start: 0, tight: true) «- a [b](c⏎>   'd')⏎>  **e**⏎lazy **f** [^g]»
            item «- a [b](c⏎>   'd')⏎>  **e**⏎lazy **f** [^g]»
              paragraph «a [b](c⏎>   'd')⏎>  **e**⏎lazy **f** [^g]»
                text("a ") «a »
                link(destination: relative(path: "c", query: nil, fragment: nil), title: "d") «[b](c⏎>   'd')»
                  text("b") «b»
                softBreak «⏎»
                strong «**e**»
                  text("e") «e»
                softBreak «⏎»
                text("lazy ") «lazy »
                strong «**f**»
                  text("f") «f»
                text(" ") « »
                footnoteReference(0) «[^g]»
        paragraph «h»
          text("h") «h»
        paragraph «**i**»
          strong «**i**»
            text("i") «i»

        """)
  }

  @Test func `cells are found in their rows`() {
    #expect(
      places("- above\n  | a | **b** |\n  |---|--:|\n  | `c\\|d` \\| | **e** | f |\n   g\n\n> | h |\n> |---|")
        == """
        list(ordered: false, start: 0, tight: true) «- above⏎  | a | **b** |⏎  |---|--:|⏎  | `c\\|d` \\| | **e** | f |⏎   g»
          item «- above⏎  | a | **b** |⏎  |---|--:|⏎  | `c\\|d` \\| | **e** | f |⏎   g»
            paragraph «above»
              text("above") «above»
            table(alignments: [.none, .right]) «| a | **b** |⏎  |---|--:|⏎  | `c\\|d` \\| | **e** | f |⏎   g»
              tableHeader «| a | **b** |»
                tableCell(column: 0, alignment: .none) «a»
                  text("a") «a»
                tableCell(column: 1, alignment: .right) «**b**»
                  strong «**b**»
                    text("b") «b»
              tableRow «| `c\\|d` \\| | **e** | f |»
                tableCell(column: 0, alignment: .none) «`c\\|d` \\|»
                  code("c|d") «`c\\|d`»
                  text(" |") « \\|»
                tableCell(column: 1, alignment: .right) «**e**»
                  strong «**e**»
                    text("e") «e»
              tableRow «g»
                tableCell(column: 0, alignment: .none) «g»
                  text("g") «g»
                tableCell(column: 1, alignment: .right) «»
        blockQuote «> | h |⏎> |---|»
          table(alignments: [.none]) «| h |⏎> |---|»
            tableHeader «| h |»
              tableCell(column: 0, alignment: .none) «h»
                text("h") «h»

        """)
  }

  @Test func `HTML that is shown as text has its place`() {
    #expect(
      places("a <b\n  c> d <!-- e --> [^f] g\n\n<div>\nh\n</div>") == """
        paragraph «a <b⏎  c> d <!-- e --> [^f] g»
          text("a <b c> d [^f] g") «a <b⏎  c> d <!-- e --> [^f] g»
        paragraph «<div>⏎h⏎</div>»
          text("<div>") «<div>⏎h⏎</div>»
          softBreak «<div>⏎h⏎</div>»
          text("h") «<div>⏎h⏎</div>»
          softBreak «<div>⏎h⏎</div>»
          text("</div>") «<div>⏎h⏎</div>»

        """)
  }
}

import Diagnostics
import Testing
import TextEncoding

@testable import Templating

extension Filter: CustomTestStringConvertible {
  var testDescription: String { name }
}

/// What the table of filters says of them.
struct FilterTests {
  private func sample() throws -> FilterSample {
    FilterSample(day: try #require(CalendarDate("2024-09-03")))
  }

  @Test(arguments: Filter.all)
  func `a filter gives what its examples say, which show it`(_ filter: Filter) throws {
    for example in filter.examples {
      #expect(example.template.contains("| \(filter.name)"))
      let source = SourceText(path: "Templates/page.html", example.template)
      let (template, diagnostics) = TemplateSet([source], words: dateWords).compile(
        "page.html", for: FilterSample.record.shape)
      #expect(diagnostics == [], "\(example.template)")
      let bytes = template?.render(FilterSample.record.value(try sample()), base: "") ?? []
      #expect(String(decoding: bytes, as: UTF8.self) == example.output, "\(example.template)")
    }
  }

  @Test func `no two filters have one name, and each is found by its own`() {
    #expect(Set(Filter.all.map(\.name)).count == Filter.all.count)
    for filter in Filter.all { #expect(Filter.named(filter.name)?.usage == filter.usage) }
    #expect(Filter.named("uper") == nil)
  }

  @Test(arguments: Filter.all)
  func `a filter says how it is written, with as many arguments as it takes`(_ filter: Filter) {
    let call = filter.usage.split(separator: " | ", maxSplits: 1).last ?? ""
    #expect(call == filter.name || call.hasPrefix("\(filter.name)("))
    let commas = call.split(separator: "\"").enumerated().filter {
      $0.offset % 2 == 0 && $0.element.contains(",")
    }
    let count = call.contains("(") ? commas.count + 1 : 0
    #expect(count == filter.parameters.count)
    #expect(filter.parameters.count <= 2)
    #expect(filter.summary.hasSuffix("."))
  }
}

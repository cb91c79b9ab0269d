import Diagnostics
import Testing

/// Every example breaks the rule that it is an example of.
struct ExampleTests {
  /// One after the other, as a theme that has not changed is compiled once.
  @Test func `an example breaks its rule, and the mended one does not`() async {
    var site = ExampleSite()
    for rule in Diagnostic.Rule.all where rule.example.place != .situation {
      let example = rule.example
      let found = await site.diagnostics(example.faulty, at: example.place)
      let faulty = found.map(\.rule.id)
      #expect(faulty.contains(rule.id), "\(rule.id), not \(faulty):\n\(example.faulty)")
      #expect(found.contains { $0.rule == rule && $0.severity == rule.severity }, "\(rule.id)")
      guard let text = example.mended else { continue }
      let mended = await site.diagnostics(text, at: example.place).filter { $0.severity != .note }
        .map(\.rule.id)
      #expect(text != example.faulty && !mended.contains(rule.id), "\(rule.id):\n\(text)")
      #expect(Set(mended).subtracting(faulty) == [], "\(rule.id):\n\(text)")
    }
  }

  @Test func `nothing is wrong with the site of the examples`() async {
    var site = ExampleSite()
    #expect(await site.diagnostics("It is fast.\n", at: .body).map(\.rule) == [.noBaseURL])
  }

  /// Rules that it takes a disk, a network, a signal or a file of many megabytes to break.
  private static let situations: Set<Diagnostic.Rule> = [
    .noConfiguration, .wordlessReasons, .invalidEncoding, .tooManyHostRules, .importLimit, .largeItem,
    .largeValue, .largeText,
    // Reading a site.
    .skippedFiles, .invalidFileName, .notAFolder, .symbolicLink, .specialFile, .largeFile, .deepFolder,
    .unreadableFile, .unreadableFolder, .changedFile,
    // Publishing.
    .noSite, .noContent, .refusedOutput, .lockedOutput, .foreignFiles, .occupiedPath, .unsafePath, .keptFile,
    .brokenManifest, .interrupted, .cannotClean, .cannotLock, .cannotMake, .cannotOpen, .cannotRead,
    .cannotRemove, .cannotWatch, .cannotWrite,
    // Serving.
    .cannotListen, .portTaken, .openToNetwork, .noBrowser, .polling,
  ]

  @Test func `the rules whose examples are not built are known by name`() {
    let found = Set(Diagnostic.Rule.all.filter { $0.example.place == .situation })
    #expect(found.symmetricDifference(Self.situations).map(\.id) == [])
  }
}

import Comparison
import Testing
import TestSupport

/// The sizes that the headers of image files tell, and that no bytes whatever do harm.
struct ImageSizeTests {
  private static func size(of bytes: [UInt8]) -> ImageSize? {
    ImageSize.reading(byteCount: bytes.count) { range in Array(bytes[range.clamped(to: 0..<bytes.count)]) }
  }

  private static func big(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] { big(number, count).reversed() }

  private static func box(_ type: String, _ body: [UInt8]) -> [UInt8] {
    big(body.count + 8, 4) + Array(type.utf8) + body
  }

  // MARK: Files of every format

  private static func png(_ width: Int, _ height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + box("IHDR", big(width, 4) + big(height, 4))
  }

  private static func webp(_ chunk: String, _ body: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + little(body.count + 12, 4) + Array("WEBP".utf8) + Array(chunk.utf8)
      + little(body.count, 4) + body
  }

  private static func jpeg(_ segments: [[UInt8]], frame: UInt8 = 0xC0) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8]
    for segment in segments { bytes += segment }
    bytes += [0xFF, frame, 0, 17, 8]
    bytes += big(300, 2)
    bytes += big(400, 2)
    return bytes + Array(repeating: 3, count: 10)
  }

  private static func segment(_ kind: UInt8, _ body: [UInt8]) -> [UInt8] {
    [0xFF, kind] + big(body.count + 2, 2) + body
  }

  private static func exif(_ orientation: Int, littleEndian: Bool) -> [UInt8] {
    let number = littleEndian ? Self.little : Self.big
    var tiff = Array((littleEndian ? "II" : "MM").utf8)
    tiff += number(42, 2)
    tiff += number(8, 4)
    tiff += number(2, 2)
    for (tag, value) in [(0x10F, 2), (0x112, orientation)] {
      tiff += number(tag, 2)
      tiff += number(3, 2)
      tiff += number(1, 4)
      tiff += number(value, 2)
      tiff += [0, 0]
    }
    return segment(0xE1, Array("Exif\0\0".utf8) + tiff + number(0, 4))
  }

  private static func extent(_ width: Int, _ height: Int) -> [UInt8] {
    box("ispe", [0, 0, 0, 0] + big(width, 4) + big(height, 4))
  }

  private static func avif(turned: Bool) -> [UInt8] {
    var properties = extent(512, 512)
    properties += box("pixi", [0, 0, 0, 0, 1, 8])
    properties += extent(900, 700)
    if turned { properties += box("irot", [1]) }
    var meta: [UInt8] = [0, 0, 0, 0]
    meta += box("hdlr", Array(repeating: 0, count: 24))
    meta += box("iprp", box("ipco", properties))
    let brands: [UInt8] = Array("mif1".utf8) + [0, 0, 0, 0] + Array("avifmiaf".utf8)
    return box("ftyp", brands) + box("meta", meta) + box("mdat", [1, 2, 3])
  }

  static let files: [(name: String, bytes: [UInt8], width: Int, height: Int)] = [
    ("png", png(640, 480), 640, 480),
    ("gif", Array("GIF89a".utf8) + little(12, 2) + little(300, 2), 12, 300),
    (
      "lossy webp", webp("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A] + little(0x4000 | 500, 2) + little(33, 2)), 500,
      33
    ),
    ("lossless webp", webp("VP8L", [0x2F] + little(1199 | 629 << 14 | 1 << 28, 4)), 1200, 630),
    ("extended webp", webp("VP8X", [0, 0, 0, 0] + little(4999, 3) + little(1, 3)), 5000, 2),
    ("jpeg", jpeg([segment(0xE0, Array("JFIF\0".utf8))]), 400, 300),
    (
      "progressive jpeg", jpeg([segment(0xDB, Array(repeating: 1, count: 65)), [0xFF]], frame: 0xC2), 400, 300
    ),
    (
      "jpeg behind a large profile",
      jpeg(Array(repeating: segment(0xE2, Array(repeating: 0xFF, count: 60_000)), count: 9)), 400, 300
    ),
    ("jpeg on its side", jpeg([exif(6, littleEndian: true)]), 300, 400),
    ("jpeg on its other side", jpeg([segment(0xE0, [0]), exif(8, littleEndian: false)]), 300, 400),
    ("jpeg upside down", jpeg([exif(3, littleEndian: true)]), 400, 300),
    ("avif", avif(turned: false), 900, 700), ("turned avif", avif(turned: true), 700, 900),
  ]

  @Test(arguments: files.indices)
  func `the header of every format tells the size`(index: Int) {
    let file = Self.files[index]
    #expect(Self.size(of: file.bytes) == ImageSize(width: file.width, height: file.height), "\(file.name)")
  }

  @Test(arguments: [
    (#"<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"/>"#, 64, 32),
    (
      "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- <svg width='1'> -->\n<svg\n width = '64px' height=' 32.4 '>", 64,
      32
    ),
    (#"<!DOCTYPE svg [ <!ENTITY a ">"> ]><svg viewBox="0 0 24 12" a="&a;">"#, 24, 12),
    (#"<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"><svg width="48" viewBox="0,0,24,12">"#, 48, 24),
    (#"<svg width="100%" height="10em" viewBox="-5 -5 1e1 20">"#, 10, 20),
  ])
  func `an SVG tells its size in pixels or its proportions`(text: String, width: Int, height: Int) {
    #expect(Self.size(of: Array(text.utf8)) == ImageSize(width: width, height: height))
  }

  @Test(arguments: [
    "", "<", "<svg", "<svg>", "<svg ", "<svgx width='1' height='1'>", "<svg width='1'>",
    "<svg width='0' height='5'>", "<svg width='-1' height='5'>", "<svg width='nan' height='inf'>",
    "<svg width='1e300' height='1e300'>", "<svg width=1 height=1>", "<svg width='1' height='1", "<!-- <svg",
    "<!DOCTYPE svg [ <svg width='1' height='1'>", "<svg viewBox='0 0 a 1'>", "<svg viewBox='0 0 1'>",
    "<html><svg width='1' height='1'>", "GIF89a", "RIFF\0\0\0\0WEBPVP8 ", "not really a picture",
  ])
  func `what is no image, or tells no size, has none`(text: String) {
    #expect(Self.size(of: Array(text.utf8)) == nil)
  }

  @Test func `a picture without an extent, or with an absurd one, has no size`() {
    for side in [0, 1_000_001, Int(UInt32.max)] { #expect(Self.size(of: Self.png(side, 5)) == nil) }
  }

  @Test func `only files that are named as images are looked into`() {
    let named = ["a/b.png", "Content/X.JPG", "x.jpeg", "ä.webp", "a.b.svg", "x.avif", "x.gif"]
    #expect(named.allSatisfy(ImageSize.mayBeKnown))
    #expect(!["png", "a.png/b", "x.pdf", "x.bmp", "x.png.gz", "."].contains(where: ImageSize.mayBeKnown))
  }

  // MARK: Any bytes

  @Test func `a file that ends anywhere does no harm`() {
    for file in Self.files {
      for length in stride(from: 0, through: min(file.bytes.count, 3000), by: 1) {
        let size = Self.size(of: Array(file.bytes.prefix(length)))
        #expect(size == nil || size == Self.size(of: file.bytes), "\(file.name) cut to \(length)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `changed bytes do no harm, and little of a file is read`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<4000 {
      guard var bytes = Self.files.randomElement(using: &random)?.bytes.prefix(4000).map(\.self) else {
        continue
      }
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<min(bytes.count, 120), using: &random)
        let extremes: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)]
        bytes[place] = extremes.randomElement(using: &random) ?? 0
      }
      // A file may also be shorter than it was when its length was asked for.
      let claimed =
        bytes.count + Int.random(in: 0...1, using: &random) * Int.random(in: 0...(1 << 40), using: &random)
      var count = 0
      let size = ImageSize.reading(byteCount: claimed) { range in
        count += 1
        #expect(
          range.lowerBound >= 0 && range.upperBound <= claimed && range.count <= 32 << 10, "seed \(seed)")
        return Array(bytes[range.clamped(to: 0..<bytes.count)])
      }
      #expect(count <= 256, "seed \(seed)")
      if let size { #expect((1...1_000_000).contains(size.width) && (1...1_000_000).contains(size.height)) }
    }
  }
}

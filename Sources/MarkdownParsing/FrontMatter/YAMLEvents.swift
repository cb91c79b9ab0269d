// The only file that imports libyaml. Pitfalls: marks count code points from 0, not bytes; encoding errors have no mark
// but `problem_offset`, in bytes; duplicate keys and exponentially growing aliases are not errors.
import CLibYAML

/// An event of a YAML stream, with byte offsets in the text.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case scalar(String, quoted: Bool)
    case sequenceStart(inBrackets: Bool)
    case mappingStart(inBraces: Bool)
    case collectionEnd
    case alias
  }

  var kind: Kind
  var offsets: Range<Int>
  /// Whether the value has an `&anchor` or `!tag`; both are included in `offsets`.
  var hasProperties: Bool
  /// Whether it is a double-quoted scalar, in which backslash escapes are interpreted.
  var hasEscapes: Bool
}

/// An error of libyaml, with its original message.
struct YAMLFailure {
  var problem: String
  var context: String
  var offset: Int
  var contextOffset: Int
}

/// Passes the events of a text to `visit` until that returns false; returns the syntax error, if any.
func forEachYAMLEvent(in bytes: ArraySlice<UInt8>, visit: (YAMLEvent) -> Bool) -> YAMLFailure? {
  let pairs = SurrogatePairs(bytes)
  let failure = forEachEvent(in: pairs.bytes) { visit(pairs.restored($0)) }
  return failure.map { pairs.restored($0) }
}

private func forEachEvent(in bytes: ArraySlice<UInt8>, visit: (YAMLEvent) -> Bool) -> YAMLFailure? {
  bytes.withUnsafeBufferPointer { buffer in
    // libyaml requires a non-null pointer even for empty input.
    guard let start = buffer.baseAddress else { return nil }
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
      return YAMLFailure(problem: "out of memory", context: "", offset: 0, contextOffset: 0)
    }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, start, buffer.count)
    var marks = MarkConverter(bytes: buffer)
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { return failure(of: parser, &marks) }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return nil }
      if let converted = converted(event, &marks), !visit(converted) { return nil }
    }
  }
}

private func converted(_ event: yaml_event_t, _ marks: inout MarkConverter) -> YAMLEvent? {
  let kind: YAMLEvent.Kind
  var hasProperties = false
  var hasEscapes = false
  switch event.type {
  case YAML_DOCUMENT_START_EVENT: kind = .documentStart
  case YAML_ALIAS_EVENT: kind = .alias
  case YAML_SCALAR_EVENT:
    let scalar = event.data.scalar
    hasProperties = scalar.anchor != nil || scalar.tag != nil
    let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    kind = .scalar(text, quoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
    hasEscapes = scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
  case YAML_SEQUENCE_START_EVENT:
    hasProperties = event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil
    kind = .sequenceStart(inBrackets: event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
  case YAML_MAPPING_START_EVENT:
    hasProperties = event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil
    kind = .mappingStart(inBraces: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
  case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .collectionEnd
  default: return nil
  }
  let lower = marks.offset(of: event.start_mark.index)
  let upper = max(lower, marks.offset(of: event.end_mark.index))
  return YAMLEvent(
    kind: kind, offsets: lower..<upper, hasProperties: hasProperties, hasEscapes: hasEscapes)
}

private func failure(of parser: UnsafePointer<yaml_parser_t>, _ marks: inout MarkConverter) -> YAMLFailure {
  let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not valid YAML"
  let context = parser.pointee.context.map { String(cString: $0) } ?? ""
  var offset = marks.offset(of: parser.pointee.problem_mark.index)
  if parser.pointee.error == YAML_READER_ERROR { offset = Int(clamping: parser.pointee.problem_offset) }
  let contextOffset = context.isEmpty ? offset : marks.offset(of: parser.pointee.context_mark.index)
  return YAMLFailure(problem: problem, context: context, offset: offset, contextOffset: contextOffset)
}

/// Converts counts of code points to byte offsets, efficiently if the counts mostly increase.
private struct MarkConverter {
  let bytes: UnsafeBufferPointer<UInt8>
  private var codePoint = 0
  private var byte = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func offset(of mark: Int) -> Int {
    while codePoint > mark, byte > 0 {
      byte -= 1
      if bytes[byte] & 0xC0 != 0x80 { codePoint -= 1 }
    }
    while codePoint < mark, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      codePoint += 1
    }
    return byte
  }
}

import Importing
import Publishing
import TextEncoding

/// Describes what an import would write, or has written.
struct ImportReport {
  private let plan: ImportPlan
  private let file: String

  init(_ plan: ImportPlan, file: String) {
    self.plan = plan
    self.file = file
  }

  /// Describes everything that would be written: the meaning of each column, the supporting documents and the first
  /// item, or all items if `isFull`.
  func preview(isFull: Bool) -> String {
    var parts = [heading + columns]
    let shownItems = isFull ? plan.items[...] : plan.items.prefix(1)
    parts += (plan.supporting + shownItems).map(shown)
    let rest = plan.items.dropFirst(shownItems.count)
    if !rest.isEmpty {
      let what = amount(rest.count, "document more", "documents more")
      parts.append("\(what), shown whole by --full:\n" + rest.map { "  \($0.path)\n" }.joined())
    }
    if !plan.kept.isEmpty { parts.append(kept) }
    parts.append(
      plan.documents.isEmpty
        ? "Nothing is left to write.\n"
        : "\(amount(plan.documents.count, "document")) would be written; --write writes "
          + (plan.documents.count == 1 ? "it.\n" : "them.\n"))
    return visibleLines(parts.joined(separator: "\n"))
  }

  /// Summarizes what was written: `139 documents written · 2 left alone`.
  func summary(of result: CreationResult) -> String {
    let kept = plan.kept.count + result.kept.count
    let tail = kept == 0 ? "" : " · \(kept) left alone"
    let paths = (plan.kept.map(\.path) + result.kept).map { "  left alone: \($0)\n" }.joined()
    return visibleLines("\(amount(result.created.count, "document")) written\(tail)\n\(paths)")
  }

  private var heading: String { "\(file): \(amount(plan.itemCount, "item")), \(plan.format)\n\n" }

  /// One line per column: its header, its meaning and the reason for that.
  private var columns: String {
    let width = min(24, plan.columns.map(\.header.count).max() ?? 0)
    let outcomeWidth = min(36, plan.columns.map(\.outcome.count).max() ?? 0)
    return plan.columns.map { column in
      let line =
        "  " + padded(column.header, width) + "  " + padded(column.outcome, outcomeWidth) + "  "
        + column.evidence
      return trimmedEnd(line) + "\n"
    }.joined()
  }

  private func shown(_ document: ImportPlan.Document) -> String {
    let lines = document.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return "\(document.path)\n" + lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  private var kept: String {
    "Left alone, since the site has them:\n" + plan.kept.map { "  \($0.name): \($0.path)\n" }.joined()
  }

  /// Escapes control characters, so that the text cannot send escape sequences to a terminal.
  private func visibleLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }
      .joined(separator: "\n")
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func trimmedEnd(_ text: String) -> String {
    var text = text
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  private func amount(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }
}

/// Formats a Markdown table; cells may contain any text without line breaks.
package func markdownTable(_ heads: [String], _ rows: [[String]]) -> String {
  let lines = [heads, heads.map { _ in "---" }] + rows
  return lines.map { cells in
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }.joined()
}

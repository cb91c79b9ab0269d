/// A table of Markdown, whose cells may hold any text of one line.
package func markdownTable(_ heads: [String], _ rows: [[String]]) -> String {
  let lines = [heads, heads.map { _ in "---" }] + rows
  return lines.map { cells in
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }.joined()
}

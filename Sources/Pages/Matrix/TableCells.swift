import Comparison
import Templating
import TextEncoding

extension TableMaker {
  /// Returns the cell of a table for an item and a criterion.
  func tableCell(_ item: Item.ID, _ id: Criterion.ID) -> TableCell {
    tableCell(catalog[item, id], of: item, on: catalog[id])
  }

  private func tableCell(_ cell: Comparison.Cell, of item: Item.ID, on criterion: Criterion) -> TableCell {
    let id = criterion.id
    let state = cell.state
    let values = model.shownValues(cell, criterion)
    let words = values.map { model.words($0, criterion) }
    var disputes = cell.disputes
    // The first disagreement, which is about facts if they are contested, is already the cell's text.
    let isDisputed = state == .contested || state == .mixed
    if isDisputed && !disputes.isEmpty { disputes.removeFirst() }
    return TableCell(
      state: state.rawValue, label: model.siteWords.states[state], text: model.text(cell, criterion, words),
      balance: cell.shownBalance(on: criterion),
      values: zip(values, words).map { CellValue(text: $1, key: key($0, criterion)) },
      note: model.note(of: cell),
      url: state == .unknown
        ? routes.address(.criterion(id), fragment: Anchors.unknownItems)
        : routes.address(
          .item(item), fragment: Anchors.row(criterion, cell.facts.isEmpty ? .judgements : .facts)),
      sources: shown(catalog.sources(of: cell).count), isNumber: criterion.type == .number,
      isStale: cell.isStale,
      disputes: disputes.map { In(model, CellDispute(kind: $0, item: item, criterion: id)) })
  }

  /// Returns how many sources a cell shows: none where the site has one alone, which would stand in every cell.
  func shown(_ sources: Int) -> Int { catalog.sources.count > 1 ? sources : 0 }

  /// Returns the key of a value for sorting and filtering, which only equal values share. It contains no commas because
  /// lists of keys are separated by them.
  private func key(_ value: FactValue, _ criterion: Criterion) -> String {
    switch value {
    case .number(let number): return number.canonical
    case .date(let date): return date.description
    default:
      if let slug = model.valueSlug(value, criterion) { return slug.text }
      return model.words(value, criterion).utf8.split(separator: UInt8(ascii: ",")).map {
        String(Substring($0))
      }
      .joined()
    }
  }
}

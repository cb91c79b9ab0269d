import Comparison
import Templating
import TextEncoding

extension TableMaker {
  /// Returns the cell of a table for an item and a criterion; disagreements link to their entries at `place`.
  func tableCell(_ item: Item.ID, _ id: Criterion.ID, disputesAt place: DisputePlace = .item) -> TableCell {
    tableCell(catalog[item, id], of: item, on: catalog[id], disputesAt: place)
  }

  private func tableCell(
    _ cell: Comparison.Cell, of item: Item.ID, on criterion: Criterion, disputesAt place: DisputePlace
  ) -> TableCell {
    let id = criterion.id
    let state = cell.state
    let values = model.shownValues(cell, criterion)
    let words = values.map { model.words($0, criterion) }
    var disputes = cell.disputes
    // The first disagreement, which is about facts if they are contested, is already the cell's text.
    let isDisputed = state == .contested || state == .mixed
    let dispute = { (kind: Dispute) in
      In(model, CellDispute(kind: kind, item: item, criterion: id, place: place))
    }
    let own = isDisputed && !disputes.isEmpty ? disputes.removeFirst() : nil
    return TableCell(
      state: state.rawValue, label: model.siteWords.states[state], text: model.text(cell, criterion, words),
      balance: cell.shownBalance(on: criterion),
      values: zip(values, words).map { CellValue(text: $1, key: key($0, criterion)) },
      note: model.note(of: cell),
      url: routes.address(
        .criterion(id),
        fragment: state == .unknown ? Anchors.unknownItems : Anchors.item(catalog[item].entry.slug)
      ),
      sources: catalog.sources(of: cell).count, isNumber: criterion.type == .number,
      isStale: cell.isStale,
      dispute: own.map { dispute($0).address },
      disputes: disputes.map(dispute))
  }

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

import Comparison
import Templating
import TextEncoding

extension TableMaker {
  /// A cell of a matrix, in few words; what is disputed in it leads to the entries at a place.
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
    // The first dispute of facts, or of claims where there are no facts, is what the cell's own words tell.
    let isDisputed = state == .contested || state == .mixed
    let dispute = { (kind: Dispute, isBeside: Bool) in
      CellDispute(kind: kind, item: item, criterion: id, place: place, isBeside: isBeside)
    }
    let own = isDisputed && !disputes.isEmpty ? disputes.removeFirst() : nil
    return TableCell(
      state: state.rawValue, label: model.siteWords.states[state], text: model.text(cell, words),
      values: zip(values, words).map { CellValue(text: $1, key: key($0, criterion)) },
      note: model.note(of: cell),
      url: routes.address(
        .criterion(id),
        fragment: state == .unknown ? Anchors.unknownItems : Anchors.item(catalog[item].entry.slug)
      ),
      sources: catalog.sources(of: cell).count, isNumber: criterion.type == .number,
      isStale: cell.isStale,
      dispute: own.map { In(model, dispute($0, false)).address },
      disputes: disputes.map { In(model, dispute($0, true)) })
  }

  /// A value for sorting and choosing: what two equal ones share, and another does not. It holds no comma, as lists of them have commas.
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

/// All classes in the HTML of documents, except those for the languages of code blocks; a theme should style each of
/// them.
package enum MarkupClass: String, CaseIterable {
  case alignLeft = "align-left"
  case alignCenter = "align-center"
  case alignRight = "align-right"
  case tableScroll = "table-scroll"
  case task
  case citation
  case footnote
  case footnotes
  case alert
  case alertKind = "alert-kind"
  case alertNote = "alert-note"
  case alertTip = "alert-tip"
  case alertImportant = "alert-important"
  case alertWarning = "alert-warning"
  case alertCaution = "alert-caution"

  init(_ alert: Alert) {
    switch alert {
    case .note: self = .alertNote
    case .tip: self = .alertTip
    case .important: self = .alertImportant
    case .warning: self = .alertWarning
    case .caution: self = .alertCaution
    }
  }

  init?(_ alignment: MarkdownNode.ColumnAlignment) {
    switch alignment {
    case .none: return nil
    case .left: self = .alignLeft
    case .center: self = .alignCenter
    case .right: self = .alignRight
    }
  }
}

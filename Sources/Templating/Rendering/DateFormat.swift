/// The formats of the `date` filter.
enum DateFormat: String, CaseIterable {
  /// `3 May 2024`, with the full name of the month.
  case long
  /// `3 Sep 2024`, with the short name of the month.
  case short
  /// `2024-05-03` (ISO 8601).
  case iso
}

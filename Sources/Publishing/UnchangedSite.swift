package import Diagnostics
package import Pages

/// The report of a site that has not changed since its last build.
package struct UnchangedSite: Sendable {
  /// The numbers of pages and drafts.
  package var totals: SiteTotals
  /// The number of files in the output.
  package var fileCount: Int
  package var diagnostics: [Diagnostic]
  /// What an author may want to add, which `check` tells.
  package var advice: [Diagnostic]
  /// Every text of the site that a diagnostic points into.
  package var texts: [SourceText]
}

import Templating

struct PageContent: Sendable {
  var name: String
  var summary: String?
  var prose: ProseView
  var headings: [LinkView]
  var children: [LinkView]
  var siblings: [LinkView]
  /// The folder, where not all of its pages are among the siblings.
  var folder: LinkView?
}

extension PageKinds {
  static let page = PageKind<PageContent>(
    "page", "GuidePage", "An ordinary page, such as a guide, or the index of a folder of pages.",
    [
      .text("name", "Its name.") { $0.content.name },
      .optionalText("summary", "A sentence on it.") { $0.content.summary },
      .record("prose", "Its words.", of: Records.prose) { $0.content.prose },
      .list("headings", "Its headings, for a table of contents.", of: Records.link) { $0.content.headings },
      .list("children", "The pages of the folder that it is the index of.", of: Records.link) {
        $0.content.children
      },
      .list("siblings", "The other pages of its folder, or of many those round this one.", of: Records.link) {
        $0.content.siblings
      },
      .optionalRecord(
        "folder", "Its folder, where `siblings` leaves some of its pages out.", of: Records.link
      ) {
        $0.content.folder
      },
    ])
}

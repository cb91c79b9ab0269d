// Rules of the files and folders that a site is read from.
extension Diagnostic.Rule {
  static let files = [
    skippedFiles, unpublishedFileType, unportableFileName, invalidFileName, notAFolder, symbolicLink,
    specialFile, largeFile,
    deepFolder, unreadableFile, unreadableFolder, changedFile,
  ]

  package static let skippedFiles = Diagnostic.Rule(
    "skipped-files", .note,
    "Some files are left out, as they belong to a system, an editor or a repository, or as `ignore` names them.",
    why: "You may miss them on the site.",
    mend: "Rename a file that should be published.",
    example: .situation("$ ls -A Content\n.DS_Store  README.md  frameworks  site.yml"))

  package static let unpublishedFileType = Diagnostic.Rule(
    "unpublished-file-type", .error, "A file below `Content` is of a type that is not copied.",
    why: "Some types, such as SVG and HTML, may run script on the pages.",
    mend:
      "Rename a document so that it ends in `.md`; add another type to `allow-files` if you trust whoever adds content.",
    example: .file("Content/criteria/speed.markdown", "---\nname: Speed\n---\n"))

  package static let unportableFileName = Diagnostic.Rule(
    "unportable-file-name", .error, "The name of a file or folder is one that some systems cannot have.",
    why: "The site could not be copied, or checked out of a repository, there.",
    mend: "Rename it: no name of a device (`con`, `aux`), none of `<>:\"|?*\\`, no dot or blank at the end.",
    example: .file("Content/images/con.png", "a picture"))

  package static let invalidFileName = Diagnostic.Rule(
    "invalid-file-name", .error,
    "The name of a file is no text in UTF-8, or has signs in it that are not shown.",
    why: "It could not be named in a link or a message.",
    mend: "Rename the file.",
    example: .situation("$ mv Content/images/caf*.png Content/images/cafe.png"))

  package static let notAFolder = Diagnostic.Rule(
    "not-a-folder", .error, "`Content` or `Templates` is a file.",
    why: "Nothing can be read from it.",
    mend: "Rename the file.",
    example: .situation("$ ls -F\nContent  Templates/"))

  package static let symbolicLink = Diagnostic.Rule(
    "symbolic-link", .error,
    "A symbolic link stands where a file or a folder is expected, and is not followed.",
    why: "It may lead out of the site, to files that are not meant to be published, or out of the output.",
    mend: "Put the file itself there.",
    example: .situation("$ cp --remove-destination \"$(readlink -f Content/logo.png)\" Content/logo.png"))

  package static let specialFile = Diagnostic.Rule(
    "special-file", .error, "Something is neither a file nor a folder: a pipe, a socket or a device.",
    why: "Reading it might never end.",
    mend: "Remove it.",
    example: .situation("$ ls -l Content/queue\nprw-r--r-- 1 me me 0 Content/queue"))

  package static let largeFile = Diagnostic.Rule(
    "large-file", .error, "A file is larger than one of its kind may be.",
    why: "Documents and templates are held in memory all at once.",
    mend: "Split it, or make it smaller.",
    example: .situation("$ ls -sh Content/guides/everything.md\n12M Content/guides/everything.md"))

  package static let deepFolder = Diagnostic.Rule(
    "deep-folder", .error, "Folders are nested deeper than is read.",
    why: "Such a path is too long for some systems, and most likely leads round in a circle.",
    mend: "Move what is in it up.",
    example: .situation("$ find Content -mindepth 30"))

  package static let unreadableFile = Diagnostic.Rule(
    "unreadable-file", .error, "A file of the site cannot be read.",
    why: "The site would be built without it.",
    mend: "Look at its permissions; the message has the system's reason.",
    example: .situation("$ chmod u+r Content/frameworks/django.md"))

  package static let unreadableFolder = Diagnostic.Rule(
    "unreadable-folder", .error, "A folder of the site cannot be read.",
    why: "The site would be built without what is in it.",
    mend: "Look at its permissions; the message has the system's reason.",
    example: .situation("$ chmod u+rx Content/frameworks"))

  package static let changedFile = Diagnostic.Rule(
    "changed-file", .error, "A file changed while it was read or copied.",
    why: "What was read may be half of the old file and half of the new one.",
    mend: "Build again when nothing writes to the file any more.",
    example: .situation("$ collate build"))
}

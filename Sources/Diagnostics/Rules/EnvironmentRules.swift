// Rules of the disk and the network, which no document can break.
extension Diagnostic.Rule {
  static let environment = [
    noSite, noContent, refusedOutput, lockedOutput, foreignFiles, occupiedPath, unsafePath, keptFile,
    brokenManifest,
    interrupted, cannotClean, cannotLock, cannotMake, cannotOpen, cannotRead, cannotRemove, cannotWatch,
    cannotWrite,
    cannotListen, portTaken, openToNetwork, noBrowser, polling,
  ]

  package static let noSite = Diagnostic.Rule(
    "no-site", .error, "The folder of the site cannot be opened.",
    why: "There is nothing to build.",
    mend: "Name the folder with `--site`, and look at its permissions.",
    example: .situation("$ collate build --site my-stie"))

  package static let noContent = Diagnostic.Rule(
    "no-content", .error, "The folder has no `Content` folder in it, and so is no site.",
    why: "Most likely the command was called in another folder than was meant.",
    mend: "Change into the folder of the site, or name it with `--site`.",
    example: .situation("$ collate build --site my-site"))

  package static let refusedOutput = Diagnostic.Rule(
    "refused-output", .error,
    "The output may not be this folder: the root, your home, the site itself or one that holds it.",
    why: "Files are removed there that are no longer a part of the site.",
    mend: "Choose a folder of its own with `--output`.",
    example: .situation("$ collate build --output /"))

  package static let lockedOutput = Diagnostic.Rule(
    "locked-output", .error, "Another process publishes into the same folder.",
    why: "Two at once would overwrite each other's files.",
    mend: "Wait until it has ended, or end it.",
    example: .situation("$ collate build --watch &\n$ collate build"))

  package static let foreignFiles = Diagnostic.Rule(
    "foreign-files", .error, "Files that Collate did not write stand where pages belong.",
    why: "They may be the only copy of somebody's work.",
    mend: "Move them away, or let Collate overwrite them with `--adopt`.",
    example: .situation("$ collate build --output /srv/www --adopt"))

  package static let occupiedPath = Diagnostic.Rule(
    "occupied-path", .error,
    "Something that is no file, or a folder with other files, stands where a page belongs.",
    why: "It cannot be replaced by a file without losing what is there.",
    mend: "Move it away.",
    example: .situation("$ mv Public/index.html Public/old"))

  package static let unsafePath = Diagnostic.Rule(
    "unsafe-path", .error,
    "A path would leave the output, or is that of a file that Collate keeps there for itself.",
    why: "Nothing outside of the output is ever written.",
    mend: "Rename the document that the page is made from.",
    example: .situation("$ mv Content/.collate-manifest Content/manifest.txt"))

  package static let keptFile = Diagnostic.Rule(
    "kept-file", .note,
    "A file that is no longer a part of the site is kept, as it was changed after Collate wrote it.",
    why: "The change may be somebody's work.",
    mend: "Remove it if it is not wanted.",
    example: .situation("$ rm Public/frameworks/web2py/index.html"))

  package static let brokenManifest = Diagnostic.Rule(
    "broken-manifest", .warning, "The list of what earlier builds wrote is damaged.",
    why: "Files that are no longer wanted cannot be told from others, and stay.",
    mend: "Remove them by hand, or remove the output and build again.",
    example: .situation("$ rm -r Public && collate build"))

  package static let interrupted = Diagnostic.Rule(
    "interrupted", .error, "A signal ended the build before it was done.",
    why: "The output holds some new and some old pages, each of them whole.",
    mend: "Build again; the next build completes it.",
    example: .situation("$ collate build\n^C"))

  package static let cannotClean = refused(
    "cannot-clean", "Files of an interrupted build cannot be removed from the output.",
    "$ chmod -R u+w Public")
  package static let cannotLock = refused(
    "cannot-lock", "The lock of the output cannot be taken.", "$ chmod u+w Public/.collate-lock")
  package static let cannotMake = refused(
    "cannot-make", "A folder cannot be made.", "$ sudo chown \"$USER\" /srv/www")
  package static let cannotOpen = refused(
    "cannot-open", "A folder of the output cannot be opened.", "$ chmod u+rx Public")
  package static let cannotRead = refused(
    "cannot-read", "A file cannot be read.", "$ chmod u+r frameworks.csv")
  package static let cannotRemove = refused(
    "cannot-remove", "A file that is no longer a part of the site cannot be removed.",
    "$ chmod u+w Public/frameworks")
  package static let cannotWatch = refused(
    "cannot-watch", "The folder of the site cannot be watched for changes.", "$ collate serve --poll")
  package static let cannotWrite = refused("cannot-write", "A file cannot be written.", "$ df -h Public")

  /// What the system refuses to do with a file or a folder.
  private static func refused(_ id: String, _ meaning: String, _ example: String) -> Diagnostic.Rule {
    Diagnostic.Rule(
      id, .error, meaning,
      why: "The system refused it; the message has its reason, such as a permission or a full disk.",
      mend:
        "Mend what the reason names, and run the command again: what was published stays as it was until then.",
      example: .situation(example))
  }

  package static let cannotListen = Diagnostic.Rule(
    "cannot-listen", .error, "The server cannot listen at this host and port.",
    why: "Another program listens there, or the host is not of this machine.",
    mend: "Choose another with `--host` and `--port`.",
    example: .situation("$ collate serve --port 8001"))

  package static let portTaken = Diagnostic.Rule(
    "port-taken", .note, "Another program has the port, and the next free one is used.",
    why: "The address is another than last time, and one that was open before does not follow.",
    mend: "End the other program, or choose a port with `--port`.",
    example: .situation("$ collate serve --port 8001"))

  package static let openToNetwork = Diagnostic.Rule(
    "open-to-network", .note, "Other machines can see the site that is served.",
    why: "It is not published yet, and whoever reaches this machine can read it; drafts are left out.",
    mend: "Serve it without `--host`, if that is not wanted.",
    example: .situation("$ collate serve --host 0.0.0.0"))

  package static let noBrowser = Diagnostic.Rule(
    "no-browser", .note, "No browser could be opened.",
    why: "There is no program that opens addresses, as on a machine without a screen.",
    mend: "Open the address that is printed by hand.",
    example: .situation("$ collate serve --open"))

  package static let polling = Diagnostic.Rule(
    "polling", .note,
    "The system does not tell of changes, so that all files are looked at several times a second.",
    why: "It takes more of the processor, and a change is seen a little later.",
    mend: "Nothing has to be done; the message has the system's reason, such as a limit on watched folders.",
    example: .situation("$ sudo sysctl fs.inotify.max_user_watches=524288"))
}

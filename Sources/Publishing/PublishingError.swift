package import Diagnostics

/// An error of the environment, rather than the content, that stopped a build.
package enum PublishingError: Error, Hashable, Sendable {
  /// The reason why a folder must not be an output.
  package enum Refusal: Hashable, Sendable {
    case root, home, site, aboveSite
    /// The output is, or lies in, this folder of the site: `Content`, `Templates`, `.collate` or `.git`.
    case inside(String)
  }

  /// What was attempted with a file or folder.
  package enum Action: String, Hashable, Sendable {
    case clean, lock, make, open, read, remove, watch, write
  }

  /// The site's folder cannot be opened.
  case noSite(path: String, reason: String)
  /// The site's folder has no `Content`.
  case noContent(site: String)
  /// A system call failed: the action, the path and the system's reason.
  case failed(action: Action, path: String, reason: String)
  /// The folder must not be an output.
  case refusedOutput(path: String, Refusal)
  /// Another process publishes into the folder; `process` is its id, or 0 if that is not known.
  case locked(path: String, process: Int32)
  /// Files that Collate did not write are at planned paths, which are relative to the output.
  case foreignFiles(output: String, paths: [String])
  /// Something that is not a replaceable file is at a planned path.
  case occupied(path: String, by: String)
  /// A symbolic link is at a path where none is followed.
  case symbolicLink(path: String)
  /// A planned path would leave the output folder or clash with Collate's own files.
  case unsafePath(String)
  /// A source file changed while it was being copied.
  case changed(path: String)
  /// A signal interrupted the build.
  case interrupted(signal: Int32)
}

extension PublishingError {
  /// The error as a diagnostic at the file or folder that it concerns.
  package var diagnostic: Diagnostic {
    switch self {
    case .noSite(let path, let reason):
      error(
        .noSite, "the site's folder \"\(path)\" cannot be opened: \(reason)", path,
        help: "name the folder of a site with --site")
    case .noContent(let site):
      error(
        .noContent, "the folder \"\(site)\" has no \"Content\" folder", site,
        help: "change into the folder of a site, or name it with --site")
    case .failed(let action, let path, let reason):
      error(action.rule, "cannot \(action.rawValue) \"\(path)\": \(reason)", path)
    case .refusedOutput(let path, let refusal):
      error(
        .refusedOutput, "the output folder \"\(path)\" is \(refusal.words)", path,
        help: "choose a folder of its own with --output; the default is \"Public\" in the site's folder")
    case .locked(let path, let process):
      error(
        .lockedOutput,
        "\(process == 0 ? "another process" : "process \(process)") publishes into \"\(path)\"", path,
        help: "wait until it has ended")
    case .foreignFiles(let output, let paths): foreign(output, paths)
    case .occupied(let path, let occupant):
      error(.occupiedPath, "\"\(path)\" is \(occupant), where a page belongs", path, help: "move it away")
    case .symbolicLink(let path):
      error(
        .symbolicLink, "\"\(path)\" is a symbolic link, which is not followed", path,
        help: "remove the link")
    case .unsafePath(let path):
      error(.unsafePath, "the path \"\(path)\" cannot be published", path)
    case .changed(let path):
      error(.changedFile, "\"\(path)\" changed while it was copied", path, help: "build again")
    case .interrupted(let signal):
      Diagnostic(
        .interrupted, "signal \(signal) ended the build", at: .site,
        help: "the next build completes it")
    }
  }

  private func foreign(_ output: String, _ paths: [String]) -> Diagnostic {
    let amount = paths.count == 1 ? "1 file" : "\(paths.count) files"
    return error(
      .foreignFiles, "\(amount) in \"\(output)\" would be overwritten that Collate did not write", output,
      help: "move them away, or let Collate have them with --adopt",
      notes: paths.map { Diagnostic.Note("not Collate's", at: .file("\(output)/\($0)")) })
  }

  private func error(
    _ rule: Diagnostic.Rule, _ summary: String, _ path: String, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(rule, summary, at: .file(path), help: help, notes: notes)
  }
}

extension PublishingError.Action {
  fileprivate var rule: Diagnostic.Rule {
    switch self {
    case .clean: .cannotClean
    case .lock: .cannotLock
    case .make: .cannotMake
    case .open: .cannotOpen
    case .read: .cannotRead
    case .remove: .cannotRemove
    case .watch: .cannotWatch
    case .write: .cannotWrite
    }
  }
}

extension PublishingError.Refusal {
  fileprivate var words: String {
    switch self {
    case .root: "the root of the file system"
    case .home: "the home folder"
    case .site: "the site's own folder"
    case .aboveSite: "above the site's folder"
    case .inside(let name): "\"\(name)\" or lies in it"
    }
  }
}

/// Runs a body of system calls on one path and turns a failure into a `PublishingError` that names the action and the
/// path.
func naming<Value>(
  _ action: PublishingError.Action, _ path: String, _ body: () throws(SystemError) -> Value
) throws(PublishingError) -> Value {
  do throws(SystemError) {
    return try body()
  } catch {
    if error.isSymbolicLink { throw .symbolicLink(path: path) }
    throw .failed(action: action, path: path, reason: error.reason)
  }
}

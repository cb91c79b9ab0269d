import TextEncoding

/// The location of an output folder before it is created: the part of its path that exists, and the missing rest.
struct OutputPlace {
  /// The path as messages show it.
  let path: String
  /// The output folder, or its nearest existing ancestor.
  let existing: Folder
  /// The folders still to be created below `existing`.
  let missing: [String]

  static let defaultName = "Public"

  /// Locates the output folder. Symbolic links in a `path` that the user gave are followed. If `path` is nil, the
  /// output is `Public` in the site's folder, and a symbolic link there is refused because it may have come with the
  /// content.
  init(path: String?, sitePath: String, site: Folder) throws(PublishingError) {
    if let path {
      self.path = path
      (existing, missing) = try Self.find(path)
    } else {
      let path = sitePath.equalsByBytes(".") ? Self.defaultName : "\(sitePath)/\(Self.defaultName)"
      self.path = path
      let folder = try naming(.open, path) { () throws(SystemError) in
        try site.existingFolder(Self.defaultName)
      }
      existing = folder ?? site
      missing = folder == nil ? [Self.defaultName] : []
    }
  }

  private static func find(_ path: String) throws(PublishingError) -> (Folder, [String]) {
    try naming(.open, path) { () throws(SystemError) in
      var folder = try Folder(at: path.hasBytePrefix("/") ? "/" : ".")
      var rest = path.pathComponents.filter { !$0.utf8.isEmpty && !$0.equalsByBytes(".") }[...]
      while let name = rest.first {
        guard let next = try folder.existingFolder(name, followingLink: true) else { break }
        folder = next
        rest.removeFirst()
      }
      // `new/../Content` cannot be checked before `new` exists.
      if rest.contains("..") { throw .missing }
      return (folder, Array(rest))
    }
  }

  /// Creates the missing folders and opens the output folder.
  func make() throws(PublishingError) -> Folder {
    try naming(.make, path) { () throws(SystemError) in
      var folder = existing
      for name in missing { folder = try folder.folderMade(name) }
      return folder
    }
  }
}

extension OutputPlace {
  /// Returns the reason why this folder must not be an output, if any. Folders are compared by device and inode, never
  /// by path.
  func refusal(site: Folder, home: String?) throws(SystemError) -> PublishingError.Refusal? {
    let siteChain = try site.identitiesUpwards()
    let outputChain = try existing.identitiesUpwards()
    for name in ["Content", "Templates", ".collate", ".git"] {
      if let source = try? site.status(of: name).identity, outputChain.contains(source) {
        return .inside(name)
      }
      // The folder may not exist yet.
      if outputChain.first == siteChain.first, missing.first?.lowercased() == name.lowercased() {
        return .inside(name)
      }
    }
    guard missing.isEmpty, let output = outputChain.first else { return nil }
    if output == siteChain.last { return .root }
    if try isHome(output, home) { return .home }
    if output == siteChain.first { return .site }
    return siteChain.contains(output) ? .aboveSite : nil
  }

  /// Returns whether the output is the home folder of the user who runs the program or owns the folder. The environment
  /// may be empty or name another folder, so the password database is consulted too.
  private func isHome(_ output: FileIdentity, _ home: String?) throws(SystemError) -> Bool {
    let users = try processUsers() + [existing.status().owner]
    let homes = [home].compactMap { $0 } + users.compactMap(homeFolder)
    return homes.contains { (try? Folder(at: $0).status().identity) == output }
  }
}

extension Folder {
  /// Opens a folder; nil if there is nothing of that name.
  func existingFolder(_ name: String, followingLink: Bool = false) throws(SystemError) -> Folder? {
    do throws(SystemError) {
      return try folder(name, followingLink: followingLink)
    } catch {
      guard error.isMissing else { throw error }
      guard let status = try? status(of: name) else { return nil }
      // A dangling symbolic link exists, but no folder can be created in its place.
      if status.kind == .symbolicLink { throw error }
      // Another task has created the folder in the meantime.
      return try folder(name, followingLink: followingLink)
    }
  }

  /// Opens a folder, creating it if it is missing.
  func folderMade(_ name: String) throws(SystemError) -> Folder {
    do throws(SystemError) {
      try makeFolder(name)
    } catch {
      guard error.isExisting else { throw error }
    }
    return try folder(name)
  }

  /// Returns the identities of this folder and all its ancestors, up to the root.
  fileprivate func identitiesUpwards() throws(SystemError) -> [FileIdentity] {
    var chain = [try status().identity]
    var folder = self
    while true {
      folder = try folder.folder("..")
      let identity = try folder.status().identity
      if identity == chain.last { return chain }
      chain.append(identity)
    }
  }
}

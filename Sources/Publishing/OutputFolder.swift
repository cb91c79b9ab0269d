import TextEncoding

/// The place of an output folder, found before anything is made: the part of its path that exists, and the rest.
struct OutputPlace {
  /// As it is told in messages.
  let path: String
  /// The output folder, or the nearest folder above it that exists.
  let existing: Folder
  /// The folders that are yet to be made below `existing`.
  let missing: [String]

  static let defaultName = "Public"

  /// Finds the place that `path` names, the user's own choice, whose links are followed; nil is `Public` in the site, where
  /// a link is refused, since somebody may have planted it with the content.
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
      // `new/../Content` would have to be judged before `new` is there to climb out of.
      if rest.contains("..") { throw .missing }
      return (folder, Array(rest))
    }
  }

  /// Makes what is missing, and opens the output folder.
  func make() throws(PublishingError) -> Folder {
    try naming(.make, path) { () throws(SystemError) in
      var folder = existing
      for name in missing { folder = try folder.folderMade(name) }
      return folder
    }
  }
}

extension OutputPlace {
  /// Why the place must not be published to; folders are told apart by device and inode, never by their text.
  func refusal(site: Folder, home: String?) throws(SystemError) -> PublishingError.Refusal? {
    let siteChain = try site.identitiesUpwards()
    let outputChain = try existing.identitiesUpwards()
    for name in ["Content", "Templates", ".collate", ".git"] {
      if let source = try? site.status(of: name).identity, outputChain.contains(source) {
        return .inside(name)
      }
      // The folder may not be there yet.
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

  /// Whether the output is the home folder of whoever runs the program or owns the folder. The environment may be empty or say
  /// another folder, so the password database is asked as well.
  private func isHome(_ output: FileIdentity, _ home: String?) throws(SystemError) -> Bool {
    let users = try processUsers() + [existing.status().owner]
    let homes = [home].compactMap { $0 } + users.compactMap(homeFolder)
    return homes.contains { (try? Folder(at: $0).status().identity) == output }
  }
}

extension Folder {
  /// The folder of that name; nil when nothing is there.
  func existingFolder(_ name: String, followingLink: Bool = false) throws(SystemError) -> Folder? {
    do throws(SystemError) {
      return try folder(name, followingLink: followingLink)
    } catch {
      guard error.isMissing else { throw error }
      guard let status = try? status(of: name) else { return nil }
      // A link that leads nowhere is there, and is no place to make a folder at.
      if status.kind == .symbolicLink { throw error }
      // Another task has made it since.
      return try folder(name, followingLink: followingLink)
    }
  }

  /// Opens a folder, which is made when it is missing.
  func folderMade(_ name: String) throws(SystemError) -> Folder {
    do throws(SystemError) {
      try makeFolder(name)
    } catch {
      guard error.isExisting else { throw error }
    }
    return try folder(name)
  }

  /// The identities of the folder and of every one above it, up to the root.
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

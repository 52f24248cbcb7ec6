import Importing

/// An mbox on the disk, which may have been read before.
public struct MboxFile: Sendable, Equatable {
  /// How a file stood when it was read, to be stored once its mails are.
  public struct State: Sendable, Equatable, Codable {
    /// Which file it was, with its size.
    public var identity: FileIdentity
    /// Stands for the last 4 KiB of it.
    var tail: UInt64
  }

  /// A file that is open to be read.
  public struct Opened {
    /// Gives the mails.
    public let reader: MboxReader
    /// The state to store once all of them are stored.
    public let state: State
  }

  /// The path of the file.
  public let path: String

  private static let tailSize = 4096

  /// Names a file.
  public init(path: String) { self.path = path }

  /// Opens the file if it has changed since the state was taken.
  ///
  /// What is only appended to is read from there on, which is told by the bytes before that
  /// place; otherwise the file is read from its start.
  ///
  /// - Returns: Nil if the file is as it was.
  /// - Throws: A `Problem`: `file.missing`, `file.folder`, `file.unreadable`.
  public func open(
    since state: State? = nil,
    variant: MboxVariant = .mboxrd,
    maximumSize: Int = 50_000_000
  ) throws -> Opened? {
    let identity = try FileIdentity(path: path)
    guard identity != state?.identity else { return nil }
    let start = try state.map { try hasGrown($0, identity) ? $0.identity.size : 0 } ?? 0
    let reader = MboxReader(
      try FileSource(path: path, from: start),
      named: path,
      from: start,
      variant: variant,
      maximumSize: maximumSize
    )
    return Opened(
      reader: reader,
      state: State(identity: identity, tail: try tail(before: identity.size))
    )
  }

  /// Whether mails were appended to the file and nothing else.
  private func hasGrown(_ state: State, _ now: FileIdentity) throws -> Bool {
    let old = state.identity
    guard (old.device, old.inode) == (now.device, now.inode), now.size > old.size else {
      return false
    }
    guard try tail(before: old.size) == state.tail else { return false }
    let next = try bytes(from: old.size, count: 1024).drop { $0 == 0x0A || $0 == 0x0D }
    return next.starts(with: Array("From ".utf8))
  }

  private func tail(before size: Int) throws -> UInt64 {
    let count = min(size, Self.tailSize)
    return NameDigest.of(try bytes(from: size - count, count: count))
  }

  private func bytes(from offset: Int, count: Int) throws -> [UInt8] {
    try PeekableSource(FileSource(path: path, from: offset)).peek(count)
  }
}

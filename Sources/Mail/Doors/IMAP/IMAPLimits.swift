/// How much a server may say; beyond it the connection is given up.
public struct IMAPLimits: Sendable, Equatable {
  /// One line, in bytes.
  ///
  /// The UIDs of a million mails come to 11 MB in one line.
  public var line: Int
  /// One literal, in bytes; a mail is one.
  public var literal: Int
  /// All answers to one command, in bytes.
  public var command: Int

  /// Makes the limits: 64 MiB, 64 MiB and 1 GiB if nothing else is said.
  public init(line: Int = 64 << 20, literal: Int = 64 << 20, command: Int = 1 << 30) {
    self.line = line
    self.literal = literal
    self.command = command
  }
}

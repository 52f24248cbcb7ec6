import Model

/// Who writes, when and by what: what the journal keeps of every change.
public struct WriteRequest: Sendable {
  /// The name of the person or job that acts.
  public var actor: String
  /// The command, such as `import` or `agreement change`.
  public var command: String
  /// The moment, ISO text in UTC ending in `Z`, given by the caller.
  public var recordedAt: String
  /// 16 random bytes, given by the caller, that keep a redacted payload from being guessed.
  public var salt: [UInt8]

  /// Makes a request.
  public init(actor: String, command: String, recordedAt: String, salt: [UInt8]) {
    self.actor = actor
    self.command = command
    self.recordedAt = recordedAt
    self.salt = salt
  }
}

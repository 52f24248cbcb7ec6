/// How much of a message is taken apart.
///
/// Beyond a limit the bytes are kept, the place is noted in ``MessageDefects``, and reading goes
/// on after it. Time is bounded by these limits: the work is linear in the bytes times the levels.
public struct MessageLimits: Sendable, Hashable {
  /// The greatest length of a message in bytes; 50 MB.
  public var messageBytes = 50_000_000
  /// The greatest length of a header block in bytes; 256 KiB.
  public var headerBytes = 256 << 10
  /// The greatest number of fields in a header block; 1,000.
  public var fields = 1_000
  /// The greatest number of levels of parts and messages in one another; 50, and never more
  /// than 200.
  public var levels = 50
  /// The greatest number of parts in a message, those of messages in it included; 1,000.
  public var parts = 1_000
  /// The greatest number of addresses that are read from all address fields together; 200.
  public var addresses = 200
  /// The greatest number of message ids in `References`, and in `In-Reply-To`; 100.
  public var references = 100
  /// The greatest length of a subject in characters; 20,000.
  public var subjectCharacters = 20_000

  /// Makes the default limits.
  public init() {}
}

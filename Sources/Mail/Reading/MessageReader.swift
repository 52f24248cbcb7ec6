/// Reads a mail of any form (RFC 5322, 6532, 2045 to 2049).
///
/// No bytes are refused. Leniencies: blank lines, a byte order mark and an mbox line before the
/// first field; any line ends, also lone CR throughout; missing final boundaries; boundaries that
/// start with one another; what else ``MessageDefects`` lists.
public struct MessageReader: Sendable {
  /// How much is taken apart.
  public var limits: MessageLimits

  /// Makes a reader.
  public init(limits: MessageLimits = .init()) { self.limits = limits }

  /// Reads one message.
  ///
  /// The bytes are kept as they are and shared, not copied; only a message whose lines all end
  /// with a lone CR is read from a copy in which they end with LF.
  public func read(_ bytes: [UInt8]) -> Message {
    var parser = PartParser(limits: limits)
    return parser.message(bytes[...], level: 1)
  }
}

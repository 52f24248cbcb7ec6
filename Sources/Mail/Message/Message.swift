/// One mail as it was received: its bytes, and what they mean.
///
/// A message comes from ``MessageReader``, which takes any bytes: what is broken is read as well
/// as can be and noted in ``defects``. Nothing is decoded before it is asked for.
public struct Message: Sendable {
  /// The bytes that belong to the message, as they came.
  ///
  /// The index of a byte is its offset in what the reader was given. Blank lines before the first
  /// field and an mbox line that starts with `From ` are left out; see ``envelopeLine``.
  public let raw: ArraySlice<UInt8>
  /// The mbox line before the first field, without its line end (RFC 4155); nil without one.
  public let envelopeLine: ArraySlice<UInt8>?
  /// The outermost part; its fields are those of the message.
  public let root: MessagePart
  /// What was tolerated or cut anywhere in the message, messages in it left out.
  public let defects: MessageDefects
  /// The limits by which it was read, and by which lists are cut that are read later.
  public let limits: MessageLimits

  /// The header fields of the message.
  public var headers: HeaderFields { root.headers }
}

/// What a server says about one mail (RFC 9051, section 7.5.2).
public struct IMAPFetched: Sendable, Equatable {
  /// The number of the mail in its mailbox, nil if the server did not repeat it.
  public var uid: UInt32?
  /// The size in bytes (RFC822.SIZE), nil if it was not asked for.
  public var size: Int?
  /// The flags as written, such as `\Seen`; nil if they were not asked for.
  public var flags: [String]?
  /// The whole mail, nil if it was not asked for or the server has none.
  public var body: [UInt8]?

  /// Reads the list of attributes and values; attributes that are not known are passed over.
  init(_ values: [IMAPValue]) {
    for index in stride(from: 0, to: values.count - 1, by: 2) {
      let value = values[index + 1]
      switch values[index].word {
      case "UID": uid = value.number.flatMap(UInt32.init(exactly:))
      case "RFC822.SIZE": size = value.number
      case "FLAGS": flags = value.elements?.compactMap(\.text)
      case "BODY[]", "RFC822": body = value.bytes
      default: break
      }
    }
  }
}

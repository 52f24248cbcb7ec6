/// A mail in an mbox.
public struct MboxMessage: Sendable, Equatable {
  /// Where the line `From ` begins in the file, in bytes from 0.
  public var offset: Int
  /// How many bytes it takes in the file, with the line `From ` and the empty line after it.
  public var length: Int
  /// The line `From ` as it stands, without its end: the envelope's sender and a time.
  public var envelope: [UInt8]
  /// The mail, without the `>` that the writer of the file added before `From `; nil if it is
  /// larger than the limit.
  public var content: [UInt8]?
  /// Where in the content those `>` stood, ascending, in bytes from 0.
  public var removedQuotes: [Int] = []

  /// The content as it stands in the file; nil if it is larger than the limit.
  ///
  /// With it nothing is lost by taking the `>` away, whatever the writer meant.
  public var quotedContent: [UInt8]? {
    guard let content else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(content.count + removedQuotes.count)
    var start = 0
    for offset in removedQuotes {
      result += content[start..<offset]
      result.append(UInt8(ascii: ">"))
      start = offset
    }
    return result + content[start...]
  }
}

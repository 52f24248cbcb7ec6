/// The header fields of a message or part in their order.
public struct HeaderFields: Sendable {
  /// Where a field lies in the source.
  struct Entry: Sendable {
    /// Where the name starts, where it ends, and the ends of the value.
    var name: Int
    var nameEnd: Int
    var value: Int
    var valueEnd: Int
  }

  private let source: ArraySlice<UInt8>
  private let entries: [Entry]
  private let fallbackCharset: String?

  init(source: ArraySlice<UInt8>, entries: [Entry], fallbackCharset: String?) {
    self.source = source
    self.entries = entries
    self.fallbackCharset = fallbackCharset
  }

  /// The bytes of the header block, without the blank line after it.
  public var raw: ArraySlice<UInt8> { source }

  /// The same fields, with another charset for bytes that are neither ASCII nor UTF-8.
  func with(fallbackCharset: String?) -> Self {
    Self(source: source, entries: entries, fallbackCharset: fallbackCharset)
  }

  /// The first field of that name, without regard to case; nil if there is none.
  public subscript(name: String) -> HeaderField? {
    index(of: name, from: 0).map { self[$0] }
  }

  /// All fields of that name, without regard to case, in their order.
  public func all(_ name: String) -> [HeaderField] {
    var found: [HeaderField] = []
    var start = 0
    while let next = index(of: name, from: start) {
      found.append(self[next])
      start = next + 1
    }
    return found
  }

  private func index(of name: String, from start: Int) -> Int? {
    guard start < entries.count else { return nil }
    let wanted = name.utf8
    return entries[start...].firstIndex { entry in
      entry.nameEnd - entry.name == wanted.count
        && zip(source[entry.name..<entry.nameEnd], wanted).allSatisfy {
          Self.lowered($0) == Self.lowered($1)
        }
    }
  }

  @inline(__always)
  private static func lowered(_ byte: UInt8) -> UInt8 {
    0x41...0x5A ~= byte ? byte | 0x20 : byte
  }
}

extension HeaderFields: RandomAccessCollection {
  /// The index of the first field; 0.
  public var startIndex: Int { 0 }

  /// The number of fields.
  public var endIndex: Int { entries.count }

  /// The field at an index, in the order of the message.
  public subscript(index: Int) -> HeaderField {
    let entry = entries[index]
    return HeaderField(
      rawName: source[entry.name..<entry.nameEnd],
      rawValue: source[entry.value..<entry.valueEnd],
      fallbackCharset: fallbackCharset
    )
  }
}

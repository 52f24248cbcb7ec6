/// Finds the charset that HTML text names in a `meta` element, as the HTML Standard does before it
/// parses (13.2.3.2): in the first 1,024 bytes, comments not looked at.
///
/// Leniency: the first 4,096 bytes, as mailers put styles first.
enum MetaCharset {
  private static let reach = 4_096

  /// The label as written; nil if there is none.
  static func find(in html: ArraySlice<UInt8>) -> String? {
    let head = html.prefix(reach)
    var from = head.startIndex
    while let open = head.first(UInt8(ascii: "<"), from: from) {
      from = open + 1
      guard head[from...].startsWithWord("meta") else { continue }
      let end = head.first(UInt8(ascii: ">"), from: from) ?? head.endIndex
      if let label = label(in: head[from..<end]) { return label }
    }
    return nil
  }

  /// What follows `charset=` in an element, in an attribute of its own or within `content`.
  private static func label(in element: ArraySlice<UInt8>) -> String? {
    for index in element.indices where element[index...].startsWithWord("charset") {
      var rest = element[(index + 7)...].drop(while: \.isSpace)
      guard rest.first == .equals else { continue }
      rest = rest.dropFirst().drop { $0.isSpace || $0 == .quote || $0 == UInt8(ascii: "'") }
      let label = rest.prefix { byte in
        byte.isDigit || byte.isLetter || [0x2D, 0x5F, 0x2E, 0x3A].contains(byte)
      }
      if !label.isEmpty { return label.ascii }
    }
    return nil
  }
}

/// Reads message ids (RFC 5322, 3.6.4).
///
/// Leniencies: anything between ids is passed over; white space in an id is taken out, as some
/// mailers fold there; a field without angle brackets has the words with an `@` in it as ids, or
/// the only word there is.
enum MessageIDReader {
  /// Ids in their order, and whether some in the middle were left out.
  struct Found {
    var ids: [MessageID]
    var isCut: Bool
  }

  /// The ids in a field; of more than `limit` the first and the last ones.
  static func read(_ value: Bytes, atMost limit: Int) -> Found {
    var ids = bracketed(value)
    if ids.isEmpty { ids = bare(value) }
    guard ids.count > max(1, limit) else { return Found(ids: ids, isCut: false) }
    return Found(ids: ids.prefix(1) + ids.suffix(max(0, limit - 1)), isCut: true)
  }

  private static func bracketed(_ value: Bytes) -> [MessageID] {
    var ids: [MessageID] = []
    var from = value.startIndex
    while let open = value.first(UInt8(ascii: "<"), from: from),
      let close = value.first(UInt8(ascii: ">"), from: open)
    {
      // Of `<<a@b>` the inner bracket counts.
      let start = value[open..<close].lastIndex(of: UInt8(ascii: "<")) ?? open
      let text = value[(start + 1)..<close].filter { !$0.isSpace && $0 != 0 }
      if let id = MessageID(String(decoding: text, as: UTF8.self)) { ids.append(id) }
      from = close + 1
    }
    return ids
  }

  private static func bare(_ value: Bytes) -> [MessageID] {
    let words = value.split { $0.isSpace || $0 == .comma || $0 == .semicolon }
    let isOnly = words.count == 1
    return words.compactMap { word in
      isOnly || word.contains(UInt8(ascii: "@"))
        ? MessageID(String(decoding: word, as: UTF8.self)) : nil
    }
  }
}

/// The lines that part the mails of an mbox.
///
/// RFC 4155, appendix A: a mail begins with a line `From `, an address, a space and a time as
/// the C function `asctime` writes it, and ends with an empty line. Lenient, since writers
/// differ: what stands between `From ` and the time is free, a zone may stand before or after
/// the year, and seconds may be missing. A line `From ` after an empty line counts also
/// without a time if the line after it looks like a field of a header (`Name:`); it counts
/// without an empty line before it only with a time and such a field.
enum Mbox {
  private static let from = Array("From ".utf8)
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// Whether the bytes begin with `From `.
  static func isFrom(_ line: UnsafeRawBufferPointer) -> Bool {
    guard line.count >= 5, unsafe line[0] == UInt8(ascii: "F") else { return false }
    return unsafe line.prefix(5).elementsEqual(from)
  }

  /// Whether a line `From ` parts mails.
  ///
  /// - Parameters:
  ///   - line: The line without its end.
  ///   - isAfterEmpty: Whether the line before it is empty.
  ///   - next: The line after it, or nil at the end of the file.
  /// - Returns: Whether a mail begins there.
  static func parts(_ line: [UInt8], isAfterEmpty: Bool, next: ArraySlice<UInt8>?) -> Bool {
    let isBeforeField = next.map(isField) ?? false
    let isTimed = hasTime(line)
    return isAfterEmpty ? isTimed || isBeforeField : isTimed && isBeforeField
  }

  /// Whether a line is `Name: …` (RFC 5322, section 2.2), or such a line after `>From `.
  static func isField(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.prefix { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: ":") }
    return !name.isEmpty && line.dropFirst(name.count).first == UInt8(ascii: ":")
  }

  /// Whether the line has, in this order, a day of the week, a month, a day, a time, a year.
  static func hasTime(_ line: [UInt8]) -> Bool {
    let words = String(decoding: line.prefix(1000), as: UTF8.self).split(separator: " ")
    guard let start = words.lastIndex(where: { days.contains(String($0)) }) else { return false }
    var rest = words[(start + 1)...]
    guard let month = rest.popFirst(), months.contains(String(month)) else { return false }
    guard let day = rest.popFirst().flatMap({ Int($0) }), 1...31 ~= day else { return false }
    guard let time = rest.popFirst(), isTime(time) else { return false }
    return rest.prefix(2).contains { $0.count == 4 && Int($0).map { $0 >= 1970 } ?? false }
  }

  private static func isTime(_ word: Substring) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    return 2...3 ~= parts.count && parts.allSatisfy { 1...2 ~= $0.count && Int($0) != nil }
  }
}

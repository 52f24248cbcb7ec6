/// Where things lie in a pack.
enum PackAddress {
  /// The name of a row, of letters, digits and `-` alone; everything else as `_` and its bytes.
  static func anchor(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        result.append(Character(UnicodeScalar(byte)))
      default:
        result += "_" + String(UInt16(byte) + 256, radix: 16).dropFirst()
      }
    }
    return result
  }

  /// The address of a record in the registers, from the top of the pack.
  static func record(_ plural: String, _ reference: String) -> String {
    "registers/\(plural).html#\(anchor(reference))"
  }

  /// The address of an entry of the journal, from the top of the pack.
  static func entry(_ number: Int64) -> String { "journal.html#\(number)" }

  /// The name of a kept file.
  static func file(_ sha256: String) -> String { "files/\(sha256)" }
}

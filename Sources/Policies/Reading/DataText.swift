/// The text of a small YAML file before it is parsed.
///
/// A file may have at most ``mostBytes`` bytes of UTF-8, with or without a byte order mark, and one
/// document. Anchors and aliases are refused: they are not needed in small files, and a few of them
/// can name a value billions of times. Up to ``mostAliases`` places that look like an alias are
/// let through to the parser, which then says where the anchor is; more are refused unparsed. The
/// parser itself refuses more than 1,000 levels.
package struct DataText {
  static let mostBytes = 65_536
  static let mostAliases = 20

  let findings: DataFindings

  /// Takes where to note what is wrong.
  package init(findings: DataFindings) { self.findings = findings }

  /// The root of the text, or nil if something is wrong with the text as a whole.
  package func root(_ bytes: some Collection<UInt8>) -> DataNode? {
    guard bytes.count <= Self.mostBytes else {
      refuse(
        "size",
        "The file has more than \(Self.mostBytes) bytes.",
        "Shorten it; comments count as well."
      )
      return nil
    }
    guard let text = decode(bytes), !hasManyAliases(text) else { return nil }
    guard let node = compose(RepeatedKeys(findings: findings).removed(from: text)) else {
      return nil
    }
    return DataNode(
      node: node,
      path: "",
      keyPlace: nil,
      findings: findings,
      remedy: "Write “key: value” lines."
    )
  }

  private func decode(_ bytes: some Collection<UInt8>) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      refuse("syntax", "The file is not UTF-8 text.", "Save it as text in UTF-8.")
      return nil
    }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Whether more places look like an alias than are parsed; that is noted.
  private func hasManyAliases(_ text: String) -> Bool {
    var count = 0
    var isStar = false
    for byte in text.utf8 {
      if isStar, Self.isNameByte(byte) { count += 1 }
      isStar = byte == UInt8(ascii: "*")
    }
    guard count > Self.mostAliases else { return false }
    refuse(
      "alias",
      "The file has more than \(Self.mostAliases) aliases (“*name”).",
      "Write each value out where it is needed."
    )
    return true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...0xFF:
      true
    default: false
    }
  }

  private func refuse(_ fault: String, _ message: String, _ remedy: String) {
    findings.add(fault, at: nil, message, remedy)
  }
}

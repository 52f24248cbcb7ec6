extension OutputBuffer {
  /// Adds a text so that HTML shows it as it is, in elements and in quoted attributes.
  ///
  /// Control characters that HTML does not allow become U+FFFD.
  mutating func append(html text: String) throws(OutputError) {
    try unsafe append(text, growth: 6) { bytes, memory in
      var end = 0
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        let entity: StaticString
        switch byte {
        case UInt8(ascii: "&"): entity = "&amp;"
        case UInt8(ascii: "<"): entity = "&lt;"
        case UInt8(ascii: ">"): entity = "&gt;"
        case UInt8(ascii: "\""): entity = "&quot;"
        case UInt8(ascii: "'"): entity = "&#39;"
        case 0..<9, 11, 12, 14..<32, 127: entity = "\u{fffd}"
        default:
          unsafe memory[end] = byte
          end += 1
          continue
        }
        unsafe (memory + end).update(from: entity.utf8Start, count: entity.utf8CodeUnitCount)
        end += entity.utf8CodeUnitCount
      }
      return end
    }
  }

  /// Adds a text that leads to an address, or the text alone without one.
  mutating func append(link address: String?, text: String) throws(OutputError) {
    guard let address, !address.isEmpty else { return try append(html: text) }
    try append("<a href=\"")
    try append(html: address)
    try append("\">")
    try append(html: text)
    try append("</a>")
  }
}

/// Gives a text as a CSS string in quotes that is also safe within a `style` element.
func cssString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\", "<", ">", "&", "\0"..<" ", "\u{7f}":
      result += "\\" + String(scalar.value, radix: 16) + " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

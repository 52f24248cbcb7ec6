/// Writes cells as JSON values by RFC 8259, without spaces.
///
/// Days and moments are strings, amounts `{"amount":"1234.50","currency":"EUR"}` with the decimals
/// of the currency, percentages numbers with two decimals, no value is `null`.
struct JSONValues {
  private var scale: CurrencyScale

  init(_ options: RenderingOptions) { scale = CurrencyScale(options.exponent) }

  /// Adds an object with a member for each shape.
  mutating func append(
    object cells: [Cell],
    _ shapes: [JSONShape],
    to out: inout OutputBuffer
  ) throws(OutputError) {
    var separator = UInt8(ascii: "{")
    for shape in shapes {
      try out.append(separator)
      separator = UInt8(ascii: ",")
      try out.append(shape.key)
      try append(shape.index < cells.count ? cells[shape.index] : .empty, shape, to: &out)
    }
    if shapes.isEmpty { try out.append(separator) }
    try out.append(UInt8(ascii: "}"))
  }

  /// Adds a value.
  mutating func append(
    _ cell: Cell,
    _ shape: JSONShape,
    to out: inout OutputBuffer
  ) throws(OutputError) {
    switch cell {
    case .empty: try out.append("null")
    case .text(let text): try Self.append(text: text, to: &out)
    case .day(let day):
      try out.append(UInt8(ascii: "\""))
      try out.append(day: day)
      try out.append(UInt8(ascii: "\""))
    case .instant(let seconds): try out.append("\"\(instantText(seconds))\"")
    case .integer(let number): try out.append(integer: number)
    case .money(let minor, let currency): try append(minor, currency, to: &out)
    case .percent(let numerator, let denominator):
      guard let hundredths = percentHundredths(numerator, denominator) else {
        return try out.append("null")
      }
      try out.append(minor: hundredths, exponent: 2)
    case .flag(let flag): try out.append(flag ? "true" : "false")
    case .record(let cells): try append(object: cells, shape.fields, to: &out)
    case .list(let cells): try append(list: cells, shape.element ?? shape, to: &out)
    }
  }

  private mutating func append(
    list cells: [Cell],
    _ shape: JSONShape,
    to out: inout OutputBuffer
  ) throws(OutputError) {
    try out.append(UInt8(ascii: "["))
    for (index, cell) in cells.enumerated() {
      if index > 0 { try out.append(UInt8(ascii: ",")) }
      try append(cell, shape, to: &out)
    }
    try out.append(UInt8(ascii: "]"))
  }

  private mutating func append(
    _ minor: Int64,
    _ currency: String,
    to out: inout OutputBuffer
  ) throws(OutputError) {
    try out.append("{\"amount\":\"")
    try out.append(minor: minor, exponent: scale.decimals(of: currency))
    try out.append("\",\"currency\":")
    try Self.append(text: currency, to: &out)
    try out.append(UInt8(ascii: "}"))
  }

  /// Adds a string in quotes, escaping what RFC 8259 section 7 requires.
  static func append(text: String, to out: inout OutputBuffer) throws(OutputError) {
    try out.append(UInt8(ascii: "\""))
    try unsafe out.append(text, growth: 6) { bytes, memory in
      var end = 0
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
          unsafe memory[end] = byte
          end += 1
          continue
        }
        end += unsafe writeEscape(byte, to: memory + end)
      }
      return end
    }
    try out.append(UInt8(ascii: "\""))
  }

  private static func writeEscape(_ byte: UInt8, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    unsafe memory[0] = UInt8(ascii: "\\")
    let short: UInt8? =
      switch byte {
      case 8: UInt8(ascii: "b")
      case 9: UInt8(ascii: "t")
      case 10: UInt8(ascii: "n")
      case 12: UInt8(ascii: "f")
      case 13: UInt8(ascii: "r")
      case 0..<0x20: nil
      default: byte
      }
    guard let short else {
      let low = byte & 15
      unsafe memory[1] = UInt8(ascii: "u")
      unsafe memory[2] = UInt8(ascii: "0")
      unsafe memory[3] = UInt8(ascii: "0")
      unsafe memory[4] = UInt8(ascii: "0") + byte >> 4
      unsafe memory[5] = low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10
      return 6
    }
    unsafe memory[1] = short
    return 2
  }
}

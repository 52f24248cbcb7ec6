/// Writes cells as CSV fields.
struct CSVFields {
  private let cellText: CellText
  private var scale: CurrencyScale

  init(_ options: RenderingOptions) {
    cellText = options.cellText
    scale = CurrencyScale(options.exponent)
  }

  /// Adds a cell as the number of fields its column has, commas between them.
  mutating func append(
    _ cell: Cell,
    _ kind: Column.Kind,
    width: Int,
    to out: inout OutputBuffer
  ) throws(OutputError) {
    var missing = width - 1
    switch cell {
    case .empty: break
    case .text(let text): try Self.append(text: text, to: &out)
    case .day(let day): try out.append(day: day)
    case .instant(let seconds): try out.append(instantText(seconds))
    case .integer(let number): try out.append(integer: number)
    case .money(let minor, let currency):
      try append(amount: minor, currency, to: &out)
      try out.append(UInt8(ascii: ","))
      try Self.append(text: currency, to: &out)
      missing -= 1
    case .percent(let numerator, let denominator):
      if let hundredths = percentHundredths(numerator, denominator) {
        try out.append(minor: hundredths, exponent: 2)
      }
    case .flag(let flag): try out.append(flag ? "true" : "false")
    case .record(let cells):
      try append(record: cells, kind.fields, to: &out)
      missing = 0
    case .list(let cells):
      try Self.append(text: cellText.elementTexts(cells, kind).joined(separator: "; "), to: &out)
    }
    for _ in 0..<max(0, missing) { try out.append(UInt8(ascii: ",")) }
  }

  /// Adds an amount without its currency.
  mutating func append(
    amount minor: Int64,
    _ currency: String,
    to out: inout OutputBuffer
  ) throws(OutputError) {
    try out.append(minor: minor, exponent: scale.decimals(of: currency))
  }

  private mutating func append(
    record cells: [Cell],
    _ fields: [Column],
    to out: inout OutputBuffer
  ) throws(OutputError) {
    for (index, field) in fields.enumerated() {
      if index > 0 { try out.append(UInt8(ascii: ",")) }
      let cell = index < cells.count ? cells[index] : .empty
      try append(cell, field.kind, width: field.kind.flatCount, to: &out)
    }
  }

  /// Adds a text, guarded and quoted where needed.
  private static func append(text: String, to out: inout OutputBuffer) throws(OutputError) {
    guard text.utf8.count * 2 + 8 <= OutputBuffer.capacity else {
      return try append(long: text, to: &out)
    }
    try unsafe out.append(text, growth: 2) { bytes, memory in
      guard let first = unsafe bytes.first else { return 0 }
      for index in 0..<bytes.count {
        guard unsafe !needsQuotes(bytes[index]) else {
          return unsafe writeQuoted(bytes, to: memory)
        }
      }
      var end = 0
      if isFormulaStart(first) {
        unsafe memory[0] = UInt8(ascii: "'")
        end = 1
      }
      unsafe (memory + end).update(from: bytes.baseAddress.unsafelyUnwrapped, count: bytes.count)
      return end + bytes.count
    }
  }

  private static func writeQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>,
    to memory: UnsafeMutablePointer<UInt8>
  ) -> Int {
    unsafe memory[0] = UInt8(ascii: "\"")
    var end = 1
    if let first = unsafe bytes.first, isFormulaStart(first) {
      unsafe memory[1] = UInt8(ascii: "'")
      end = 2
    }
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      if byte == UInt8(ascii: "\"") {
        unsafe memory[end] = byte
        end += 1
      }
      unsafe memory[end] = byte
      end += 1
    }
    unsafe memory[end] = UInt8(ascii: "\"")
    return end + 1
  }

  private static func append(long text: String, to out: inout OutputBuffer) throws(OutputError) {
    try out.append(UInt8(ascii: "\""))
    if let first = text.utf8.first, isFormulaStart(first) { try out.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { try out.append(byte) }
      try out.append(byte)
    }
    try out.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func isFormulaStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
    default: false
    }
  }

  @inline(__always)
  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
  }
}

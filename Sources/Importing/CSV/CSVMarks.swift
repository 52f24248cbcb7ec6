/// The special bytes of a dialect, prepared for looking at eight bytes at once.
struct CSVMarks {
  /// Finds bytes in a word of eight.
  struct Stops {
    /// Two bytes that stop, each repeated eight times, and a third if there is one.
    let first: UInt64
    let second: UInt64
    let third: UInt64?

    /// Marks the bytes that stop, and all control bytes below 0x20.
    ///
    /// A byte is zero if subtracting one borrows from its highest bit; the borrow can mark a
    /// wrong byte only above a right one, so the lowest mark is always right.
    ///
    /// - Returns: The highest bit of each byte that stops.
    @inline(__always)
    func find(in word: UInt64) -> UInt64 {
      let isFirst = word ^ first
      let isSecond = word ^ second
      var found = (isFirst &- 0x0101_0101_0101_0101) & ~isFirst
      found |= (isSecond &- 0x0101_0101_0101_0101) & ~isSecond
      found |= (word &- 0x2020_2020_2020_2020) & ~word
      if let third {
        let isThird = word ^ third
        found |= (isThird &- 0x0101_0101_0101_0101) & ~isThird
      }
      return found & 0x8080_8080_8080_8080
    }
  }

  let delimiter: UInt8
  let quote: UInt8
  let hasQuote: Bool
  let escape: UInt8
  let hasEscape: Bool
  let trims: Bool
  let stopsOutside: Stops
  let stopsInside: Stops

  init(_ dialect: CSVDialect) {
    func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) * 0x0101_0101_0101_0101 }
    let escape = dialect.escape == dialect.quote ? nil : dialect.escape
    delimiter = dialect.delimiter
    quote = dialect.quote ?? dialect.delimiter
    hasQuote = dialect.quote != nil
    self.escape = escape ?? 0
    hasEscape = escape != nil
    trims = dialect.trim
    let third = escape.map(repeated)
    stopsOutside = Stops(first: repeated(delimiter), second: repeated(quote), third: third)
    stopsInside = Stops(first: repeated(quote), second: repeated(quote), third: third)
  }

  /// Whether the byte is a space or a tab and separates no fields.
  @inline(__always)
  func isBlank(_ byte: UInt8) -> Bool {
    (byte == 0x20 || byte == 0x09) && byte != delimiter
  }
}

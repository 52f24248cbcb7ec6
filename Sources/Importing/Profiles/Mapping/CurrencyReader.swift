/// Reads amounts with their currency.
final class CurrencyReader {
  /// The column of the currency, 0-based, or nil.
  let column: Int?
  /// Whether a code can stand beside the number.
  private let hasCode: Bool
  private let numbers: NumberReader
  private let rule: ProfileCurrency
  private let fixed: ShortWord
  private let fixedPlaces: Int?
  /// The words of the currency column seen so far.
  private var codes = WordMemory<(code: ShortWord, places: Int)>()
  private let symbols: [(symbol: [UInt8], code: [UInt8])]

  init(_ rule: ProfileCurrency, column: Int?, numbers: NumberReader) {
    self.rule = rule
    self.column = column
    hasCode = column != nil || rule.path != nil
    self.numbers = numbers
    fixed = ShortWord(rule.fixed ?? "")
    fixedPlaces = rule.fixed.flatMap(CurrencyCode.places)
    // The longest first, so that `US$` is not read as `$`.
    symbols = rule.symbols.map { (Array($0.key.utf8), Array($0.value.utf8)) }
      .sorted { left, right in
        if left.symbol.count != right.symbol.count { return left.symbol.count > right.symbol.count }
        return left.symbol.lexicographicallyPrecedes(right.symbol)
      }
  }

  /// Reads an amount; `code` is what stands in the place of the currency, empty if nothing does.
  @inline(__always)
  func read(_ cell: Span<UInt8>, code: Span<UInt8>) -> ValueReader.Outcome {
    if !hasCode, symbols.isEmpty {
      guard let fixedPlaces else { return .fault(.currencyMissing) }
      return amount(cell, places: fixedPlaces, currency: fixed)
    }
    return readWithCode(cell, code: code)
  }

  private func readWithCode(_ cell: Span<UInt8>, code: Span<UInt8>) -> ValueReader.Outcome {
    if Self.isBare(cell), !code.isEmpty, let known = codes.meaning(of: code) {
      return amount(cell, places: known.places, currency: known.code)
    }
    var named = code.isEmpty ? nil : Self.code(code.string, rule)
    if !code.isEmpty, named == nil { return .fault(.currencyUnknown) }
    if let named, let places = CurrencyCode.places(named) {
      codes.add(code, (ShortWord(named), places))
    }
    var bytes = cell.array
    if let found = take(from: &bytes), named == nil {
      named = String(decoding: found, as: UTF8.self)
    }
    guard let currency = named ?? rule.fixed else { return .fault(.currencyMissing) }
    guard let places = CurrencyCode.places(currency) else { return .fault(.currencyUnknown) }
    return amount(bytes.span, places: places, currency: ShortWord(currency))
  }

  @inline(__always)
  private func amount(
    _ cell: Span<UInt8>,
    places: Int,
    currency: ShortWord
  ) -> ValueReader.Outcome {
    switch numbers.read(cell, places: places) {
    case .number(let number): .money(number, currency: currency)
    case .unreadable: .fault(.amount)
    case .tooPrecise: .fault(.amountTooPrecise)
    case .tooLarge: .fault(.numberTooLarge)
    }
  }

  /// Whether the amount starts and ends with a digit, so that no sign of a currency is there.
  @inline(__always)
  private static func isBare(_ cell: Span<UInt8>) -> Bool {
    cell[0] &- 0x30 < 10 && cell[cell.count - 1] &- 0x30 < 10
  }

  /// The code that a word in the currency column means.
  private static func code(_ word: String, _ rule: ProfileCurrency) -> String? {
    if let code = rule.symbols[word.lowercased()] { return code }
    let upper = word.uppercased()
    return CurrencyCode.isKnown(upper) ? upper : nil
  }

  /// Takes a currency sign or code off the start or the end of an amount, behind or before its
  /// sign and parenthesis, with blanks beside it.
  private func take(from cell: inout [UInt8]) -> [UInt8]? {
    let lower = cell.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let opening = lower.prefix { $0 == 0x2D || $0 == 0x2B || $0 == 0x28 }.count
    let closing = lower.reversed().prefix { $0 == 0x2D || $0 == 0x29 }.count
    guard opening + closing < lower.count else { return nil }
    let inner = lower[opening..<(lower.count - closing)]
    for (symbol, code) in symbols {
      if inner.starts(with: symbol) {
        cell.removeSubrange(opening..<(opening + symbol.count))
      } else if inner.reversed().starts(with: symbol.reversed()) {
        let end = lower.count - closing
        cell.removeSubrange((end - symbol.count)..<end)
      } else {
        continue
      }
      cell = Self.trimmed(cell, keeping: opening)
      return code
    }
    return nil
  }

  /// Drops blanks at both ends and behind an opening sign.
  private static func trimmed(_ cell: [UInt8], keeping opening: Int) -> [UInt8] {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0xA0 || byte == 0xC2 }
    var result = Array(cell[..<opening])
    result += cell[opening...].drop(while: isBlank)
    while let last = result.last, isBlank(last) { result.removeLast() }
    // A sign may also stand behind the currency: `$-12`, `$(12)`; the number reader sees it.
    return result
  }
}

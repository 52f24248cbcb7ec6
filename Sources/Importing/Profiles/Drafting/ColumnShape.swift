/// What the cells of one column look like, over a sample.
struct ColumnShape {
  /// The number of cells looked at.
  private(set) var count = 0
  /// The number of blank ones.
  private(set) var blank = 0
  /// The number of different ones that are not blank.
  var distinct: Int { values.count }
  /// The first few different cells.
  private(set) var samples: [String] = []
  /// The different cells in alphabetical order, at most 20.
  var words: [String] { Array(values.sorted().prefix(20)) }
  private var values: Set<String> = []
  private var datePatterns: [String: Int] = [:]
  private var pointNumbers = 0
  private var commaNumbers = 0
  private var groupedPoint = 0
  private var groupedComma = 0
  private var symbols: [String: Int] = [:]
  private var leadingZeros = 0
  /// Days that are days of no month, so that the order of day and month shows.
  private(set) var dayFirst = 0
  private(set) var monthFirst = 0

  /// The words found that say that there is no agreed end, in alphabetical order.
  var openEnds: [String] { openEnd.keys.sorted() }
  /// The number of cells with such a word.
  var openEndCount: Int { openEnd.values.reduce(0, +) }
  /// Whether there is a day of the year 9999, by which programs write that there is no end.
  private(set) var hasFarEnd = false
  private var openEnd: [String: Int] = [:]
  private var durations = 0

  /// The number of cells that are not blank.
  var filled: Int { count - blank }

  mutating func add(_ cell: String) {
    count += 1
    guard !cell.isEmpty else {
      blank += 1
      return
    }
    if values.insert(cell).inserted, samples.count < 3 { samples.append(cell) }
    if CellWords.isOpenEnd(cell) { openEnd[cell, default: 0] += 1 }
    if DurationText(cell, unit: .month) != nil { durations += 1 }
    lookForDates(cell)
    lookForNumbers(cell)
  }

  private mutating func lookForDates(_ cell: String) {
    let bytes = Array(cell.utf8)
    for (text, pattern) in Self.candidates where pattern.day(in: bytes.span, pivot: 1970) != nil {
      datePatterns[text, default: 0] += 1
      if cell.contains("9999") { hasFarEnd = true }
    }
    let parts = cell.prefix(10).split { !$0.isNumber }
    guard parts.count >= 2, cell.first?.isNumber == true, let first = Int(parts[0]),
      let second = Int(parts[1]), parts[0].count <= 2, parts[1].count <= 2
    else { return }
    if first > 12, second <= 12 { dayFirst += 1 }
    if second > 12, first <= 12 { monthFirst += 1 }
  }

  private mutating func lookForNumbers(_ cell: String) {
    var text = cell
    for symbol in Self.currencySigns where text.contains(symbol) {
      symbols[symbol, default: 0] += 1
      text = text.replacing(symbol, with: "")
      break
    }
    let bytes = Array(text.filter { !$0.isWhitespace }.utf8)
    guard !bytes.isEmpty else { return }
    if text.hasPrefix("0"), text.count > 1, text.allSatisfy(\.isNumber) { leadingZeros += 1 }
    if Self.isNumber(bytes, Self.point) { pointNumbers += 1 }
    if Self.isNumber(bytes, Self.comma) { commaNumbers += 1 }
    let hasComma = bytes.contains(0x2C)
    let hasPoint = bytes.contains(0x2E)
    if hasComma, Self.isNumber(bytes, Self.point) { groupedPoint += 1 }
    if hasPoint, Self.isNumber(bytes, Self.comma) { groupedComma += 1 }
  }

  private static func isNumber(_ bytes: [UInt8], _ reader: NumberReader) -> Bool {
    if case .number = reader.read(bytes.span, places: 6) { return true }
    return false
  }

  private static let currencySigns = [
    "US$", "R$", "A$", "$", "€", "£", "Kč", "zł", "EUR", "USD", "GBP", "CHF", "CZK", "PLN", "BRL",
  ]

  private static let candidates: [(String, DatePattern)] = [
    "yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "d/M/yyyy", "M/d/yyyy",
    "dd-MM-yyyy", "MM-dd-yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMM yyyy", "yyyyMMdd", "yyyy/MM/dd",
    "dd/MM/yy", "MM/dd/yy", "d.M.yy",
  ].compactMap { text in DatePattern(text).map { (text, $0) } }

  private static let point = NumberReader(format(decimal: ".", group: ","))
  private static let comma = NumberReader(format(decimal: ",", group: "."))

  private static func format(decimal: String, group: String) -> NumberFormat {
    var format = NumberFormat()
    format.decimalMark = decimal
    format.groupMarks = [group]
    format.rounds = true
    return format
  }

  // MARK: Judgement

  /// The date patterns that read every filled cell, or else at least nine in ten of them, in the
  /// order in which they are preferred.
  ///
  /// Words for an open end do not count.
  var dates: [String] {
    let best = datePatterns.values.max() ?? 0
    guard best > 0, best * 10 >= (filled - openEndCount) * 9 else { return [] }
    return Self.candidates.map(\.0).filter { datePatterns[$0] == best }
  }

  /// The number of filled cells that are no days by the best pattern, words for an open end among
  /// them.
  var notDays: Int { filled - (datePatterns.values.max() ?? 0) }

  /// Whether at least nine in ten filled cells are durations, with or without a unit.
  var isDuration: Bool { isMost(durations) }

  /// The number of filled cells that are no durations.
  var notDurations: Int { filled - durations }

  /// Whether every filled cell is a code of two capital letters, as countries have them.
  var isCountryCode: Bool {
    filled > 0
      && values.allSatisfy { $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isUppercase } }
  }

  /// Whether at least nine in ten filled cells are amounts with one of the marks.
  var isNumeric: Bool { isMost(max(pointNumbers, commaNumbers)) }

  /// The number of filled cells that are no amounts by the better mark.
  var notNumbers: Int { filled - max(pointNumbers, commaNumbers) }

  private func isMost(_ number: Int) -> Bool { filled > 0 && number * 10 >= filled * 9 }

  /// Whether all are numbers of which some start with 0, so that they are names.
  var isNumberedName: Bool { leadingZeros > 0 }

  /// The decimal marks under which the most filled cells are numbers.
  var decimalMarks: [String] {
    var marks: [String] = []
    if isNumeric, pointNumbers >= commaNumbers { marks.append(".") }
    if isNumeric, commaNumbers >= pointNumbers { marks.append(",") }
    return marks
  }

  /// Whether group marks occur under a decimal mark.
  func isGrouped(_ mark: String) -> Bool { (mark == "." ? groupedPoint : groupedComma) > 0 }

  /// The signs and codes of currencies that the cells have, in alphabetical order.
  var currencies: [String] { symbols.keys.sorted() }

  /// The sign of a currency that most cells have, or nil.
  var symbol: String? { symbols.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }

  /// Whether every filled cell is different and none is blank.
  var isUnique: Bool { filled > 0 && blank == 0 && distinct == filled }
}

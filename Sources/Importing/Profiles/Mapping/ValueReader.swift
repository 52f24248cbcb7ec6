/// Reads one value of a profile from the cells of a file with a known header.
///
/// A value for one reader on one thread: it remembers words it has seen.
final class ValueReader {
  /// Where the bytes come from, in numbers of columns, 0-based.
  enum Source {
    /// The file has no such column.
    case absent
    case column(Int)
    case joined([Int], glue: [UInt8])
    case firstFilled([Int])
    case constant([UInt8])
    case part(Int)
    /// A value in the JSON of a column, which is the slot's number among those with JSON.
    case json(slot: Int, column: Int, path: JSONPath, glue: [UInt8])
    /// A value in the item of a JSON list.
    case inner(path: JSONPath, glue: [UInt8])
  }

  /// What a cell says.
  enum Outcome {
    case missing
    /// The bytes of the cell as they are.
    case text
    /// Other bytes instead.
    case word(ShortWord)
    /// Other bytes instead, and a warning because the cell's word is not known.
    case substitute(ShortWord)
    case number(Int64)
    /// A day that stands for "no agreed end".
    case openEnded(Int64)
    case money(Int64, currency: ShortWord)
    case fault(CellFault)
  }

  let source: Source
  /// How the value is called in messages: the header of its column.
  let label: String
  let value: ProfileValue
  /// The only results allowed, or nil.
  let closedList: [String]?
  private let missing: [[UInt8]]
  private let numbers: NumberReader
  private let currency: CurrencyReader?
  private let map: [String: ShortWord]
  private let pattern: Regex<AnyRegexOutput>?
  private let sentinels: [(extent: Extent, meaning: ProfileSentinel.Meaning)]
  private let hasSentinels: Bool
  private let hasConstraints: Bool
  /// Whether the column is one of few words, so that what a cell means is remembered.
  private let remembers: Bool
  private var memory = WordMemory<Outcome>()
  private var seen: Set<[UInt8]> = []

  init(
    _ value: ProfileValue,
    source: Source,
    label: String,
    closedList: [String]? = nil,
    listColumn: Int? = nil,
    currencyColumn: Int? = nil,
    unitColumn: Int? = nil
  ) {
    self.value = value
    self.source = source
    self.label = label
    self.closedList = closedList
    self.unitColumn = unitColumn
    column =
      switch source {
      case .column(let column), .json(_, let column, _, _): column
      case .joined(let columns, _), .firstFilled(let columns): columns.first
      case .part, .inner: listColumn
      case .absent, .constant: nil
      }
    missing = value.missing.map { Array($0.utf8) }.filter { !$0.isEmpty }
    let numbers = NumberReader(value.formats.numbers)
    self.numbers = numbers
    currency = value.formats.currency.map {
      CurrencyReader($0, column: currencyColumn, numbers: numbers)
    }
    map = Dictionary(
      uniqueKeysWithValues: value.map.map { ($0.key, ShortWord($0.value)) }
    )
    pattern = value.constraints.pattern.flatMap { try? Regex($0) }
    sentinels = value.sentinels.map { (Extent($0.extent), $0.meaning) }
    hasSentinels = !value.sentinels.isEmpty
    let rules = value.constraints
    hasConstraints =
      rules.isUnique || rules.minimum != nil || pattern != nil || rules.oneOf != nil
    let hasForm = pattern != nil || rules.oneOf != nil
    let hasWords = !value.map.isEmpty || closedList != nil || hasForm
    remembers =
      switch value.kind {
      case .boolean, .choice: !rules.isUnique
      case .duration: !rules.isUnique && unitColumn == nil && value.formats.unitPath == nil
      case .text, .identifier: !rules.isUnique && hasWords
      case .date, .money, .integer: false
      }
  }

  /// The column in which a problem of the value shows, 0-based, or nil if it has none.
  let column: Int?

  /// The column of the unit of a duration, 0-based, or nil.
  let unitColumn: Int?

  /// The column of the currency, 0-based, or nil.
  var currencyColumn: Int? { currency?.column }

  /// Where the currency or unit stands in the JSON that the value is read from, or nil.
  var pathBeside: JSONPath? {
    value.kind == .money ? value.formats.currency?.path : value.formats.unitPath
  }

  /// Whether the cell is blank or one of the tokens for "no value".
  @inline(__always)
  func isMissing(_ cell: Span<UInt8>) -> Bool {
    if cell.isEmpty { return true }
    return !missing.isEmpty && missing.contains { cell.equals($0) }
  }

  /// Reads a trimmed cell.
  ///
  /// `beside` is the cell of the currency or unit column, empty if there is none.
  @inline(__always)
  func read(_ cell: Span<UInt8>, beside: Span<UInt8>) -> Outcome {
    if isMissing(cell) { return .missing }
    if remembers { return remembered(cell) }
    return judged(cell, beside: beside)
  }

  @inline(__always)
  private func judged(_ cell: Span<UInt8>, beside: Span<UInt8>) -> Outcome {
    var outcome = convert(cell, beside: beside)
    if hasSentinels { outcome = sentinel(cell, outcome) }
    if hasConstraints { outcome = constrained(cell, outcome) }
    return outcome
  }

  @inline(__always)
  private func convert(_ cell: Span<UInt8>, beside: Span<UInt8>) -> Outcome {
    switch value.kind {
    case .text, .identifier: return map.isEmpty && closedList == nil ? .text : choice(cell)
    case .date: return date(cell)
    case .money: return money(cell, beside: beside)
    case .integer: return integer(cell)
    case .duration: return duration(cell, unit: beside)
    case .boolean: return boolean(cell)
    case .choice: return choice(cell)
    }
  }

  private func date(_ cell: Span<UInt8>) -> Outcome {
    for pattern in value.formats.dates {
      if let day = pattern.day(in: cell, pivot: value.formats.pivot) { return .number(day) }
    }
    return .fault(.date)
  }

  private func integer(_ cell: Span<UInt8>) -> Outcome {
    switch numbers.read(cell, places: 0) {
    case .number(let number): .number(number)
    case .tooLarge: .fault(.numberTooLarge)
    case .tooPrecise, .unreadable: .fault(.integer)
    }
  }

  private func money(_ cell: Span<UInt8>, beside: Span<UInt8>) -> Outcome {
    guard let currency else { return .fault(.currencyMissing) }
    return currency.read(cell, code: beside)
  }

  // MARK: Words

  /// Reads a cell whose column has few different words; the first ones are remembered.
  private func remembered(_ cell: Span<UInt8>) -> Outcome {
    if let outcome = memory.meaning(of: cell) { return outcome }
    let outcome = judged(cell, beside: cell.extracting(0..<0))
    memory.add(cell, outcome)
    return outcome
  }

  private func boolean(_ cell: Span<UInt8>) -> Outcome {
    let text = cell.string.lowercased()
    if value.formats.yes.contains(where: { $0.lowercased() == text }) { return .number(1) }
    if value.formats.no.contains(where: { $0.lowercased() == text }) { return .number(0) }
    return .fault(.boolean)
  }

  private func duration(_ cell: Span<UInt8>, unit: Span<UInt8>) -> Outcome {
    var base = value.formats.unit
    if !unit.isEmpty {
      guard let named = DurationUnit(word: unit.string) else { return .fault(.duration) }
      base = named
    }
    guard let duration = DurationText(cell.string, unit: base) else { return .fault(.duration) }
    return .word(ShortWord(duration.text))
  }

  private func choice(_ cell: Span<UInt8>) -> Outcome {
    let text = cell.string
    if let ours = map[text.lowercased()] { return .word(ours) }
    if map.isEmpty, let closedList {
      if closedList.contains(text) { return .text }
      if let same = closedList.first(where: { $0.lowercased() == text.lowercased() }) {
        return .word(ShortWord(same))
      }
    }
    switch value.unknown {
    case .reject: return .fault(.wordRejected)
    case .warn: return map.isEmpty && closedList == nil ? .text : .fault(.word)
    case .keep: return .text
    case .use(let ours): return .substitute(ShortWord(ours))
    }
  }

  // MARK: Sentinels and constraints

  private func sentinel(_ cell: Span<UInt8>, _ outcome: Outcome) -> Outcome {
    var day: Int64?
    if case .number(let number) = outcome, value.kind == .date { day = number }
    for sentinel in sentinels where sentinel.extent.holds(cell, day) {
      switch sentinel.meaning {
      case .missing: return .missing
      case .openEnded: return .openEnded(day ?? Int64.min)
      }
    }
    return outcome
  }

  private func constrained(_ cell: Span<UInt8>, _ outcome: Outcome) -> Outcome {
    let rules = value.constraints
    if case .fault = outcome { return outcome }
    if let list = rules.oneOf, !list.contains(cell.string) { return .fault(.notAllowed) }
    if let pattern, case .text = outcome,
      (try? pattern.wholeMatch(in: cell.string)) == nil
    {
      return .fault(.pattern)
    }
    if let minimum = rules.minimum, let number = outcome.number, number < minimum {
      return .fault(.belowMinimum)
    }
    if rules.isUnique, !seen.insert(cell.array).inserted { return .fault(.repeated) }
    return outcome
  }
}

/// Where a sentinel lies, with its text as bytes.
private enum Extent {
  case text([UInt8])
  case onOrAfter(Int64)
  case onOrBefore(Int64)

  init(_ extent: ProfileSentinel.Extent) {
    switch extent {
    case .text(let text): self = .text(Array(text.utf8))
    case .onOrAfter(let day): self = .onOrAfter(day)
    case .onOrBefore(let day): self = .onOrBefore(day)
    }
  }

  func holds(_ cell: Span<UInt8>, _ day: Int64?) -> Bool {
    switch self {
    case .text(let text): cell.equals(text)
    case .onOrAfter(let bound): day.map { $0 >= bound } ?? false
    case .onOrBefore(let bound): day.map { $0 <= bound } ?? false
    }
  }
}

extension ValueReader.Source {
  /// Whether the file has no such column.
  var isAbsent: Bool {
    if case .absent = self { return true }
    return false
  }

  /// Whether the value stands within JSON.
  var isNested: Bool {
    switch self {
    case .json, .inner: true
    default: false
    }
  }
}

extension ValueReader.Outcome {
  /// The number, minor units or day in it, or nil.
  var number: Int64? {
    switch self {
    case .number(let number), .openEnded(let number), .money(let number, _): number
    default: nil
    }
  }
}

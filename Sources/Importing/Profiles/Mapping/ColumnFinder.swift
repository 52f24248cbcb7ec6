/// Turns the columns of a profile into column numbers of one file, and notes what is not there.
struct ColumnFinder {
  let index: HeaderIndex
  let answers: [String: String]
  private(set) var problems: [Problem] = []
  /// Questions without an answer.
  private(set) var notes: [Problem] = []
  /// The columns used, 0-based.
  private(set) var used: Set<Int> = []
  /// The names of columns that the profile cannot do without and the file does not have.
  private(set) var lacking: [String] = []

  init(_ index: HeaderIndex, answers: [String: String]) {
    self.index = index
    self.answers = answers
  }

  /// The number of a column, 0-based, or nil if the file has none, or several, of that name.
  mutating func find(_ column: ProfileColumn, isRequired: Bool = false) -> Int? {
    switch index.find(column) {
    case .found(let number):
      used.insert(number)
      return number
    case .absent:
      if isRequired, !lacking.contains(column.label) { lacking.append(column.label) }
    case .ambiguous(let numbers):
      let problem = Self.ambiguous(column, numbers)
      if !problems.contains(problem) { problems.append(problem) }
    }
    return nil
  }

  private static func ambiguous(_ column: ProfileColumn, _ numbers: [Int]) -> Problem {
    let list = numbers.map { String($0 + 1) }.joined(separator: " and ")
    return Problem(
      "column.ambiguous",
      field: column.label,
      message: "The header has “\(column.label)” more than once, in columns \(list).",
      remedy: "Name the right one by position in the profile, as “{position: N}”."
    )
  }

  /// The columns of a key; of alternatives at least one must be there.
  mutating func key(_ key: ProfileKey) -> [Int] {
    guard key.isFirstFilled else { return key.columns.compactMap { find($0, isRequired: true) } }
    return numbers(key.columns, isRequired: true)
  }

  /// Makes the reader of a value.
  mutating func reader(_ value: ProfileValue, closedList: [String]? = nil) -> ValueReader {
    var value = value
    var source = source(value.source, isRequired: value.constraints.isRequired)
    var currency: Int?
    if value.kind == .money, let rule = value.formats.currency {
      currency = rule.column.flatMap { find($0) }
      if let question = rule.question, !source.isAbsent, !answer(question, &value) {
        source = .absent
      }
    }
    var unit: Int?
    if value.kind == .duration, let column = value.formats.unitColumn { unit = find(column) }
    return ValueReader(
      value,
      source: source,
      label: label(of: value.source, source),
      closedList: closedList,
      currencyColumn: currency,
      unitColumn: unit
    )
  }

  /// Takes the answer to the question for a currency.
  ///
  /// - Returns: False if nothing says the currency.
  private mutating func answer(_ question: String, _ value: inout ProfileValue) -> Bool {
    if let code = answers[question] {
      value.formats.currency?.fixed = code
      return true
    }
    let rule = value.formats.currency
    if rule?.column != nil || rule?.symbols.isEmpty == false { return true }
    note(unanswered: question)
    return false
  }

  private mutating func note(unanswered name: String) {
    let problem = unanswered(name)
    if !notes.contains(problem) { notes.append(problem) }
  }

  private mutating func source(_ source: ProfileSource, isRequired: Bool) -> ValueReader.Source {
    switch source {
    case .column(let column):
      return find(column, isRequired: isRequired).map { .column($0) } ?? .absent
    case .joined(let columns, let glue):
      let found = numbers(columns, isRequired: isRequired)
      return found.isEmpty ? .absent : .joined(found, glue: Array(glue.utf8))
    case .firstFilled(let columns):
      let found = numbers(columns, isRequired: isRequired)
      return found.isEmpty ? .absent : .firstFilled(found)
    case .constant(let text): return .constant(Array(text.utf8))
    case .part(let number): return .part(number)
    case .answer(let name):
      guard let answer = answers[name] else {
        note(unanswered: name)
        return .absent
      }
      return .constant(Array(answer.utf8))
    }
  }

  /// The columns that are there; if none is and one is needed, the first is lacking.
  private mutating func numbers(_ columns: [ProfileColumn], isRequired: Bool) -> [Int] {
    let found = columns.compactMap { find($0) }
    if found.isEmpty, isRequired, let first = columns.first { _ = find(first, isRequired: true) }
    return found
  }

  private func unanswered(_ name: String) -> Problem {
    Problem(
      "answer.missing",
      .warning,
      field: name,
      message: "The profile asks for “\(name)” and there is no answer; what needs it is not read.",
      remedy: "Give the answer with --answer \(name)=TEXT."
    )
  }

  private func label(of source: ProfileSource, _ found: ValueReader.Source) -> String {
    let numbers: [Int] =
      switch found {
      case .column(let number): [number]
      case .joined(let numbers, _), .firstFilled(let numbers): numbers
      case .absent, .constant, .part: []
      }
    let names = numbers.filter { $0 < index.header.count }.map { index.header[$0] }
    if !names.isEmpty { return names.joined(separator: " / ") }
    return source.columns.first?.label ?? ""
  }
}

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
  /// The columns whose cells hold JSON, each once; the place in this list is the slot.
  private(set) var jsonColumns: [JSONColumn] = []
  /// The list around the values that are read next: how it is called, and its column.
  private var around: (label: String, column: Int?) = ("", nil)

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
    var source = source(value)
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
      listColumn: around.column,
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
    if rule?.column != nil || rule?.path != nil || rule?.symbols.isEmpty == false { return true }
    note(unanswered: question)
    return false
  }

  private mutating func note(unanswered name: String) {
    let problem = unanswered(name)
    if !notes.contains(problem) { notes.append(problem) }
  }

  private mutating func source(_ value: ProfileValue) -> ValueReader.Source {
    let isRequired = value.constraints.isRequired
    switch value.source {
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
    case .json(let column, let path, let glue):
      guard let number = find(column, isRequired: isRequired) else { return .absent }
      let slot = slot(of: number, value.badCell, missing: value.missing)
      return .json(slot: slot, column: number, path: path, glue: Array(glue.utf8))
    case .inner(let path, let glue): return .inner(path: path, glue: Array(glue.utf8))
    case .answer(let name):
      guard let answer = answers[name] else {
        note(unanswered: name)
        return .absent
      }
      return .constant(Array(answer.utf8))
    }
  }

  // MARK: JSON

  /// The slot of a column with JSON; a bad cell costs what the strictest of its readers says.
  private mutating func slot(
    of column: Int,
    _ bad: ProfileValue.BadCell,
    missing: [String] = []
  ) -> Int {
    let slot = jsonColumns.firstIndex { $0.column == column } ?? jsonColumns.count
    if slot == jsonColumns.count { jsonColumns.append(JSONColumn(column: column)) }
    if bad == .reject { jsonColumns[slot].rejects = true }
    jsonColumns[slot].missing.formUnion(missing.map { Array($0.utf8) })
    return slot
  }

  /// Makes the parts of something whose items stand in a list, or that has none.
  mutating func within<Part>(_ items: CompiledItems?, _ body: (inout ColumnFinder) -> Part) -> Part
  {
    let outside = around
    defer { around = outside }
    switch items {
    case .marked(_, let column): around = (label(of: column), column)
    case .json(_, let column, let path, _):
      around = (
        path.steps.isEmpty ? label(of: column) : "\(label(of: column)): \(path.text)", column
      )
    case .inner(let path, _): around.label += ": \(path.text)"
    case nil: break
    }
    return body(&self)
  }

  /// Where the items of a list stand, or nil if there is none or the file has no such column.
  mutating func items(_ items: ProfileItems?, missing: [String]) -> CompiledItems? {
    switch items {
    case nil: return nil
    case .marked(let list): return find(list.column).map { .marked(list, column: $0) }
    case .inner(let path, let bad): return .inner(path, rejects: bad == .reject)
    case .json(let column, let path, let bad):
      guard let number = find(column) else { return nil }
      let slot = slot(of: number, bad, missing: missing)
      return .json(slot: slot, column: number, path, rejects: bad == .reject)
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
    switch found {
    case .json(_, let number, let path, _): return "\(label(of: number)): \(path.text)"
    case .inner(let path, _): return "\(around.label): \(path.text)"
    case .part(let number): return "\(around.label): part \(number)"
    case .column(let number): return label(of: number)
    case .joined(let numbers, _), .firstFilled(let numbers):
      return numbers.map(label).joined(separator: " / ")
    case .absent, .constant: return source.columns.first?.label ?? ""
    }
  }

  private func label(of number: Int) -> String {
    number < index.header.count ? index.header[number] : "column \(number + 1)"
  }
}

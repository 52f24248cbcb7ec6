/// Tries a profile on a file, without storing anything, and explains what would be read.
public enum ProfileChecker {
  /// Reads a file by a profile.
  ///
  /// The file is read to its end. A header that does not fit gives a check without rows.
  ///
  /// - Returns: What each column is read as, and what is wrong.
  /// - Throws: A ``Problem`` if the source cannot be read at all.
  public static func check(
    _ profile: Profile,
    _ source: any ByteSource,
    named file: String
  ) throws -> ProfileCheck {
    let peekable = PeekableSource(source)
    let start = try peekable.peek(CSVSniffer.sampleBytes)
    let match = profile.matches(start: start).first
    let dialect = match?.dialect ?? profile.dialects[0]
    let reader = CSVReader(peekable, named: file, dialect: dialect)
    let header = try reader.readHeader()
    let compiled = CompiledProfile(profile, header: header, file: match?.file ?? .records)
    var check = ProfileCheck(profile: profile.id, file: file, delimiter: dialect.delimiter)
    check.obstacles = compiled.problems + compiled.notes
    check.columns = columns(compiled)
    if compiled.problems.isEmpty { try read(reader, compiled, into: &check) }
    return check
  }

  private static func read(
    _ reader: CSVReader,
    _ compiled: CompiledProfile,
    into check: inout ProfileCheck
  ) throws {
    let mapper = RecordMapper(compiled, file: check.file)
    var record = CSVRecord()
    var draft = Draft()
    while try reader.next(into: &record) {
      check.rows += 1
      if !mapper.map(record, into: &draft) { check.rejected += 1 }
      look(at: record, in: &check)
      for problem in mapper.problems { note(problem, in: &check) }
    }
    for rejection in reader.takeRejections() {
      check.rows += 1
      check.rejected += 1
      note(rejection.problem, in: &check)
    }
  }

  private static func look(at record: CSVRecord, in check: inout ProfileCheck) {
    let row = RecordRow(record)
    for column in check.columns.indices {
      let cell = record.bytes.span.extracting(row.range(column))
      if cell.isEmpty {
        check.columns[column].blank += 1
      } else if check.columns[column].samples.count < 3 {
        let text = cell.string
        if !check.columns[column].samples.contains(text) {
          check.columns[column].samples.append(text)
        }
      }
    }
  }

  private static func note(_ problem: Problem, in check: inout ProfileCheck) {
    check.counts[problem.code, default: 0] += 1
    if check.problems.count < 20 { check.problems.append(problem) }
    guard let column = problem.place?.column, check.columns.indices.contains(column - 1) else {
      return
    }
    check.columns[column - 1].faulty += 1
  }

  // MARK: Uses

  private static func columns(_ compiled: CompiledProfile) -> [ProfileCheck.Column] {
    let unmapped = Set(compiled.unmapped)
    // Without a header the columns up to the last one read are known by their numbers.
    let last = compiled.used.max() ?? -1
    let names = compiled.header.isEmpty ? (0..<last + 1).map { "column \($0 + 1)" } : nil
    var columns = (names ?? compiled.header).enumerated().map { index, header in
      var column = ProfileCheck.Column(number: index + 1, header: header)
      column.isIgnored = !compiled.used.contains(index) && !unmapped.contains(index)
      return column
    }
    func add(_ use: String, _ numbers: [Int]) {
      for number in numbers where columns.indices.contains(number) {
        columns[number].uses.append(use)
      }
    }
    add("the key", compiled.key)
    add("the name of the version", compiled.revision)
    add("the order of versions", compiled.order)
    for (use, reader) in uses(compiled) {
      add("\(use): \(reader.value.sentence)\(reader.source.within)", reader.source.columns)
      if let column = reader.currencyColumn { add("\(use): the currency", [column]) }
      if let column = reader.unitColumn { add("\(use): the unit", [column]) }
    }
    for (use, items) in lists(compiled) {
      if let column = items?.column { add(use, [column]) }
    }
    for column in columns.indices where columns[column].uses.isEmpty {
      if compiled.used.contains(column) { columns[column].uses = ["by which the file is known"] }
    }
    return columns
  }

  /// The lists that cells hold.
  private static func lists(_ compiled: CompiledProfile) -> [(String, CompiledItems?)] {
    var lists = compiled.parties.map { ($0.role.map { "\($0)s" } ?? "parties", $0.items) }
    lists = lists.map { ("\($0.0): a list of parties", $0.1) }
    lists += compiled.identifiers.map { ("identifiers \($0.scheme): a list", $0.items) }
    lists += compiled.mentions.map { ("\($0.kind.rawValue)s: a list", $0.items) }
    return lists
  }

  private static func uses(_ compiled: CompiledProfile) -> [(String, ValueReader)] {
    var uses = compiled.fields.map { ($0.target.profileName, $0.reader) }
    if let operation = compiled.operation {
      uses.append(("the operation", operation.reader))
      for field in operation.fields { uses.append(("the last day if deleted", field.reader)) }
    }
    uses += compiled.identifiers.map { ("identifier \($0.scheme)", $0.reader) }
    for party in compiled.parties {
      let role = party.word
      if let reader = party.roleReader { uses.append(("party role", reader)) }
      uses.append(("\(role) name", party.name))
      uses += party.details.map { ("\(role) \($0.detail.rawValue)", $0.reader) }
      uses += party.identifiers.map { ("\(role) \($0.scheme)", $0.reader) }
    }
    uses += compiled.mentions.map { ("\($0.kind.rawValue)", $0.name) }
    uses += compiled.mentions.compactMap { mention in
      mention.detail.map { ("\(mention.kind.rawValue) detail", $0) }
    }
    return uses
  }
}

extension ValueReader.Source {
  /// The columns looked at, 0-based.
  var columns: [Int] {
    switch self {
    case .column(let column): [column]
    case .json(_, let column, _, _): [column]
    case .joined(let columns, _), .firstFilled(let columns): columns
    case .absent, .constant, .part, .inner: []
    }
  }
}

extension ValueReader.Source {
  /// Where in its cell the value stands, in words; empty if it is the cell.
  fileprivate var within: String {
    if case .json(_, _, let path, _) = self { return ", at “\(path.text)” in JSON" }
    return ""
  }
}

extension ProfileValue {
  /// How the value is read, in words.
  var sentence: String {
    let rule = constraints.isRequired ? ", required" : ""
    switch kind {
    case .text: return map.isEmpty ? "text\(rule)" : "text through a list of words\(rule)"
    case .identifier: return "an identifier, never a number\(rule)"
    case .date:
      let patterns = formats.dates.map(\.text).joined(separator: " or ")
      return "a day written as \(patterns)\(rule)"
    case .money:
      let marks = formats.numbers.groupMarks.filter { $0 != "\u{A0}" && $0 != "\u{202F}" }
      let groups = marks.isEmpty ? "no groups" : "groups “\(marks.joined(separator: "”, “"))”"
      return "an amount with decimal mark “\(formats.numbers.decimalMark)”, \(groups)\(rule)"
    case .integer: return "a whole number\(rule)"
    case .boolean: return "yes or no\(rule)"
    case .duration: return "a duration, in \(formats.unit.word)s if no unit is given\(rule)"
    case .choice: return "one of a list of words\(rule)"
    }
  }
}

extension DurationUnit {
  /// The English name in the singular.
  var word: String {
    switch self {
    case .day: "day"
    case .businessDay: "business day"
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    }
  }
}

import Model

/// Turns what was seen in a file into the proposal of a profile.
struct ProfileDraftWriter {
  let id: String
  let proposal: CSVSniffer.Proposal
  let shapes: [ColumnShape]
  let rows: Int
  private(set) var columns: [ProfileDraft.Column] = []
  var questions: [ProfileDraft.Question] = []
  /// Which column has which meaning.
  var chosen: [FieldWords.Meaning: Int] = [:]
  /// Meanings that are not sure enough to be used, in the order of their columns.
  private var doubtful: [(meaning: FieldWords.Meaning, column: Int, score: Int)] = []
  /// The confidence from which a meaning is used; below it a person has to agree.
  private static let sure = 75
  /// Whether the file lists what we agreed with customers, so that we are the supplier.
  var isOfCustomers: Bool { chosen[.customerName] != nil && chosen[.supplierName] == nil }

  init(id: String, proposal: CSVSniffer.Proposal, shapes: [ColumnShape], rows: Int) {
    self.id = id
    self.proposal = proposal
    self.shapes = shapes
    self.rows = rows
  }

  mutating func draft() -> ProfileDraft {
    choose()
    let yaml = yaml()
    return ProfileDraft(
      yaml: yaml,
      layout: proposal.findings,
      columns: columns,
      questions: questions,
      rows: rows
    )
  }

  // MARK: Meanings

  /// Gives each meaning to the column that fits it best, and each column at most one meaning.
  private mutating func choose() {
    typealias Candidate = (column: Int, meaning: FieldWords.Meaning, score: Int, reason: String)
    var candidates: [Candidate] = []
    for (column, header) in proposal.columns.enumerated() {
      for (meaning, score, word) in FieldWords.meanings(of: header) {
        let (change, why) = judge(meaning, column)
        let reason = "The header has “\(word)”\(why)."
        candidates.append((column, meaning, max(0, min(99, score + change)), reason))
      }
    }
    let hasParty = candidates.contains { $0.meaning.isOtherParty && $0.score >= Self.sure }
    if !hasParty { candidates.removeAll { $0.meaning.isPartyDetail } }
    candidates.sort { ($1.score, $0.column) < ($0.score, $1.column) }
    var taken: [Int: Candidate] = [:]
    for candidate in candidates where candidate.score >= 45 {
      guard taken[candidate.column] == nil, chosen[candidate.meaning] == nil else { continue }
      taken[candidate.column] = candidate
      chosen[candidate.meaning] = candidate.column
    }
    for candidate in taken.values where candidate.score < Self.sure && candidate.meaning != .key {
      chosen[candidate.meaning] = nil
      doubtful.append((candidate.meaning, candidate.column, candidate.score))
    }
    doubtful.sort { $0.column < $1.column }
    columns = proposal.columns.enumerated().map { column, header in
      if let found = taken[column] {
        return ProfileDraft.Column(
          header: header,
          meaning: found.meaning.name,
          confidence: found.score,
          reason: found.reason
        )
      }
      return ProfileDraft.Column(
        header: header,
        meaning: nil,
        confidence: 0,
        reason: "No field has such a header" + hint(shapes[column]) + "."
      )
    }
  }

  private func hint(_ shape: ColumnShape) -> String {
    if shape.filled == 0 { return "; the cells are blank" }
    if !shape.dates.isEmpty { return "; the cells are days" }
    if shape.isNumeric, !shape.isNumberedName { return "; the cells are numbers" }
    return ""
  }

  // MARK: YAML

  private mutating func yaml() -> String {
    var lines = ["profile: 1", "id: \(id)", "title: \(id)", "dialect:"]
    lines += dialect()
    lines += formats()
    lines += key()
    lines.append("fields:")
    lines += fields()
    lines += doubts()
    lines += parties() + mentions()
    let unmapped = columns.filter { $0.meaning == nil && !$0.header.isEmpty }.map(\.header)
    if !unmapped.isEmpty {
      lines.append("# Not mapped; add them to “fields”, or leave them here.")
      lines.append("ignored:")
      lines += unmapped.map { "  - \(Self.quoted($0))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func dialect() -> [String] {
    let dialect = proposal.dialect
    let mark = String(decoding: [dialect.delimiter], as: UTF8.self)
    var lines = ["  encoding: \(dialect.encoding.rawValue)"]
    lines.append("  delimiter: " + (mark == "\t" ? "tab" : "\"\(mark)\""))
    if dialect.quote == nil { lines.append("  quote: none") }
    if dialect.skipRows > 0 { lines.append("  skipRows: \(dialect.skipRows)") }
    if dialect.headerRows != 1 { lines.append("  headerRows: \(dialect.headerRows)") }
    return lines
  }

  private mutating func formats() -> [String] {
    var lines = dates() + amounts()
    if !lines.isEmpty { lines.insert("formats:", at: 0) }
    return lines
  }

  private func mapped(_ holds: (Field) -> Bool) -> [Int] {
    let found = chosen.filter { meaning, _ in
      if case .field(let field) = meaning { return holds(field) }
      return false
    }
    return found.values.sorted()
  }

  /// The date patterns that all date columns share; two orders of day and month are a question.
  private mutating func dates() -> [String] {
    let days = mapped(\.isDay).filter { !shapes[$0].dates.isEmpty }
    guard let first = days.first else { return [] }
    let isDayFirst = days.contains { shapes[$0].dayFirst > 0 }
    let isMonthFirst = days.contains { shapes[$0].monthFirst > 0 }
    var patterns: [String] = []
    for column in days {
      let fitting = shapes[column].dates.filter { !Self.isRedundant($0, shapes[column].dates) }
      for pattern in fitting where !patterns.contains(pattern) {
        if isDayFirst, Self.isMonthFirst(pattern) { continue }
        if isMonthFirst, Self.isDayFirst(pattern) { continue }
        patterns.append(pattern)
      }
    }
    let rivals = patterns.filter { Self.isMonthFirst($0) } + patterns.filter { Self.isDayFirst($0) }
    if patterns.contains(where: Self.isMonthFirst), patterns.contains(where: Self.isDayFirst) {
      return askForDates(rivals, column: first)
    }
    var lines = ["  dates: [\(patterns.joined(separator: ", "))]"]
    if patterns.contains(where: { DatePattern($0)?.needsPivot ?? false }) {
      lines += askForPivot(column: first)
    }
    return lines
  }

  private mutating func askForDates(_ patterns: [String], column: Int) -> [String] {
    let cell = shapes[column].samples.first ?? ""
    let bytes = Array(cell.utf8)
    let answers = patterns.map { text -> String in
      let day = DatePattern(text)?.day(in: bytes.span, pivot: 1970) ?? 0
      return "dates: [\(text)]  (then “\(cell)” is \(CivilDay(exactly: day)?.description ?? "?"))"
    }
    questions.append(
      ProfileDraft.Question(
        column: proposal.columns[column],
        question: "Does the day or the month come first? All rows allow both.",
        answers: answers
      )
    )
    return ["  # ? Keep one of these two lines."] + patterns.map { "  # dates: [\($0)]" }
  }

  private mutating func askForPivot(column: Int) -> [String] {
    questions.append(
      ProfileDraft.Question(
        column: proposal.columns[column],
        question: "Which years do two digits mean?",
        answers: ["pivot: 1970  (1970 to 2069)", "pivot: 2000  (2000 to 2099)"]
      )
    )
    return ["  # ? State the first year that two digits can mean.", "  # pivot: 1970"]
  }

  /// Whether another pattern of the list reads the same cells and more.
  private static func isRedundant(_ pattern: String, _ all: [String]) -> Bool {
    let loose = pattern.replacing("dd", with: "d").replacing("MM", with: "M")
    let hasStrict = all.contains {
      $0 != pattern && $0.replacing("dd", with: "d").replacing("MM", with: "M") == loose
        && $0.count > pattern.count
    }
    return hasStrict
  }

  private static func isDayFirst(_ pattern: String) -> Bool {
    pattern.hasPrefix("d") && !pattern.contains("MMM") && !pattern.contains(".")
  }

  private static func isMonthFirst(_ pattern: String) -> Bool { pattern.hasPrefix("M") }

  private mutating func amounts() -> [String] {
    let columns = mapped { $0.profileKind == .money }
    guard let column = columns.first else { return [] }
    var lines: [String] = []
    let marks = columns.map { Set(shapes[$0].decimalMarks) }
      .reduce(Set([".", ","])) { $0.intersection($1) }
    let plain = columns.allSatisfy { !shapes[$0].isGrouped(".") && !shapes[$0].isGrouped(",") }
    if marks.count == 2, !plain {
      lines += askForMark(column)
    } else if marks == [","] {
      lines += ["  decimal: \",\"", "  group: \".\""]
    } else if columns.contains(where: { shapes[$0].isGrouped(".") }) {
      lines += ["  decimal: \".\"", "  group: \",\""]
    }
    return lines + currency(column)
  }

  private mutating func askForMark(_ column: Int) -> [String] {
    let cell = shapes[column].samples.first { $0.contains(",") || $0.contains(".") } ?? ""
    questions.append(
      ProfileDraft.Question(
        column: proposal.columns[column],
        question: "Is the comma or the point the decimal mark in “\(cell)”?",
        answers: ["decimal: \".\" and group: \",\"", "decimal: \",\" and group: \".\""]
      )
    )
    return ["  # ? Keep one of these two pairs.", "  # decimal: \".\"", "  # group: \",\""]
      + ["  # decimal: \",\"", "  # group: \".\""]
  }

  private mutating func currency(_ column: Int) -> [String] {
    if let code = chosen[.currency] {
      return ["  currency: {column: \(Self.quoted(proposal.columns[code]))}"]
    }
    let symbol = shapes[column].symbol
    let signs = Set(mapped { $0.profileKind == .money }.flatMap { shapes[$0].currencies })
    let pairs = signs.sorted().compactMap { sign in
      Self.currencyCode(sign).map { "\"\(sign)\": \($0)" }
    }
    if !pairs.isEmpty, pairs.count == signs.count {
      return ["  currency: {symbols: {\(pairs.joined(separator: ", "))}}"]
    }
    let sign = symbol.map { " The cells have “\($0)”." } ?? ""
    questions.append(
      ProfileDraft.Question(
        column: proposal.columns[column],
        question: "Which currency are the amounts in?\(sign)",
        answers: ["currency: EUR, or another ISO 4217 code"]
      )
    )
    guard let symbol else { return ["  # ? State the currency.", "  # currency: EUR"] }
    return ["  # ? State the currency.", "  # currency: {symbols: {\"\(symbol)\": USD}}"]
  }

  /// The ISO 4217 code of a sign that only one currency has, or of a code itself.
  private static func currencyCode(_ sign: String) -> String? {
    let known = ["€": "EUR", "£": "GBP", "Kč": "CZK", "zł": "PLN", "R$": "BRL", "US$": "USD"]
    return known[sign] ?? (sign.count == 3 && sign.allSatisfy(\.isLetter) ? sign : nil)
  }

  private mutating func key() -> [String] {
    if let column = chosen[.key], shapes[column].isUnique || rows == 0 {
      return ["key: [\(Self.quoted(proposal.columns[column]))]"]
    }
    let unique = shapes.indices.filter { shapes[$0].isUnique && shapes[$0].dates.isEmpty }
    let likely = chosen[.key].map { [$0] } ?? []
    let answers = (likely + unique.filter { !likely.contains($0) }).prefix(5).map { column in
      let shape = shapes[column]
      let name = Self.quoted(proposal.columns[column])
      return "key: [\(name)]  (\(shape.distinct) different in \(shape.count) rows)"
    }
    questions.append(
      ProfileDraft.Question(
        column: nil,
        question: "Which column identifies an agreement? None is certain.",
        answers: answers.isEmpty ? ["key: [A, B] with several columns"] : Array(answers)
      )
    )
    return ["# ? State the key.", "# key: [COLUMN]"]
  }

  private func doubts() -> [String] {
    doubtful.map { meaning, column, score in
      "  # ? Only \(score) % sure: \(meaning.name): \(Self.quoted(proposal.columns[column]))"
    }
  }

  /// A text as a YAML string.
  static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "_" }
    let startsPlain = text.first?.isLetter ?? false
    let words = ["yes", "no", "true", "false", "null", "on", "off", "y", "n"]
    if isPlain, startsPlain, !words.contains(text.lowercased()), text.last != " " { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r").replacing("\t", with: "\\t")
    return "\"\(escaped)\""
  }
}

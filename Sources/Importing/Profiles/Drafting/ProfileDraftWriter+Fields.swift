extension ProfileDraftWriter {
  /// The lines of the fields, in the order of their columns.
  mutating func fields() -> [String] {
    let fields = chosen.compactMap { meaning, column -> (Int, Field)? in
      if case .field(let field) = meaning { return (column, field) }
      return nil
    }
    var lines: [String] = []
    for (column, field) in fields.sorted(by: { $0.0 < $1.0 }) {
      if field.closedList != nil {
        lines += choice(field, column)
        if field == .kind { lines += structure(column) }
      } else {
        lines += line(field, column)
      }
    }
    if !fields.contains(where: { $0.1 == .kind }) {
      lines.append("  kind: {constant: \(isOfCustomers ? "customerSupply" : "contract")}")
    }
    return lines
  }

  private func line(_ field: Field, _ column: Int) -> [String] {
    let name = Self.quoted(proposal.columns[column])
    let shape = shapes[column]
    if field.profileKind == .duration, shape.isNumeric,
      let unit = HeaderUnit(proposal.columns[column])?.unit
    {
      return ["  \(field.profileName): {from: \(name), unit: \(unit.profileName)}"]
    }
    guard field == .endsOn else { return ["  \(field.profileName): \(name)"] }
    var sentinels = shape.openEnds.map { "{value: \(Self.quoted($0)), means: openEnded}" }
    if shape.hasFarEnd { sentinels.append("{onOrAfter: 9999-01-01, means: openEnded}") }
    if sentinels.isEmpty { return ["  endsOn: \(name)"] }
    return ["  endsOn:", "    from: \(name)", "    sentinels:"] + sentinels.map { "      - \($0)" }
  }

  // MARK: Closed lists

  /// A closed list needs a map of values, which only a person can write if a word is not known.
  private mutating func choice(_ field: Field, _ column: Int) -> [String] {
    let line = "\(field.profileName): \(map(field, column))"
    if isKnown(field, shapes[column]) { return ["  \(line)"] }
    let choice = (field.closedList ?? []).joined(separator: ", ")
    questions.append(
      ProfileDraft.Question(
        column: proposal.columns[column],
        question: "Which of \(choice) does each word of “\(proposal.columns[column])” mean?",
        answers: ["\(line)  (with one of them for each ?)"]
      )
    )
    return ["  # ? Put one of \(choice) for each ?.", "  # \(line)"]
  }

  private func map(_ field: Field, _ column: Int) -> String {
    let pairs = shapes[column].words.map { word in
      "\(Self.quoted(word)): \(meaning(of: word, in: field) ?? "?")"
    }
    let name = Self.quoted(proposal.columns[column])
    return "{from: \(name), values: {\(pairs.joined(separator: ", "))}}"
  }

  private func meaning(of word: String, in field: Field) -> String? {
    let found = CellWords.meaning(of: word, in: field)
    return field == .kind && found == "contract" && isOfCustomers ? "customerSupply" : found
  }

  /// The place of an agreement among others, if its kind says it and a column names the one above.
  private func structure(_ column: Int) -> [String] {
    guard chosen[.field(.parentReference)] != nil, isKnown(.structure, shapes[column]) else {
      return []
    }
    return ["  structure: \(map(.structure, column))"]
  }
}

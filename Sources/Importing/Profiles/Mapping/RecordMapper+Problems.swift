extension RecordMapper {
  /// Notes a bad cell, by the rule of its value.
  func fault(_ fault: CellFault, _ reader: ValueReader, _ cell: Span<UInt8>, _ row: RecordRow) {
    let rejects = fault == .wordRejected || reader.value.badCell == .reject
    let text = cell.string
    note(
      fault.code,
      rejects ? .error : .warning,
      row.record,
      column: reader.column,
      label: reader.label,
      value: text,
      message: fault.message(label: reader.label, cell: text.shortened, value: reader.value)
        + (rejects || fault == .required ? "" : " It is left empty."),
      remedy: fault.remedy
    )
  }

  /// Notes that a stated value takes the place of an unknown word.
  func substituted(
    _ reader: ValueReader,
    _ cell: Span<UInt8>,
    by word: ShortWord,
    _ row: RecordRow
  ) {
    let text = cell.string
    let ours = word.string
    note(
      "value.unknown",
      .warning,
      row.record,
      column: reader.column,
      label: reader.label,
      value: text,
      message: "The profile does not know the word “\(text.shortened)” in “\(reader.label)”; "
        + "it is read as “\(ours)”.",
      remedy: CellFault.word.remedy
    )
  }

  /// Notes a row that has not as many cells as the header.
  func judgeWidth(_ record: CSVRecord) {
    let isShort = record.count < width
    let surplus = isShort ? 0..<0 : width..<record.count
    let isSurplusBlank = surplus.allSatisfy { record.range($0).isEmpty }
    let rule = compiled.profile.ragged
    let rejects = rule == .reject || (rule == .pad && !isShort)
    if rule == .cut, !isShort, isSurplusBlank { return }
    note(
      "row.ragged",
      rejects ? .error : .warning,
      record,
      message: "The row has \(record.count) cells and the header \(width)."
        + (rejects ? "" : isShort ? " The missing ones are read as blank." : " The rest is cut."),
      remedy: "Look for a delimiter within a cell without quotes, or a cell that is left out."
    )
  }

  /// Notes a problem of the current record.
  func note(
    _ code: String,
    _ severity: Problem.Severity,
    _ record: CSVRecord,
    column: Int? = nil,
    label: String? = nil,
    value: String? = nil,
    message: String,
    remedy: String
  ) {
    if severity == .error { errors += 1 }
    problems.append(
      Problem(
        code,
        severity,
        file: file,
        place: record.place(column: column.map { $0 + 1 }),
        field: label ?? column.map { self.label($0) },
        value: value,
        message: message,
        remedy: remedy
      )
    )
  }

  /// The header of a column, 0-based, or its number in words.
  func label(_ column: Int) -> String {
    column < compiled.header.count ? compiled.header[column] : "column \(column + 1)"
  }
}

extension String {
  /// The text as it can stand in a sentence: one line, at most 60 characters.
  var shortened: String {
    let line = String(map { $0.isNewline ? " " : $0 })
    return line.count <= 60 ? line : line.prefix(59) + "…"
  }
}

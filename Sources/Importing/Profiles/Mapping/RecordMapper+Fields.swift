extension RecordMapper {
  /// Reads a field's value and puts it into the draft.
  @inline(__always)
  func fill(_ field: CompiledField, _ row: RecordRow, _ draft: inout Draft) {
    if field.isAlternative, draft.given.contains(field.target) { return }
    guard case .column(let column) = field.reader.source else {
      return fillFromParts(field, row, &draft)
    }
    let bytes = row.record.bytes.span
    let cell = bytes.extracting(row.range(column))
    fill(field, cell, beside: bytes.extracting(besides(field.reader, row)), row, &draft)
  }

  private func fillFromParts(_ field: CompiledField, _ row: RecordRow, _ draft: inout Draft) {
    guard let cell = bytes(of: field.reader, row) else {
      if field.reader.source.isNested { draft.setEmpty(field.target) }
      return
    }
    if let beside = bytesBeside(field.reader, row) {
      fill(field, cell.span, beside: beside.span, row, &draft)
    } else {
      let beside = row.record.bytes.span.extracting(besides(field.reader, row))
      fill(field, cell.span, beside: beside, row, &draft)
    }
  }

  @inline(__always)
  private func fill(
    _ field: CompiledField,
    _ cell: Span<UInt8>,
    beside: Span<UInt8>,
    _ row: RecordRow,
    _ draft: inout Draft
  ) {
    switch field.reader.read(cell, beside: beside) {
    case .missing: leaveEmpty(field, row, &draft)
    case .text: draft.set(field.target, bytes: draft.append(span: cell))
    case .word(let word): set(field.target, word, &draft)
    case .number(let number): draft.set(field.target, number: number)
    case .money(let amount, let currency):
      draft.set(field.target, number: amount)
      draft.set(field.currencyTarget, bytes: draft.append(word: currency))
    case .openEnded(let day):
      draft.set(.openEnded, number: 1)
      if day == .min {
        draft.setEmpty(field.target)
      } else {
        draft.set(field.target, number: day)
      }
    case .substitute(let word):
      set(field.target, word, &draft)
      substituted(field.reader, cell, by: word, row)
    case .fault(let fault):
      draft.setEmpty(field.target)
      self.fault(fault, field.reader, cell, row)
    }
  }

  /// The cell of the currency or unit that goes with a value; empty if there is none.
  @inline(__always)
  private func besides(_ reader: ValueReader, _ row: RecordRow) -> Range<Int> {
    guard let column = reader.currencyColumn ?? reader.unitColumn else { return 0..<0 }
    return row.range(column)
  }

  /// Sets a word that may stand for a number, such as a constant flag.
  private func set(_ field: Field, _ word: ShortWord, _ draft: inout Draft) {
    draft.set(field, bytes: draft.append(word: word))
  }

  private func leaveEmpty(_ field: CompiledField, _ row: RecordRow, _ draft: inout Draft) {
    guard !isContinuation else { return }
    draft.setEmpty(field.target)
    guard field.reader.value.constraints.isRequired else { return }
    fault(.required, field.reader, row.record.bytes.span.extracting(0..<0), row)
  }

  // MARK: Text values of parties and identifiers

  /// Reads a value as text into the arena; nil if there is none.
  func text(_ reader: ValueReader, _ row: RecordRow, _ draft: inout Draft) -> Draft.Bytes? {
    if case .column(let column) = reader.source {
      let cell = row.record.bytes.span.extracting(row.range(column))
      return text(reader, cell, row, &draft)
    }
    guard let bytes = bytes(of: reader, row) else { return nil }
    return text(reader, bytes.span, row, &draft)
  }

  @inline(__always)
  private func text(
    _ reader: ValueReader,
    _ cell: Span<UInt8>,
    _ row: RecordRow,
    _ draft: inout Draft
  ) -> Draft.Bytes? {
    switch reader.read(cell, beside: cell.extracting(0..<0)) {
    case .missing:
      if reader.value.constraints.isRequired, !isContinuation {
        fault(.required, reader, cell, row)
      }
      return nil
    case .word(let word): return draft.append(word: word)
    case .substitute(let word):
      substituted(reader, cell, by: word, row)
      return draft.append(word: word)
    case .fault(let fault):
      self.fault(fault, reader, cell, row)
      return nil
    case .text, .number, .money, .openEnded: return draft.append(span: cell)
    }
  }
}

extension RecordMapper {
  /// Reads what the row wants done with its agreement.
  func setOperation(_ operation: CompiledOperation, _ row: RecordRow, _ draft: inout Draft) {
    let reader = operation.reader
    guard case .column(let column) = reader.source else {
      guard let cell = bytes(of: reader, row) else { return }
      return setOperation(operation, cell.span, row, &draft)
    }
    setOperation(operation, row.record.bytes.span.extracting(row.range(column)), row, &draft)
  }

  private func setOperation(
    _ operation: CompiledOperation,
    _ cell: Span<UInt8>,
    _ row: RecordRow,
    _ draft: inout Draft
  ) {
    let reader = operation.reader
    switch reader.read(cell, beside: cell.extracting(0..<0)) {
    case .missing:
      if reader.value.constraints.isRequired, !isContinuation {
        fault(.required, reader, cell, row)
      }
    case .text:
      draft.operation = DraftOperation(word: cell) ?? .unsaid
    case .word(let word):
      draft.operation = self.operation(word)
    case .substitute(let word):
      draft.operation = self.operation(word)
      substituted(reader, cell, by: word, row)
    case .fault(let fault):
      self.fault(fault, reader, cell, row)
    case .number, .money, .openEnded: break
    }
  }

  private func operation(_ word: ShortWord) -> DraftOperation {
    var bytes: [UInt8] = []
    word.append(to: &bytes)
    return DraftOperation(word: bytes.span) ?? .unsaid
  }

  /// Reads what counts in a row that deletes: by what its agreement is found, and the last day.
  func fillDeletion(_ operation: CompiledOperation, _ row: RecordRow, _ draft: inout Draft) {
    for identifier in compiled.identifiers { add(identifier, row, &draft) }
    for field in operation.fields { fill(field, row, &draft) }
  }
}

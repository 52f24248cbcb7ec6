extension CSVReader {
  /// Passes the byte order mark and the preamble.
  func start() throws {
    if let problem = dialect.problem(in: file) { throw problem }
    buffer.fill()
    if transcoder == nil {
      if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { buffer.start += 3 }
      if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
        throw encodingDifferent(found: "UTF-16")
      }
    } else if let mark = transcoder?.foreignMark {
      throw encodingDifferent(found: mark)
    }
    for _ in 0..<max(0, dialect.skipRows) where buffer.skipLine() { line += 1 }
  }

  /// Reads the next row that is no comment, not blank and not to be rejected.
  func advance(_ record: inout CSVRecord, isHeader: Bool) throws -> Bool {
    let window = limits.recordBytes + 2
    while try startRow() {
      let end = min(buffer.end, buffer.start + window)
      let scan = scan(to: end)
      if scan.outcome == .record {
        if try take(scan, into: &record, isHeader: isHeader) { return true }
      } else if let failure = buffer.failure, end == buffer.end {
        throw failure
      } else if scan.outcome == .unclosed || end == buffer.start + window {
        try rejectStart(scan, isHeader: isHeader)
      } else {
        buffer.fill()
      }
    }
    record.bytes.removeAll(keepingCapacity: true)
    record.ends.removeAll(keepingCapacity: true)
    extent = buffer.end..<buffer.end
    return false
  }

  /// Scans one record in the window up to an offset, behind which a line feed is put meanwhile.
  @inline(__always)
  private func scan(to end: Int) -> CSVScan {
    let covered = unsafe buffer.input[end]
    unsafe buffer.input[end] = 0x0A
    defer { unsafe buffer.input[end] = covered }
    var scan = unsafe CSVScan(
      input: buffer.input,
      end: end,
      isLast: buffer.isLast && end == buffer.end,
      output: buffer.output,
      ends: buffer.ends,
      fieldLimit: limits.fields,
      marks: marks,
      position: buffer.start,
      line: line
    )
    scan.outcome = scan.record()
    return scan
  }

  /// Goes to the start of the next row that is no comment.
  ///
  /// - Returns: False at the end of the source.
  private func startRow() throws -> Bool {
    while true {
      if buffer.count == 0 { buffer.fill() }
      guard buffer.count > 0 else {
        if let failure = buffer.failure { throw failure }
        finish()
        return false
      }
      let prefix = dialect.commentPrefix
      guard !prefix.isEmpty, buffer.starts(with: prefix) else { return true }
      if buffer.skipLine() { line += 1 }
    }
  }

  /// Takes over what was scanned.
  ///
  /// - Returns: False if the row is blank or was rejected.
  private func take(
    _ scan: CSVScan,
    into record: inout CSVRecord,
    isHeader: Bool
  ) throws -> Bool {
    if !scan.hasLineEnd, let failure = buffer.failure { throw failure }
    let start = buffer.start
    let isBlank = dialect.skipBlankRows && !scan.hasQuotes && isBlank(scan)
    let isLong = scan.textEnd - start > limits.recordBytes
    if !isBlank, isLong || scan.fields > limits.fields {
      try reject(isLong ? recordLong(at: line) : recordWide(scan), scan, isHeader: isHeader)
    } else if !isBlank {
      if !isHeader { number += 1 }
      copy(scan, to: &record)
      record.number = isHeader ? 0 : number
      extent = start..<scan.textEnd
      finishFields(of: &record, scan)
    }
    buffer.start = scan.position
    line = scan.line
    return !isBlank && !isLong && scan.fields <= limits.fields
  }

  private func isBlank(_ scan: CSVScan) -> Bool {
    for offset in 0..<scan.written {
      let byte = unsafe scan.output[offset]
      if byte != 0x20, byte != 0x09 { return false }
    }
    return true
  }

  private func copy(_ scan: CSVScan, to record: inout CSVRecord) {
    record.bytes.removeAll(keepingCapacity: true)
    record.ends.removeAll(keepingCapacity: true)
    unsafe record.bytes.append(
      contentsOf: UnsafeBufferPointer(start: scan.output, count: scan.written)
    )
    unsafe record.ends.append(
      contentsOf: UnsafeBufferPointer(start: buffer.ends, count: scan.fields)
    )
    record.line = line
    record.hasLineEnd = scan.hasLineEnd
  }

  /// Mends and reports what the scan found doubtful.
  @inline(__always)
  private func finishFields(of record: inout CSVRecord, _ scan: CSVScan) {
    if scan.bits & 0x8080_8080_8080_8080 != 0 { mendEncoding(of: &record) }
    if scan.isDoubtful { report(scan, in: &record) }
    if dialect.formulaGuard { record.removeFormulaGuards() }
  }

  /// Reads so many rows ahead that the footnotes are known when they come.
  ///
  /// At the end the footnotes stay in `ahead`, so that their problems stay hidden.
  func nextBeforeFootnotes(_ record: inout CSVRecord) throws -> Bool {
    while ahead.count <= dialect.footnoteRows {
      var further = CSVRecord()
      guard try advance(&further, isHeader: false) else {
        record.bytes.removeAll(keepingCapacity: true)
        record.ends.removeAll(keepingCapacity: true)
        return false
      }
      ahead.append((further, rawBytes()))
    }
    let first = ahead.removeFirst()
    record = first.record
    rawAhead = first.raw
    return true
  }
}

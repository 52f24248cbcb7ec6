extension CSVReader {
  /// Keeps a problem, or only counts it if there are many of its kind.
  func note(_ problem: Problem) {
    counts[problem.code, default: 0] += 1
    if counts[problem.code, default: 0] <= limits.problems { found.append(problem) }
  }

  /// Says, once, what was only counted.
  func finish() {
    guard !isFinished else { return }
    isFinished = true
    if let problem = transcoder?.problem(in: file) { found.append(problem) }
    for (code, count) in counts.sorted(by: { $0.key < $1.key }) where count > limits.problems {
      guard var problem = found.first(where: { $0.code == code }) else { continue }
      problem.place = nil
      problem.value = nil
      let rest = count - limits.problems
      problem.message = "The same (\(code)) was found \(rest) more \(rest == 1 ? "time" : "times")."
      found.append(problem)
    }
  }

  /// Reports doubtful quotes and NUL bytes; replaces the latter.
  @inline(never)
  func report(_ scan: CSVScan, in record: inout CSVRecord) {
    if scan.quoteInside.field > 0 { note(quoteInside(scan.quoteInside, record)) }
    if scan.textAfterQuote.field > 0 { note(quoteTrailing(scan.textAfterQuote, record)) }
    guard scan.nul.field > 0 else { return }
    note(byteNul(scan.nul, record))
    record.replaceBytes { field in
      field.contains(0) ? field.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } : nil
    }
  }

  /// Replaces what is no UTF-8, and reports each field that had such bytes.
  @inline(never)
  func mendEncoding(of record: inout CSVRecord) {
    guard !record.isValidUTF8 else { return }
    var damaged: [Int] = []
    record.replaceFields { bytes, field in
      let text = String(decoding: bytes, as: UTF8.self)
      guard !text.utf8.elementsEqual(bytes) else { return nil }
      damaged.append(field + 1)
      return Array(text.utf8)
    }
    for field in damaged { note(utf8Invalid(field, record)) }
  }

  /// Rejects the start of a record that cannot be finished: a quote is open, or it is too long.
  func rejectStart(_ scan: CSVScan, isHeader: Bool) throws {
    guard scan.inQuotes else {
      try reject(recordLong(at: line), scan, isHeader: isHeader)
      buffer.start = scan.position
      line = scan.line + (buffer.skipLine() ? 1 : 0)
      return
    }
    let end = buffer.lineEnd(from: scan.opening) ?? buffer.end
    try reject(quoteUnclosed(scan), upTo: end, isHeader: isHeader)
    buffer.start = scan.opening
    line = scan.opened.line + (buffer.skipLine() ? 1 : 0)
  }

  /// Rejects the record that was scanned.
  func reject(_ problem: Problem, _ scan: CSVScan, isHeader: Bool) throws {
    let end = scan.outcome == .record ? scan.textEnd : min(scan.position, buffer.end)
    try reject(problem, upTo: end, isHeader: isHeader)
  }

  private func reject(_ problem: Problem, upTo end: Int, isHeader: Bool) throws {
    if isHeader { throw problem }
    number += 1
    var problem = problem
    problem.place?.record = number
    let raw = buffer.bytes(buffer.start..<min(end, buffer.start + 65_536))
    let record = RejectedRecord(
      place: Place(line: line, record: number),
      raw: raw,
      header: rawHeader,
      delimiter: dialect.delimiter
    )
    note(problem)
    rejections.append(CSVRejection(record: record, problem: problem))
  }
}

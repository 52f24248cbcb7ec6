extension CSVSniffer.Layout {
  private typealias Finding = CSVSniffer.Finding

  /// How sure the delimiter is: less if the next best one is nearly as good.
  func delimiterFinding(runnerUp layouts: [Self]) -> CSVSniffer.Finding {
    guard columns > 1 else {
      let reason = "No delimiter splits the rows; the file seems to have one column."
      return Finding(aspect: .delimiter, confidence: 20, reason: reason)
    }
    let rival = layouts.first { $0.delimiter != delimiter }
    let lead = rival.map { ($0.score > 0 ? score - $0.score : score) } ?? score
    let doubt = lead < 100 ? 40 : 0
    let reason = "\(evenness) % of the rows have \(columns) fields with it."
    return Finding(aspect: .delimiter, confidence: max(0, evenness - doubt), reason: reason)
  }

  /// How sure the quote is.
  var quoteFinding: CSVSniffer.Finding {
    guard quotedFields > 0 else {
      return Finding(aspect: .quote, confidence: 50, reason: "No field is quoted.")
    }
    let noun = quotedFields == 1 ? "field starts" : "fields start"
    let reason = "\(quotedFields) \(noun) with it; \(faults) misplaced ones were found."
    return Finding(aspect: .quote, confidence: faults == 0 ? 95 : 60, reason: reason)
  }

  /// The number of physical lines before the table.
  var preambleLines: Int { firstRow < lines.count ? max(0, lines[firstRow] - 1) : 0 }

  /// How sure the preamble is.
  var preambleFinding: CSVSniffer.Finding {
    guard firstRow > 0 else {
      let reason = "The first row has as many fields as most."
      return Finding(aspect: .skipRows, confidence: 90, reason: reason)
    }
    let reason = "The first row with \(columns) fields starts on line \(preambleLines + 1)."
    return Finding(aspect: .skipRows, confidence: 70, reason: reason)
  }

  /// Whether the first row of the table is a header.
  var header: (rows: Int, finding: CSVSniffer.Finding) {
    let (rows, confidence, reason) = judgeHeader()
    return (rows, Finding(aspect: .headerRows, confidence: confidence, reason: reason))
  }

  private func judgeHeader() -> (Int, Int, String) {
    guard let first = table.first else { return (1, 0, "There are no rows.") }
    let body = table.dropFirst()
    let data = first.count(where: Self.isData)
    if data > 0 {
      let below = body.reduce(0) { $0 + $1.count(where: Self.isData) }
      return data * 3 * body.count < below
        ? (1, 70, "The first row holds far fewer numbers and dates than the rows below.")
        : (0, 80, "The first row holds a number or a date.")
    }
    let names = first.filter { !$0.isEmpty }
    guard Set(names).count == names.count, names.count * 2 >= first.count else {
      return (0, 50, "The first row repeats itself or is mostly empty.")
    }
    if body.isEmpty { return (1, 60, "There is one row only, and it holds no data.") }
    let isTyped = first.indices.contains { column in
      body.contains { column < $0.count && Self.isData($0[column]) }
    }
    return isTyped
      ? (1, 95, "The first row holds names only, the rows below numbers or dates.")
      : (1, 60, "The first row holds different texts; the rows below do, too.")
  }

  /// Whether a text is a number, an amount or a date rather than a name.
  private static func isData(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    return bytes.allSatisfy { $0 < 0x41 && $0 != UInt8(ascii: "#") }
  }
}

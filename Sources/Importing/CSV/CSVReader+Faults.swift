extension CSVReader {
  /// The source ends before the header.
  func headerMissing() -> Problem {
    Problem(
      "header.missing",
      file: file,
      place: Place(line: line),
      message: "The file ends before its header row.",
      remedy: "Check that the file is complete, or say in the profile that it has no header."
    )
  }

  /// A byte order mark says another encoding than the dialect.
  func encodingDifferent(found: String) -> Problem {
    let stated = dialect.encoding.rawValue.uppercased()
    return Problem(
      "encoding.different",
      file: file,
      place: Place(line: 1),
      message: "The file starts with the byte order mark of \(found) but is read as \(stated).",
      remedy: "State \(found) in the profile."
    )
  }

  /// A quote is open at the end of the source, or where the record gets too long.
  func quoteUnclosed(_ scan: CSVScan) -> Problem {
    let isEnd = scan.outcome == .unclosed
    let extent = isEnd ? "before the file ends" : "within \(limits.recordBytes) bytes"
    return Problem(
      "quote.unclosed",
      file: file,
      place: Place(line: scan.opened.line, column: scan.opened.field),
      message: "The quote that opens this field is not closed \(extent); the line is not taken.",
      remedy: "Close the quote, or double it if it is part of the text."
    )
  }

  /// A record is longer than allowed.
  func recordLong(at line: Int) -> Problem {
    Problem(
      "record.long",
      file: file,
      place: Place(line: line),
      message: "The record is longer than \(limits.recordBytes) bytes; it is not taken.",
      remedy: "Check the delimiter and the line ends of the file."
    )
  }

  /// A record has more fields than allowed.
  func recordWide(_ scan: CSVScan) -> Problem {
    Problem(
      "record.wide",
      file: file,
      place: Place(line: line),
      message: "The record has \(scan.fields) fields, more than \(limits.fields); it is not taken.",
      remedy: "Check the delimiter and the line ends of the file."
    )
  }

  /// A quote stands in a field that does not start with one.
  func quoteInside(_ finding: CSVScan.Finding, _ record: CSVRecord) -> Problem {
    Problem(
      "quote.inside",
      .warning,
      file: file,
      place: place(finding, record),
      value: value(finding.field, of: record),
      message: "A quote stands within a field that does not start with one; it is kept as text.",
      remedy: "Put the field in quotes and double the quotes in it."
    )
  }

  /// A closing quote is followed by text.
  func quoteTrailing(_ finding: CSVScan.Finding, _ record: CSVRecord) -> Problem {
    Problem(
      "quote.trailing",
      .warning,
      file: file,
      place: place(finding, record),
      value: value(finding.field, of: record),
      message: "Text follows the closing quote of a field; it is kept as part of the field.",
      remedy: "Double the quotes within the field."
    )
  }

  /// A field holds a NUL byte.
  func byteNul(_ finding: CSVScan.Finding, _ record: CSVRecord) -> Problem {
    Problem(
      "byte.nul",
      .warning,
      file: file,
      place: place(finding, record),
      message: "The record holds a NUL byte; U+FFFD stands in its place.",
      remedy: "Check whether the file is UTF-16 or damaged."
    )
  }

  /// A field holds what is no UTF-8.
  func utf8Invalid(_ field: Int, _ record: CSVRecord) -> Problem {
    Problem(
      "utf8.invalid",
      .warning,
      file: file,
      place: record.place(column: field),
      value: value(field, of: record),
      message: "The field holds bytes that are not UTF-8; U+FFFD stands in their place.",
      remedy: "State the file's encoding in the profile, or save it as UTF-8."
    )
  }

  private func place(_ finding: CSVScan.Finding, _ record: CSVRecord) -> Place {
    var place = record.place(column: finding.field)
    place.line = finding.line
    return place
  }

  /// The text of a field (1-based), if the record has it.
  private func value(_ field: Int, of record: CSVRecord) -> String? {
    field <= record.count ? record.string(field - 1) : nil
  }
}

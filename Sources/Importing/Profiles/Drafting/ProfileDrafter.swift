/// Proposes a profile for an unknown file, from its header words and the shapes of its cells.
///
/// Nothing is guessed silently: every proposal has a confidence and a reason, and what has two
/// readings (day and month, decimal mark, currency, key) is left open as a question.
public enum ProfileDrafter {
  /// The greatest number of rows that are looked at.
  public static let sampleRows = 1000

  /// Drafts a profile from the start of a file.
  ///
  /// `start` is up to 64 KiB of the decompressed file, `isWhole` says that it is all of it; a row
  /// that is cut off at its end is not looked at.
  public static func draft(start: [UInt8], isWhole: Bool, named file: String) -> ProfileDraft {
    let proposal = CSVSniffer.propose(from: start, isWhole: isWhole)
    let table = sample(start, proposal, isWhole: isWhole)
    var writer = ProfileDraftWriter(
      id: id(of: file),
      proposal: proposal,
      shapes: table.shapes,
      rows: table.rows
    )
    return writer.draft()
  }

  private static func sample(
    _ start: [UInt8],
    _ proposal: CSVSniffer.Proposal,
    isWhole: Bool
  ) -> (shapes: [ColumnShape], rows: Int) {
    var shapes = proposal.columns.map { _ in ColumnShape() }
    let reader = CSVReader(MemorySource(start), named: "", dialect: proposal.dialect)
    var record = CSVRecord()
    var rows = 0
    while rows < sampleRows, (try? reader.next(into: &record)) == true {
      guard isWhole || record.hasLineEnd else { break }
      rows += 1
      let row = RecordRow(record)
      for column in shapes.indices {
        shapes[column].add(record.bytes.span.extracting(row.range(column)).string)
      }
    }
    return (shapes, rows)
  }

  /// An id made of the name of the file.
  private static func id(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? ""
    let stem = name.split(separator: ".").first.map(String.init) ?? ""
    let letters = HeaderName.folded(stem.replacing(" ", with: "-")).map { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber) ? letter : "-"
    }
    let id = String(letters).split(separator: "-").joined(separator: "-")
    return id.isEmpty ? "my-contracts" : id
  }
}

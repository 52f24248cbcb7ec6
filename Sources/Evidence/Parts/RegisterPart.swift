import Model
import Reporting
import Storage

/// Each kind of record as it holds on the day.
///
/// Each row has the entry of the journal and the file
/// that it comes from. A kind without records has a file that says so.
enum RegisterPart {
  private static let origin = [
    Column("entry", "Journal entry", .integer), Column("file", "File"),
    Column("line", "Line", .integer), Column("record", "Record", .integer),
    Column("recordedAt", "Recorded"),
    Column("sha256", "SHA-256 of the file", formats: .data),
  ]

  static func write(_ request: EvidenceRequest, _ writer: PackWriter) throws {
    try write("parties", "Parties", writer, request.reader.forEachPartyOrigin)
    try write("agreements", "Agreements", writer, request.reader.forEachAgreementOrigin)
    for type in RecordType.filed { try write(type, request.reader, writer) }
  }

  private static func write(
    _ name: String,
    _ title: String,
    _ writer: PackWriter,
    _ forEach: @escaping ((RecordOrigin) throws -> Void) throws -> Void
  ) throws {
    let head = [
      Column("reference", "Reference"), Column("name", "Name"),
      Column("effectiveOn", "From", .day),
    ]
    let table = PackTable(
      name: "registers/" + name,
      title: title,
      noun: CountNoun(String(title.lowercased().dropLast()), title.lowercased()),
      columns: head + origin
    )
    try writer.write(table) { write in
      try forEach { record in
        let cells: [Cell] = [
          .text(record.reference), Cell(record.name), Cell(CivilDay(record.effectiveOn)),
        ]
        try write(
          row(record.reference, cells, (record.recordedAt, record.entry), record.source, writer)
        )
      }
    }
  }

  private static func write(_ type: RecordType, _ reader: Reader, _ writer: PackWriter) throws {
    let words = type.pluralWords
    let table = PackTable(
      name: "registers/" + type.plural,
      title: words.prefix(1).uppercased() + words.dropFirst(),
      noun: CountNoun(type.words, words),
      columns: [Column("reference", "Reference"), Column("effectiveOn", "From", .day)]
        + RecordCells.columns(of: type) + origin
    )
    try writer.write(table) { write in
      try reader.forEachRecorded(of: type) { recorded in
        let record = recorded.record
        let cells =
          [.text(record.reference), Cell(CivilDay(record.effectiveOn))]
          + RecordCells.cells(of: record, type)
        let origin = (recorded.recordedAt, recorded.entry)
        try write(row(record.reference, cells, origin, record.source, writer))
      }
    }
  }

  private static func row(
    _ reference: String,
    _ cells: [Cell],
    _ recorded: (at: String, entry: Int64),
    _ source: RecordSource?,
    _ writer: PackWriter
  ) -> Row {
    var row = Row(
      cells + [
        .integer(recorded.entry), Cell(source?.file), source?.line.map(Cell.integer) ?? .empty,
        source?.record.map(Cell.integer) ?? .empty, .text(recorded.at), Cell(source?.sha256),
      ]
    )
    row.anchor = writer.anchor(reference)
    row.links[cells.count] = [PackAddress.entry(recorded.entry)]
    if let source {
      row.links[cells.count + 1] = ["files.html#\(source.sha256)"]
    }
    return row
  }
}

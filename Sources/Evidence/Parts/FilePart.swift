import Crypto
import Importing
import Model
import Reporting
import Storage

/// The files that records were read from or rest on, under their SHA-256.
///
/// Each is hashed again while it is copied; one whose bytes are others than the store says, and one
/// that a record names and the store does not have, are problems. Where names are replaced, the
/// files themselves stay in the store.
enum FilePart {
  private static let columns = [
    Column("sha256", "SHA-256"), Column("names", "Names", .list(of: .text)),
    Column("bytes", "Bytes", .integer), Column("recordedAt", "Came in"),
    Column("entry", "Journal entry", .integer), Column("state", "State"),
    Column("namedBy", "Named by", .list(of: .text)),
  ]

  /// A record that names a file.
  private struct Mention {
    let type: RecordType
    let reference: String
  }

  static func write(_ request: EvidenceRequest, _ writer: PackWriter) throws -> [Problem] {
    var mentions = try mentions(request.reader)
    var problems: [Problem] = []
    let table = PackTable(
      name: "files",
      title: "Files",
      noun: CountNoun("file", "files"),
      columns: columns
    )
    var rows: [Row] = []
    for file in try request.reader.keptFiles() {
      let named = mentions.removeValue(forKey: file.sha256) ?? []
      let state = try copy(file, request.reader, writer)
      if state == "damaged" { problems.append(damaged(file)) }
      rows.append(row(file, state, named, writer))
    }
    for (sha256, named) in mentions.sorted(by: { $0.key < $1.key }) {
      problems.append(missing(sha256, named))
      rows.append(row(missing: sha256, named, writer))
    }
    try writer.write(table) { write in for row in rows { try write(row) } }
    return problems
  }

  // MARK: Files

  private static func copy(
    _ file: KeptFile,
    _ reader: Reader,
    _ writer: PackWriter
  ) throws -> String {
    var hasher = SHA256()
    guard writer.pseudonyms == nil else {
      try reader.forEachPiece(of: file) { hasher.update(data: $0) }
      return hexadecimalText(hasher.finalize()) == file.sha256 ? "withheld" : "damaged"
    }
    try writer.folder.write(PackAddress.file(file.sha256)) { sink in
      try reader.forEachPiece(of: file) { piece in
        hasher.update(data: piece)
        try sink.write(piece)
      }
    }
    return hexadecimalText(hasher.finalize()) == file.sha256 ? "kept" : "damaged"
  }

  private static func row(
    _ file: KeptFile,
    _ state: String,
    _ named: [Mention],
    _ writer: PackWriter
  ) -> Row {
    var row = Row(
      [
        .text(file.sha256), .list(file.names.map(Cell.text)), .integer(file.byteCount),
        .text(file.recordedAt), .integer(file.entry), .text(state),
        .list(named.map { .text("\($0.type.name) \($0.reference)") }),
      ],
      mark: state == "damaged" ? .alert : .normal
    )
    row.anchor = file.sha256
    if writer.pseudonyms == nil { row.links[0] = [PackAddress.file(file.sha256)] }
    row.links[4] = [PackAddress.entry(file.entry)]
    row.links[6] = links(named, writer)
    return row
  }

  private static func row(missing sha256: String, _ named: [Mention], _ writer: PackWriter) -> Row {
    var row = Row(
      [
        .text(sha256), .list([]), .empty, .empty, .empty, .text("missing"),
        .list(named.map { .text("\($0.type.name) \($0.reference)") }),
      ],
      mark: .alert
    )
    row.anchor = PackAddress.anchor(sha256)
    row.links[6] = links(named, writer)
    return row
  }

  private static func links(_ named: [Mention], _ writer: PackWriter) -> [String] {
    named.map { writer.address($0.type.plural, $0.reference) }
  }

  // MARK: Records that name files

  /// The records that name a file by its SHA-256, by the lower-case digits.
  private static func mentions(_ reader: Reader) throws -> [String: [Mention]] {
    var mentions: [String: [Mention]] = [:]
    for type in RecordType.all where type.name != "policy" && type.name != "assessmentSnapshot" {
      let indices = type.fields.indices.filter {
        ["sha256", "minutesSha256"].contains(type.fields[$0].name)
      }
      guard let index = indices.first else { continue }
      try reader.forEachText(of: type) { record in
        guard case .text(let digest) = record.values[index] else { return }
        mentions[digest.lowercased(), default: []]
          .append(Mention(type: type, reference: record.reference))
      }
    }
    return mentions
  }

  // MARK: Problems

  private static func damaged(_ file: KeptFile) -> Problem {
    Problem(
      "evidence.damaged",
      file: file.names.first,
      value: file.sha256,
      message: "The bytes that the store keeps under this SHA-256 have another one.",
      remedy: "Restore the store from a backup, and run `liaison journal verify --originals`."
    )
  }

  private static func missing(_ sha256: String, _ named: [Mention]) -> Problem {
    let records = named.map { "\($0.type.words) \($0.reference)" }.joined(separator: ", ")
    return Problem(
      "evidence.missing",
      value: sha256,
      message: "The store has no file with the SHA-256 that \(records) names.",
      remedy: "Keep the file in the store, or correct the record."
    )
  }
}

import GRDB
import Importing
import Model

/// Writes the whole store in the native format; see ``NativeFormat``.
final class NativeExporter {
  private let database: Database
  private let provenance: Bool
  private var output: NativeOutput
  private let recordings: RawStatement
  private let voidings: RawStatement
  private let agreements: RawStatement
  private let parties: RawStatement
  private let partyIdentifiers: RawStatement
  /// The tables of which any row was voided.
  private let voidedTables: Set<String>
  private var schemes: [Int64: String] = [:]
  private var recording: (id: Int64, at: String, number: String?) = (0, "", nil)

  init(
    _ database: Database,
    provenance: Bool,
    to sink: @escaping ([UInt8]) throws -> Void
  ) throws {
    self.database = database
    self.provenance = provenance
    output = NativeOutput(to: sink)
    try Self.number(database)
    recordings = try RawStatement(
      database,
      "SELECT recordedAt, number FROM temp.nativeRecording WHERE id = ?"
    )
    voidings = try RawStatement(
      database,
      """
      SELECT reason, recordingId FROM main.voiding WHERE kind = ? AND recordId = ?
      ORDER BY recordingId
      """
    )
    agreements = try RawStatement(
      database,
      """
      SELECT reference, (SELECT number FROM temp.nativeVoided v WHERE v.id = a.id)
      FROM main.agreement a WHERE id = ?
      """
    )
    parties = try RawStatement(database, Self.partySQL)
    partyIdentifiers = try RawStatement(
      database,
      """
      SELECT s.name, i.value, i.raw FROM main.partyIdentifier i
      JOIN main.scheme s ON s.id = i.schemeId WHERE i.partyId = ? ORDER BY s.name, i.value
      """
    )
    voidedTables = try Set(
      String.fetchAll(database, sql: "SELECT DISTINCT kind FROM main.voiding")
    )
    let names = try RawStatement(database, "SELECT id, name FROM main.scheme")
    while try names.step() { schemes[names.integer(0)] = names.text(1) }
  }

  /// A party as it is now: name, and whether it is ourselves.
  private static let partySQL = """
    SELECT coalesce((
        SELECT name FROM main.partyRevision v
        WHERE v.id BETWEEN p.id << 20 AND (p.id << 20) + 1048575
        ORDER BY effectiveOn DESC, recordingId DESC, id DESC LIMIT 1), p.reference), p.isOwn
    FROM main.party p WHERE p.id = ?
    """

  /// Gives numbers that do not depend on row ids to what records refer to.
  static func number(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE nativeRecording (id INTEGER PRIMARY KEY, recordedAt TEXT, number INTEGER);
        INSERT INTO temp.nativeRecording SELECT id, recordedAt,
          row_number() OVER (PARTITION BY recordedAt ORDER BY id) FROM main.recording;
        CREATE TEMP TABLE nativeBatch (id INTEGER PRIMARY KEY, number INTEGER);
        INSERT INTO temp.nativeBatch
          SELECT id, row_number() OVER (ORDER BY recordingId, sequence) FROM main.batch;
        CREATE TEMP TABLE nativeSource (id INTEGER PRIMARY KEY, number INTEGER);
        INSERT INTO temp.nativeSource
          SELECT s.id, row_number() OVER (ORDER BY b.number, s.path, o.sha256, s.sequence)
          FROM main.batchSource s JOIN temp.nativeBatch b ON b.id = s.batchId
            JOIN main.original o ON o.id = s.originalId;
        CREATE TEMP TABLE nativeVoided (id INTEGER PRIMARY KEY, number INTEGER);
        INSERT INTO temp.nativeVoided
          SELECT id, row_number() OVER (PARTITION BY reference ORDER BY recordingId, sequence)
          FROM main.agreement WHERE isVoided = 1;
        """
    )
  }

  /// Writes the document.
  func run() throws {
    let known = Set(NativeFormat.forms.filter(\.canBeVoided).map(\.table))
    if let table = voidedTables.subtracting(known).min() {
      throw StoreError.refused("the native format has no place for a voided row of \(table)")
    }
    output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.raw("<register xmlns=\"\(NativeFormat.namespace)\" form=\"export\">\n")
    try writeRecordings()
    for section in NativeFormat.sections {
      let forms = section.forms.filter { provenance || !$0.isProvenance }
      let cursors = try forms.map {
        try NativeCursor(database, $0, provenance: provenance)
      }
      guard cursors.contains(where: \.isAtRow) else { continue }
      output.raw("  <\(section.element)>\n")
      for cursor in cursors {
        while cursor.isAtRow { try write(cursor, depth: 2) }
      }
      output.raw("  </\(section.element)>\n")
    }
    output.raw("</register>\n")
    try output.flush()
  }

  private func writeRecordings() throws {
    let rows = try RawStatement(database, "SELECT id FROM temp.nativeRecording ORDER BY id")
    var isFirst = true
    while try rows.step() {
      if isFirst { output.raw("  <recordings>\n") }
      isFirst = false
      output.open("recording", depth: 2)
      try writeRecording(rows.integer(0))
      output.raw("/>\n")
    }
    if !isFirst { output.raw("  </recordings>\n") }
  }

  // MARK: Records

  /// Writes the current row of a cursor with all below it, and goes to the next one.
  private func write(_ cursor: NativeCursor, depth: Int) throws {
    let element = cursor.form.element
    output.open(element, depth: depth)
    for (column, index) in cursor.columns where column.position == .attribute {
      try writeAttribute(column, cursor.statement, index)
    }
    if !cursor.form.repeated.isEmpty { try writeOwn(cursor.partyId) }
    try writeRecording(cursor.recordingId)
    if let (_, index) = cursor.columns.first(where: { $0.column.position == .content }) {
      output.raw(">")
      unsafe output.text(cursor.statement.bytes(index))
      output.end(element)
    } else {
      var hasBody = false
      try writeBody(cursor, depth: depth + 1, &hasBody)
      if hasBody { output.close(element, depth: depth) } else { output.raw("/>\n") }
    }
    try output.flushIfLong()
    try cursor.advance()
  }

  private func writeBody(_ cursor: NativeCursor, depth: Int, _ hasBody: inout Bool) throws {
    if cursor.form.canBeVoided, voidedTables.contains(cursor.form.table) {
      try writeVoidings(cursor, depth: depth, &hasBody)
    }
    for (column, index) in cursor.columns where column.position == .element {
      writeElement(column, cursor.statement, index, depth: depth, &hasBody)
    }
    if !cursor.form.repeated.isEmpty {
      startBody(&hasBody)
      try writeParty(cursor.partyId, depth: depth)
    }
    guard !cursor.children.isEmpty else { return }
    let rank = cursor.rank
    for child in cursor.children {
      while child.isBelow(rank) {
        startBody(&hasBody)
        try write(child, depth: depth)
      }
    }
  }

  private func startBody(_ hasBody: inout Bool) {
    if !hasBody { output.raw(">\n") }
    hasBody = true
  }

  private func writeVoidings(
    _ cursor: NativeCursor,
    depth: Int,
    _ hasBody: inout Bool
  ) throws {
    voidings.bind(1, cursor.form.table)
    voidings.bind(2, cursor.id)
    while try voidings.step() {
      startBody(&hasBody)
      output.open("voided", depth: depth)
      try writeRecording(voidings.integer(1))
      output.raw(">")
      unsafe output.text(voidings.bytes(0))
      output.end("voided")
    }
  }

  // MARK: Values

  private func writeRecording(_ id: Int64) throws {
    if id != recording.id {
      recordings.bind(1, id)
      guard try recordings.step() else { throw StoreError.refused("recording \(id) is missing") }
      let number = recordings.integer(1)
      recording = (id, recordings.text(0), number > 1 ? "\(number)" : nil)
      recordings.reset()
    }
    output.attribute("recordedAt", recording.at)
    if let number = recording.number { output.attribute("recording", number) }
  }

  private func writeAttribute(
    _ column: NativeColumn,
    _ row: RawStatement,
    _ index: Int32
  ) throws {
    guard !row.isNull(index) else { return }
    switch column.kind {
    case .flag(let standard):
      let value = row.integer(index) == 1
      if value != standard { output.attribute(column.name, value ? "true" : "false") }
    case .integer, .source, .batch: output.attribute(column.name, "\(row.integer(index))")
    case .hexadecimal, .original:
      unsafe output.attribute(column.name, hexadecimal: row.bytes(index))
    case .scheme: output.attribute(column.name, schemes[row.integer(index)] ?? "")
    case .agreement: try writeAgreement(column.name, row.integer(index))
    case .digest: writeDigest(row.blob(index))
    case .text, .reference, .amount: unsafe output.attribute(column.name, row.bytes(index))
    }
  }

  private func writeAgreement(_ name: String, _ id: Int64) throws {
    agreements.bind(1, id)
    guard try agreements.step() else { return }
    defer { agreements.reset() }
    unsafe output.attribute(name, agreements.bytes(0))
    if !agreements.isNull(1) {
      output.attribute(NativeFormat.voidedAttribute(name), agreements.text(1))
    }
  }

  /// Writes a digest of 20 bytes with its scheme's name, see ``DraftDigest``.
  private func writeDigest(_ digest: [UInt8]) {
    var rest = digest[...]
    let number = digest.prefix(4).reduce(0) { $0 << 8 | Int64($1) }
    if digest.count == 20, let scheme = schemes[number] {
      output.attribute("digestScheme", scheme)
      rest = digest.dropFirst(4)
    }
    unsafe rest.withUnsafeBufferPointer { unsafe output.attribute("digest", hexadecimal: $0) }
  }

  private func writeElement(
    _ column: NativeColumn,
    _ row: RawStatement,
    _ index: Int32,
    depth: Int,
    _ hasBody: inout Bool
  ) {
    let hasCurrency = column.currency != nil && !row.isNull(index + 1)
    guard hasCurrency || !row.isNull(index) else { return }
    startBody(&hasBody)
    output.open(column.name, depth: depth)
    if hasCurrency { unsafe output.attribute("currency", row.bytes(index + 1)) }
    output.raw(">")
    switch column.kind {
    case .flag: output.raw(row.integer(index) == 1 ? "true" : "false")
    case .amount:
      if !row.isNull(index) {
        let exponent = Currency(row.text(index + 1))?.exponent ?? 0
        output.raw(Money.amountText(row.integer(index), exponent: exponent))
      }
    case .original, .hexadecimal: unsafe output.hexadecimal(row.bytes(index))
    default: unsafe output.text(row.bytes(index))
    }
    output.end(column.name)
  }

  // MARK: What repeats the party of an agreement

  private func writeOwn(_ party: Int64) throws {
    parties.bind(1, party)
    if try parties.step(), parties.integer(1) == 1 { output.attribute("own", "true") }
    parties.reset()
  }

  private func writeParty(_ party: Int64, depth: Int) throws {
    parties.bind(1, party)
    if try parties.step() {
      output.open("name", depth: depth)
      output.raw(">")
      unsafe output.text(parties.bytes(0))
      output.end("name")
    }
    parties.reset()
    partyIdentifiers.bind(1, party)
    while try partyIdentifiers.step() {
      output.open("identifier", depth: depth)
      unsafe output.attribute("scheme", partyIdentifiers.bytes(0))
      if !partyIdentifiers.isNull(2) { unsafe output.attribute("raw", partyIdentifiers.bytes(2)) }
      output.raw(">")
      unsafe output.text(partyIdentifiers.bytes(1))
      output.end("identifier")
    }
  }
}

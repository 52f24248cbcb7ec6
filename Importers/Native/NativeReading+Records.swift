import Importing
import Model

extension NativeReading {
  /// Reads the record of a kind whose start tag is current and hands it over.
  ///
  /// Of several revisions the latest counts that was not voided.
  func readRecord(_ type: RecordType) throws {
    let start = recordDraft(type, draft.place)
    var record = start
    readAttributes(type, &record)
    var isVoided = false
    var latest: NativeTime?
    var hasRevisions = false
    var entries = NativeEntries()
    while let event = try reader.next() {
      guard case .start(let name) = event else {
        if case .end = event { break }
        continue
      }
      switch reader.local(name) {
      case "voided":
        isVoided = true
        try reader.skip()
      case "revision":
        hasRevisions = true
        let time = NativeTime(reader, names)
        guard latest.map({ time >= $0 }) ?? true else {
          try reader.skip()
          continue
        }
        if let revision = try readRevision(type, start) {
          record = revision
          latest = time
        }
      case "absence":
        guard let absence = EntryType.named("absence") else { continue }
        try readEntry(absence, of: [("person", start.reference)], into: &entries)
      case let local: try readFact(local, type, &record)
      }
    }
    guard !isVoided, latest != nil || !hasRevisions else { return countWithdrawn(type.name) }
    try deliver(record)
    try deliver(entries)
  }

  private func recordDraft(_ type: RecordType, _ place: Place) -> RecordDraft {
    RecordDraft(kind: type.name, reference: string(names.reference) ?? "", place: place)
  }

  /// Reads a revision in the place of those before it; nil for a voided one.
  private func readRevision(_ type: RecordType, _ start: RecordDraft) throws -> RecordDraft? {
    var record = start
    problems.removeAll(keepingCapacity: true)
    readAttributes(type, &record)
    while let event = try reader.next() {
      guard case .start(let name) = event else {
        if case .end = event { break }
        continue
      }
      if name == names.voided {
        try skipRest()
        return nil
      }
      try readFact(reader.local(name), type, &record)
    }
    return record
  }

  // MARK: Facts

  /// Takes the facts that stand in attributes of the start tag that is current.
  func readAttributes(_ type: RecordType, _ record: inout RecordDraft) {
    let day = string(names.effectiveOn)
    if let day { record.effectiveOn = day }
    for name in reader.attributeNames {
      let local = reader.local(name)
      if local.hasPrefix("voided"), let field = type.fields.first(where: { $0.isVoided(local) }) {
        problems.append(withdrawn(field.name, record))
      }
      guard type.field(local) != nil, let text = string(name) else { continue }
      record.values.append(.init(field: local, text: text, place: place(in: record)))
    }
  }

  /// Reads a fact whose start tag is current.
  func readFact(
    _ local: String,
    _ type: RecordType,
    _ record: inout RecordDraft
  ) throws {
    guard let field = type.field(local) else { return try reader.skip() }
    let place = place(in: record)
    let currency = string(names.currency)
    var text = try readString()
    if field.type != .text {
      text = String(decoding: Array(text.utf8)[...].trimmed, as: UTF8.self)
    }
    if field.type == .money, let currency, !text.isEmpty { text += " " + currency }
    record.values.append(.init(field: local, text: text, place: place))
  }

  /// The text of the current element, with its escapes resolved; its end tag becomes current.
  func readString() throws -> String {
    guard try reader.next() == .text else { return "" }
    var bytes = Array(reader.textBytes)
    _ = try reader.next()
    XMLTextEscapes.decode(&bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The place of what is current, within a record.
  private func place(in record: RecordDraft) -> Place {
    Place(line: reader.line, column: reader.column, record: record.place.record)
  }

  private func withdrawn(_ field: String, _ record: RecordDraft) -> Problem {
    let reference = reader.attribute(field) ?? ""
    return Problem(
      "reference.withdrawn",
      file: reader.file,
      place: place(in: record),
      field: field,
      value: reference,
      message: "The agreement \u{201C}\(reference)\u{201D} that it refers to was withdrawn.",
      remedy: "Refer to an agreement that holds."
    )
  }

  /// Hands over the record, or rejects it if there is a problem.
  func deliver(_ record: RecordDraft) throws {
    guard reader.invalidities.isEmpty else { return }
    if problems.isEmpty { return try sink.take(record) }
    try sink.reject(RejectedRecord(place: record.place, raw: []), because: problems)
  }
}

extension RecordField {
  /// Whether an attribute of that name numbers the voided agreement that the field refers to.
  fileprivate func isVoided(_ attribute: String) -> Bool {
    attribute == "voided" + name.prefix(1).uppercased() + name.dropFirst()
  }
}

import Model

@testable import Storage

extension NativeSample {
  /// Adds or revises a record of each kind, with any values, and voids some.
  mutating func addRecords(_ session: WriteSession) throws {
    for type in RecordType.all where records[type.name] == nil || chance(20) {
      let isNew = records[type.name]?.isEmpty != false || chance(50)
      var id = records[type.name]?.last ?? 0
      if isNew {
        id = try session.nextId(type.table)
        try session.insert(type.table, [.integer(id), .text(reference())])
        records[type.name, default: []].append(id)
      }
      let revision = try session.nextRevision(type.name, of: id)
      let facts = try type.fields.flatMap { try values(of: $0, session) }
      let ids: [StoredValue] = [.integer(revision), .integer(id)]
      try session.insert(type.revisionTable, ids + facts + place() + [day()])
      if chance(10) {
        let kind = chance(50) ? (type.table, id) : (type.revisionTable, revision)
        try session.insert("voiding", [.text(kind.0), .integer(kind.1), .text(text())])
      }
    }
  }

  private mutating func values(
    of field: RecordField,
    _ session: WriteSession
  ) throws -> [StoredValue] {
    guard field.isRequired || chance(60) else { return field.columns.map { _ in .null } }
    switch field.type {
    case .text: return [.text(text())]
    case .day: return [day()]
    case .instant: return [.text(pick(["2026-03-29T01:00:00Z", "2024-02-29T23:59:59Z"]))]
    case .count: return [.integer(Int64(pick([0, 1, 90_000])))]
    case .flag: return [.integer(chance(50) ? 1 : 0)]
    case .decimal: return [.text(pick(["99.90", "0", "-0.5"]))]
    case .duration: return [.text(pick(["3m", "10bd", "0d"]))]
    case .money: return [.integer(pick([123_450, -1, 0])), .text(pick(["EUR", "JPY", "KWD"]))]
    case .choice(let words): return [.text(pick(words))]
    case .reference(let kind): return [id(known(kind))]
    }
  }

  private func known(_ kind: String) -> [Int64] {
    switch kind {
    case "party": parties
    case "agreement": agreements
    case "person": people
    case "service": serviceIds
    default: records[kind] ?? []
    }
  }
}

import Model
import Storage

/// Finds the names of people in a store: our own, contacts, and those whom records name.
struct PersonNames {
  /// The facts that name people, by kind of record; `*` stands for every kind.
  static let facts: [String: Set<String>] = [
    "*": [
      "acceptedBy", "agreedBy", "approvedBy", "approver", "assessedBy", "chair", "complainant",
      "confirmedBy", "consentBy", "contactThem", "contactUs", "decidedBy", "doneBy", "owner",
      "raisedBy", "recipients", "reviewer", "signedBy", "takenBy", "verifiedBy", "waivedBy",
    ],
    "attendance": ["name"], "complaintStep": ["by"], "disputeStep": ["by"],
    "person": ["name", "email", "phone"],
  ]

  /// All names, in no order; those of earlier states too.
  static func all(_ reader: Reader) throws -> Set<String> {
    var names: Set<String> = []
    for type in RecordType.filed { try add(type, reader, &names) }
    try reader.forEachEntry(of: .contact) { contact in
      for (field, value) in zip(EntryType.contact.type.fields, contact.values)
      where ["name", "email", "phone"].contains(field.name) {
        if case .text(let text) = value { names.insert(text) }
      }
    }
    try reader.forEachJournalEntry { names.insert($0.entry.actor) }
    return names
  }

  private static func add(_ type: RecordType, _ reader: Reader, _ names: inout Set<String>) throws {
    let wanted = facts["*", default: []].union(facts[type.name, default: []])
    let indices = type.fields.indices.filter { wanted.contains(type.fields[$0].name) }
    guard !indices.isEmpty || type.name == "person" else { return }
    try reader.forEachState(of: type) { state in
      if type.name == "person" { names.insert(state.record.reference) }
      for index in indices {
        guard case .text(let text) = state.record.values[index] else { continue }
        names.formUnion(Self.parts(of: text))
      }
    }
  }

  /// The names in a list of them, and the whole.
  private static func parts(of text: String) -> [String] {
    let parts = text.split(whereSeparator: { ",;\n".contains($0) })
    return [text] + parts.map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init)
  }
}

import Importing
import Model
import Storage

/// What a record of a made-up source says, for drafts without a file.
struct AgreementSample {
  struct Party {
    var role = DraftParty.Role.supplier
    var name: String
    var identifiers: [(scheme: String, value: String)] = []
    var city: String?
    var isOwn = false
  }

  var kind = RecordKind.agreement
  var key: String
  var amendment: String?
  var order = ""
  var values: [Field: RecordValue] = [:]
  var parties: [Party] = []
  var identifiers: [(scheme: String, value: String)] = []
  var mentions: [(kind: DraftMention.Kind, name: String, detail: String?)] = []

  init(_ key: String, _ values: [Field: RecordValue] = [:], parties: [Party] = []) {
    self.key = key
    self.values = values
    self.parties = parties
  }

  func draft(line: Int) -> Draft {
    var draft = Draft()
    draft.kind = kind
    draft.place = Place(line: line, record: line - 1)
    draft.key = draft.append(key)
    draft.amendment = amendment.map { draft.append($0) }
    draft.order = draft.append(order)
    for (field, value) in values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      switch value {
      case .text(let text): draft.set(field, text: text)
      case .number(let number): draft.set(field, number: number)
      case .day(let day): draft.set(field, number: Int64(day.number))
      case .empty: draft.setEmpty(field)
      }
    }
    for identifier in identifiers {
      draft.addIdentifier(scheme: identifier.scheme, value: draft.append(identifier.value))
    }
    for party in parties { add(party, to: &draft) }
    for mention in mentions {
      draft.addMention(
        DraftMention(
          kind: mention.kind,
          name: draft.append(mention.name),
          detail: mention.detail.map { draft.append($0) }
        )
      )
    }
    return draft
  }

  private func add(_ party: Party, to draft: inout Draft) {
    var entry = DraftParty(role: party.role, name: draft.append(party.name), isOwn: party.isOwn)
    entry.city = party.city.map { draft.append($0) }
    let number = draft.addParty(entry)
    for identifier in party.identifiers {
      draft.addPartyIdentifier(
        party: number,
        scheme: identifier.scheme,
        value: draft.append(identifier.value)
      )
    }
  }
}

extension CivilDay {
  /// A day of the text, which must be right.
  static func of(_ text: String) -> CivilDay {
    guard let day = CivilDay(text) else { preconditionFailure("\(text) is not a day") }
    return day
  }
}

extension WriteRequest {
  /// The request number n: made in second n of a minute in 2026.
  static func number(_ number: Int, _ command: String = "test") -> WriteRequest {
    let minute = number / 60
    let second = number % 60
    return WriteRequest(
      actor: "tester",
      command: command,
      recordedAt:
        "2026-03-01T10:\(minute < 10 ? "0" : "")\(minute):\(second < 10 ? "0" : "")\(second)Z",
      salt: Array(repeating: UInt8(truncatingIfNeeded: number), count: 16)
    )
  }
}

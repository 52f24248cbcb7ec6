import Model
import Storage

/// An agreement with all that the reports about agreements show of it.
struct AgreementRow {
  let record: AgreementRecord
  let standing: AgreementStanding
  let parties: [PartyInAgreement]
  let owner: String?

  /// The first counterparty, nil if there is none.
  var counterparty: PartyRecord? {
    parties.first.flatMap { $0.party.isOwn ? nil : $0.party }
  }

  /// The tier of the agreement, else of the counterparty.
  var tier: String? { record.tier ?? counterparty?.tier }

  /// Whether the filter lets it through, the window aside.
  func fits(_ filter: ReportFilter) -> Bool {
    guard filter.fits(kind: record.kind, status: standing.status) else { return false }
    if let wanted = filter.owner, !Self.matches(owner, wanted) { return false }
    guard let wanted = filter.party else { return true }
    return parties.contains { $0.party.reference == wanted || Self.matches($0.party.name, wanted) }
  }

  /// Whether a name contains the words looked for; case does not matter.
  static func matches(_ name: String?, _ wanted: String) -> Bool {
    guard let name else { return false }
    return NameKey.normalized(name).contains(NameKey.normalized(wanted))
  }
}

/// Reads agreements with what the reports show of them.
struct AgreementRows {
  private let reader: Reader
  private let owners: Owners
  private let parties: (Int64) throws -> [PartyInAgreement]

  init(_ reader: Reader) throws {
    self.reader = reader
    owners = try reader.owners()
    parties = try reader.partiesOfAgreements()
  }

  /// Hands over those that the filter lets through, in order of reference.
  func forEach(_ filter: ReportFilter, _ body: (AgreementRow) throws -> Void) throws {
    try reader.forEachAgreement { record in
      let row = try row(record)
      if row.fits(filter) { try body(row) }
    }
  }

  /// The row of an agreement.
  func row(_ record: AgreementRecord) throws -> AgreementRow {
    let parties = try parties(record.id)
    let first = parties.first?.party
    return AgreementRow(
      record: record,
      standing: try record.standing(reader),
      parties: parties,
      owner: owners.owner(of: record, party: first)
    )
  }
}

extension ReportFilter {
  /// Whether kind and status are those looked for.
  func fits(kind: String?, status: AgreementStatus) -> Bool {
    if let wanted = self.kind, wanted != kind { return false }
    return self.status == nil || self.status == status.rawValue
  }

  /// Whether a day lies in the window; a missing day does only if there is no window.
  func contains(_ day: CivilDay?) -> Bool {
    if from == nil, through == nil { return true }
    guard let day else { return false }
    return day.number >= from ?? .min && day.number <= through ?? .max
  }
}

extension Cell {
  /// Money that may be absent.
  init(_ money: (minor: Int64, currency: String)?) {
    self = money.map { .money(minor: $0.minor, currency: $0.currency) } ?? .empty
  }
}

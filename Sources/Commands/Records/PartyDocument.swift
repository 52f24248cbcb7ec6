import Model
import Reporting
import Storage

/// What is known of one party on a day.
enum PartyDocument {
  /// Makes the document.
  ///
  /// - Throws: ``StoreError/unknown(kind:reference:)``, and what reading throws.
  static func make(_ reference: String, _ reader: Reader) throws -> Document {
    guard let party = try reader.party(reference) else {
      throw StoreError.unknown(kind: "party", reference: reference)
    }
    return Document(
      title: "Party \(reference): \(party.name)",
      sections: [
        facts(party), identifiers(party), try contacts(reference, reader),
        try agreements(reference, reader),
      ]
    )
  }

  private static func facts(_ party: PartyRecord) -> Document.Section {
    .fields(
      [
        Column("reference", "Reference"), Column("name", "Name"),
        Column("roles", "Roles", .list(of: .text)), Column("isOwn", "Own", .flag),
        Column("country", "Country"), Column("address", "Address"),
        Column("postalCode", "Postal code"), Column("city", "Town"), Column("email", "Email"),
        Column("phone", "Phone"), Column("website", "Website"), Column("tier", "Tier"),
      ],
      Row([
        .text(party.reference), .text(party.name), .list(party.roles.map(Cell.text)),
        .flag(party.isOwn), Cell(party.country), Cell(party.address), Cell(party.postalCode),
        Cell(party.city), Cell(party.email), Cell(party.phone), Cell(party.website),
        Cell(party.tier),
      ])
    )
  }

  private static func identifiers(_ party: PartyRecord) -> Document.Section {
    .table(
      key: "identifiers",
      title: "Identifiers",
      [Column("scheme", "Register"), Column("value", "Number")],
      party.identifiers.map { Row([.text($0.scheme), .text($0.value)]) }
    )
  }

  private static func contacts(
    _ reference: String,
    _ reader: Reader
  ) throws -> Document.Section {
    .table(
      key: "contacts",
      title: "People there",
      ContactList.columns,
      try reader.contacts().filter { $0.party == reference }.map(ContactList.row)
    )
  }

  private static func agreements(
    _ reference: String,
    _ reader: Reader
  ) throws -> Document.Section {
    let parties = try reader.partiesOfAgreements()
    var rows: [Row] = []
    try reader.forEachAgreement { agreement in
      guard let part = try parties(agreement.id).first(where: { $0.party.reference == reference })
      else { return }
      let standing = try agreement.standing(reader)
      rows.append(
        Row([
          .text(agreement.reference), Cell(agreement.title), .text(part.role),
          .text(standing.status.rawValue), Cell(standing.termEnd),
        ])
      )
    }
    return .table(
      key: "agreements",
      title: "Agreements",
      [
        Column("reference", "Reference"), Column("title", "Title"), Column("role", "Role"),
        Column("status", "Status"), Column("endsOn", "Term ends", .day),
      ],
      rows
    )
  }
}

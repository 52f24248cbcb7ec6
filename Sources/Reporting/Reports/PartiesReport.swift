public import Storage

extension Report<Reader> {
  /// Every party, with roles, identifiers and number of agreements, in order of reference.
  public static let parties = Report(
    id: "parties",
    title: "Parties",
    summary: "Every party with its roles, identifiers and number of agreements.",
    noun: CountNoun("party", "parties"),
    columns: [
      Column("reference", "Reference", importance: .essential, overflow: .whole),
      Column("name", "Name", importance: .essential, minimumWidth: 20),
      Column("roles", "Roles", .list(of: .text), importance: .high),
      Column("agreements", "Agreements", .integer, importance: .high),
      Column("country", "Country", importance: .medium),
      Column("city", "Town", importance: .medium),
      Column("email", "Email", importance: .low),
      Column("phone", "Phone", importance: .low),
      Column("tier", "Tier", importance: .low),
      Column(
        "identifiers",
        "Identifiers",
        .list(of: .record(identifierColumns)),
        importance: .low,
        formats: .nested
      ),
      Column("isOwn", "Own", .flag, importance: .low),
    ],
    rows: { reader, filter, write in
      let counts = try reader.agreementCounts()
      try reader.forEachParty { party in
        guard fits(party, filter) else { return }
        try write(
          Row([
            .text(party.reference), .text(party.name), .list(party.roles.map(Cell.text)),
            .integer(Int64(counts[party.id] ?? 0)), Cell(party.country), Cell(party.city),
            Cell(party.email), Cell(party.phone), Cell(party.tier),
            .list(party.identifiers.map { .record([.text($0.scheme), .text($0.value)]) }),
            .flag(party.isOwn),
          ])
        )
      }
    }
  )

  /// A party's kind is its role.
  private static func fits(_ party: PartyRecord, _ filter: ReportFilter) -> Bool {
    if let role = filter.kind, !party.roles.contains(role) { return false }
    guard let wanted = filter.party else { return true }
    return party.reference == wanted || AgreementRow.matches(party.name, wanted)
  }
}

import Model
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
      let assessments = try latestAssessments(reader)
      try reader.forEachParty { party in
        guard fits(party, filter) else { return }
        var row =
          Row([
            .text(party.reference), .text(party.name), .list(party.roles.map(Cell.text)),
            .integer(Int64(counts[party.id] ?? 0)), Cell(party.country), Cell(party.city),
            Cell(party.email), Cell(party.phone), Cell(party.tier),
            .list(party.identifiers.map { .record([.text($0.scheme), .text($0.value)]) }),
            .flag(party.isOwn),
          ])
        row.part = assessments[party.id].flatMap { part(party, $0) }
        try write(row)
      }
    }
  )
  .pictured("How many suppliers lie where, by their latest assessments.")

  /// The latest assessment of each party that has one, by the party's number.
  private static func latestAssessments(_ reader: Reader) throws -> [Int64: TierAssessment] {
    let all = try reader.lookup(TierAssessment.self).records(beginningWith: "")
    return Dictionary(all.map { ($0.party, $0) }) { one, other in
      (one.assessedOn, one.reference) < (other.assessedOn, other.reference) ? other : one
    }
  }

  /// What a party adds to the map of suppliers.
  private static func part(_ party: PartyRecord, _ assessment: TierAssessment) -> PicturePart? {
    guard let impact = Int(exactly: assessment.impact), let risk = Int(exactly: assessment.risk)
    else { return nil }
    return .supplier(Picture.HeatMap.Supplier(name: party.name, impact: impact, risk: risk))
  }

  /// A party's kind is its role.
  private static func fits(_ party: PartyRecord, _ filter: ReportFilter) -> Bool {
    if let role = filter.kind, !party.roles.contains(role) { return false }
    guard let wanted = filter.party else { return true }
    return party.reference == wanted || AgreementRow.matches(party.name, wanted)
  }
}

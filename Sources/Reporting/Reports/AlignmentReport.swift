import Model
public import Storage

extension Report<Reader> {
  /// From each promise to a customer down to the suppliers, and where it breaks.
  public static let alignment = Report(
    id: "alignment",
    title: "Alignment",
    summary: "Whether what suppliers promise carries what customers were promised.",
    noun: CountNoun("line", "lines"),
    emptySentence: "No SLA is in force.",
    columns: alignmentColumns,
    notes: [
      "A gap is what is promised less what is carried. What is not on record is unknown and carries "
        + "nothing. Availability of several parts is reckoned as if they failed independently; the "
        + "cautious bound holds without that.",
      "Times are compared from their worst start in the year that begins on the day.",
    ],
    rows: { reader, filter, write in
      let alignment = try reader.alignment()
      let names = Dictionary(
        alignment.graph.parties.values.map { ($0.reference, $0.name) },
        uniquingKeysWith: { first, _ in first }
      )
      for chain in alignment.chains where fits(chain, alignment.graph, filter) {
        for row in AlignmentRows(chain: chain, names: names).rows { try write(row) }
      }
    }
  )
  .pictured(
    "Each promise and what carries it: a check carries, a cross breaks, a ring is accepted, a "
      + "question mark is not known."
  )

  private static let people: Set<OutputFormat> = [.table, .markdown, .html]

  private static let alignmentColumns: [Column] = [
    Column("agreement", "SLA", formats: .data),
    Column("customers", "Customers", .list(of: .text), formats: .data),
    Column("level", "Level", .integer, formats: .data),
    Column("aspect", "Aspect", formats: .data),
    Column("item", "Item", formats: .data),
    Column(
      "chain",
      "Promise and what carries it",
      importance: .essential,
      minimumWidth: 24,
      formats: people
    ),
    Column("promisedText", "Promised", importance: .high, overflow: .whole, formats: people),
    Column("carriedText", "Carried", importance: .high, overflow: .whole, formats: people),
    Column("gapText", "Gap", importance: .high, overflow: .whole, formats: people),
    Column("verdict", "Verdict", importance: .essential, overflow: .whole),
    Column("promised", "Promised", formats: .data),
    Column("carried", "Carried", formats: .data),
    Column("unit", "Unit", formats: .data),
    Column("gap", "Gap", formats: .data),
    Column("gapUnit", "Unit of the gap", formats: .data),
    Column("isAccepted", "Accepted", .flag, formats: .data),
    Column("reason", "Reason", importance: .medium, minimumWidth: 24),
    Column("records", "Records", .list(of: .text), formats: .data),
  ]

  /// A party is the customer, by reference or part of the name.
  private static func fits(
    _ chain: AlignmentChain,
    _ graph: ServiceGraph,
    _ filter: ReportFilter
  ) -> Bool {
    if let kind = filter.kind, kind != AgreementKind.sla.rawValue { return false }
    guard let wanted = filter.party else { return true }
    return chain.customers.contains { reference in
      reference == wanted
        || graph.parties.values.contains { party in
          party.reference == reference && AgreementRow.matches(party.name, wanted)
        }
    }
  }
}

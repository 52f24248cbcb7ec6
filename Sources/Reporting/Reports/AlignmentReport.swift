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

/// The lines of one chain, from the promise down.
private struct AlignmentRows {
  let chain: AlignmentChain
  /// The names of parties by their references.
  let names: [String: String]

  var rows: [Row] { [head] + chain.links.flatMap { [row($0)] + $0.parts.map(row) } }

  private var head: Row {
    let name = "SLA \(chain.reference)" + (chain.title.map { ": \($0)" } ?? "")
    let count = chain.gaps.count
    let gaps = "\(count) \(count == 1 ? "gap" : "gaps"), \(chain.cover.words)"
    var reason = count == 0 ? "" : gaps
    if case .unknown(let why) = chain.verdict, chain.links.isEmpty { reason = why }
    return line(0, nil, name, nil, nil, chain.verdict, reason, [chain.reference])
  }

  private func row(_ link: AlignmentLink) -> Row {
    line(
      1,
      link.aspect,
      link.title,
      link.promised,
      link.carried,
      link.verdict,
      link.reason,
      link.records
    )
  }

  private func row(_ part: AlignmentPart) -> Row {
    line(
      part.depth + 1,
      nil,
      part.name,
      nil,
      part.value,
      nil,
      part.reason,
      [],
      isBreak: part.isBreak
    )
  }

  private func line(
    _ level: Int,
    _ aspect: AlignmentLink.Aspect?,
    _ item: String,
    _ promised: AlignmentValue?,
    _ carried: AlignmentValue?,
    _ verdict: AlignmentVerdict?,
    _ reason: String,
    _ records: [String],
    isBreak: Bool = false
  ) -> Row {
    var gap: AlignmentValue?
    if level > 0, case .gap(let amount)? = verdict { gap = amount }
    let isGap = verdict?.word == "gap"
    let isAccepted = isGap && chain.cover.isCovering
    var row = Row(
      [
        .text(chain.reference), .list(chain.customers.map(Cell.text)), .integer(Int64(level)),
        Cell(aspect?.rawValue), .text(item), .text(Self.indented(item, level)),
        Cell(promised?.text), Cell(carried?.text), Cell(gap?.text),
        Cell(isBreak ? "breaks" : verdict?.word), Cell(promised?.amount), Cell(carried?.amount),
        Cell((promised ?? carried)?.unit), Cell(gap?.amount), Cell(gap?.unit),
        isGap ? .flag(isAccepted) : .empty, reason.isEmpty ? .empty : .text(reason),
        .list(records.map(Cell.text)),
      ],
      mark: isBreak || isGap ? (isAccepted ? .warning : .alert) : Self.mark(verdict)
    )
    row.part = part(
      level,
      item,
      [promised.map { "promised \($0.text)" }, carried.map { "carried \($0.text)" }],
      isBreak || isGap ? (isAccepted ? .accepted : .broken) : Self.sign(verdict),
      isBreak ? "breaks" : verdict?.word
    )
    return row
  }

  /// What the line adds to the picture of its chain.
  private func part(
    _ level: Int,
    _ item: String,
    _ figures: [String?],
    _ verdict: Picture.Chain.Link.Verdict,
    _ word: String?
  ) -> PicturePart {
    let figures = figures.compactMap { $0 }.joined(separator: ", ")
    let link = Picture.Chain.Link(
      level: level,
      text: item,
      figures: figures.isEmpty ? nil : figures,
      verdict: verdict,
      word: word
    )
    let title =
      "SLA \(chain.reference) for \(chain.customers.map { names[$0] ?? $0 }.joined(separator: ", "))"
    return .link(link, of: Picture.Chain(key: chain.reference, title: title))
  }

  private static func sign(_ verdict: AlignmentVerdict?) -> Picture.Chain.Link.Verdict {
    guard let verdict else { return .none }
    return verdict.word == "unknown" ? .unknown : .carried
  }

  private static func mark(_ verdict: AlignmentVerdict?) -> Row.Mark {
    verdict?.word == "unknown" ? .warning : .normal
  }

  /// The text moved to the right by its level, by spaces at which no line breaks.
  private static func indented(_ text: String, _ level: Int) -> String {
    String(repeating: "\u{A0}\u{A0}", count: level) + text
  }
}

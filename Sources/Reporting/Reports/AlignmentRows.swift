import Model

/// The lines of one chain, from the promise down.
struct AlignmentRows {
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

  private static func mark(_ verdict: AlignmentVerdict?) -> Row.Mark {
    verdict?.word == "unknown" ? .warning : .normal
  }

  /// The text moved to the right by its level, by spaces at which no line breaks.
  private static func indented(_ text: String, _ level: Int) -> String {
    String(repeating: "\u{A0}\u{A0}", count: level) + text
  }
}

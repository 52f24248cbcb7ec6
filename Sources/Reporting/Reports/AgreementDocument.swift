import Model
public import Storage

/// The report about one agreement: what it is, its dates with their reasons, and its history.
public enum AgreementDocument {
  /// The name on the command line.
  public static let id = "agreement"
  /// What it shows, in one sentence.
  public static let summary = "One agreement: terms, dates with their reasons, parties, history."

  /// Makes the document.
  ///
  /// - Returns: Nil if there is no agreement with the reference on the day.
  /// - Throws: What reading throws.
  public static func make(_ reference: String, _ reader: Reader) throws -> Document? {
    guard let record = try reader.agreement(reference) else { return nil }
    let row = try AgreementRows(reader).row(record)
    let explanation = record.terms.explanation(
      on: reader.asOf.day,
      calendar: try reader.calendar(record.calendar),
      defaults: .standard
    )
    return Document(
      title: "Agreement \(reference)" + (record.title.map { ": \($0)" } ?? ""),
      sections: [
        facts(row), dates(row),
      ] + picture(row, reader, try reader.calendar(record.calendar)) + [
        steps(explanation.sentences), parties(row),
        try identifiers(record, reader), try mentions(record, reader),
        try versions(record, reader), try history(record, reader),
      ]
    )
  }

  private static func facts(_ row: AgreementRow) -> Document.Section {
    let record = row.record
    return .fields(
      [
        Column("reference", "Reference"), Column("title", "Title"),
        Column("description", "Description"), Column("kind", "Kind"),
        Column("structure", "Structure"), Column("parentReference", "Under"),
        Column("status", "Status"), Column("sourceStatus", "Status in the source"),
        Column("category", "Category"), Column("department", "Department"),
        Column("owner", "Owner"), Column("tier", "Tier"),
        Column("value", "Value", .money), Column("annualValue", "Per year", .money),
        Column("governingLaw", "Law"), Column("url", "Link"), Column("note", "Note"),
        Column("source", "Read from", .record(Report<Reader>.sourceColumns)),
      ],
      Row([
        .text(record.reference), Cell(record.title), Cell(record.description),
        Cell(record.kind), Cell(record.structure), Cell(record.parentReference),
        .text(row.standing.status.rawValue), Cell(record.sourceStatus), Cell(record.category),
        Cell(record.department), Cell(row.owner), Cell(row.tier), Cell(record.value),
        Cell(record.annualValue), Cell(record.governingLaw), Cell(record.url), Cell(record.note),
        Report<Reader>.sourceCell(record.source),
      ])
    )
  }

  private static func dates(_ row: AgreementRow) -> Document.Section {
    let terms = row.record.terms
    let standing = row.standing
    return .fields(
      title: "Dates",
      [
        Column("signedOn", "Signed", .day), Column("startsOn", "Starts", .day),
        Column("endsOn", "Ends", .day), Column("currentTerm", "Current term", .period),
        Column("latestPossibleEnd", "Latest possible end", .day),
        Column("renewal", "Renewal"), Column("renewalTerm", "Renewal term"),
        Column("noticePeriod", "Notice period"),
        Column("noticeDeadline", "Notice deadline", .day),
        Column("safeNoticeOn", "Safe day", .day), Column("dispatchBy", "Send by", .day),
        Column("daysToDispatch", "Days left to send", .integer),
        Column("boundUntil", "Bound until", .day),
        Column("boundUntilIfMissed", "Bound until if missed", .day),
        Column("nextReviewDue", "Next review due", .day),
      ],
      Row([
        Cell(terms.signedOn), Cell(terms.startsOn), Cell(terms.initialEnd),
        Cell(from: standing.currentTerm?.startsOn, to: standing.currentTerm?.endsOn),
        Cell(standing.latestPossibleEnd), Cell(terms.renewal?.rawValue),
        Cell(row.record.renewalTerm), Cell(row.record.noticePeriod),
        Cell(standing.noticeDeadline), Cell(standing.safeNoticeOn), Cell(standing.dispatchBy),
        Cell(standing.daysToDispatch), Cell(standing.boundUntil),
        Cell(standing.boundUntilIfMissed), Cell(row.record.nextReviewDue),
      ])
    )
  }

  private static func picture(
    _ row: AgreementRow,
    _ reader: Reader,
    _ calendar: BusinessCalendar?
  ) -> [Document.Section] {
    let timeline = AgreementTimeline(
      terms: row.record.terms,
      standing: row.standing,
      nextReviewDue: row.record.nextReviewDue,
      calendar: calendar
    )
    return timeline.picture.map { [.picture(title: "Timeline", .timeline($0))] } ?? []
  }

  private static func steps(_ sentences: [String]) -> Document.Section {
    .table(
      key: "explanation",
      title: "How the dates came about",
      [Column("step", "Step")],
      sentences.map { Row([.text($0)]) }
    )
  }

  private static func parties(_ row: AgreementRow) -> Document.Section {
    .table(
      key: "parties",
      title: "Parties",
      Report<Reader>.partyColumns,
      row.parties.map {
        Row([.text($0.party.reference), .text($0.party.name), .text($0.role)])
      }
    )
  }

  private static func identifiers(
    _ record: AgreementRecord,
    _ reader: Reader
  ) throws -> Document.Section {
    .table(
      key: "identifiers",
      title: "Names in sources",
      Report<Reader>.identifierColumns,
      try reader.identifiers(of: record.id).map { Row([.text($0.scheme), .text($0.value)]) }
    )
  }

  private static func mentions(
    _ record: AgreementRecord,
    _ reader: Reader
  ) throws -> Document.Section {
    .table(
      key: "mentions",
      title: "Services, content items, documents",
      [Column("kind", "Kind"), Column("name", "Name"), Column("detail", "Detail")],
      try reader.mentions(of: record.id).map {
        Row([.text($0.kind), .text($0.name), Cell($0.detail)])
      }
    )
  }

  private static func versions(
    _ record: AgreementRecord,
    _ reader: Reader
  ) throws -> Document.Section {
    .table(
      key: "versions",
      title: "Versions",
      [
        Column("number", "Number", .integer), Column("effectiveFrom", "In effect from", .day),
        Column("amendment", "Amendment"), Column("title", "Change"),
        Column("valueChange", "Change of value", .money),
      ],
      try reader.versions(of: record.id).map {
        Row([
          .integer($0.number), Cell($0.effectiveFrom.flatMap { CivilDay($0) }),
          Cell($0.amendment), Cell($0.title), Cell($0.valueChange),
        ])
      }
    )
  }

  private static func history(
    _ record: AgreementRecord,
    _ reader: Reader
  ) throws -> Document.Section {
    .table(
      key: "revisions",
      title: "What was recorded",
      [
        Column("recordedAt", "Recorded"), Column("effectiveOn", "Holds from"),
        Column("version", "Version", .integer), Column("actor", "By"),
        Column("command", "Command"), Column("changed", "Fields"), Column("file", "File"),
        Column("line", "Line", .integer), Column("record", "Record", .integer),
      ],
      try reader.revisions(of: record.id).map { revision in
        Row([
          .text(revision.recordedAt), .text(revision.effectiveOn), .integer(revision.version),
          .text(revision.actor), .text(revision.command), Cell(revision.changed ?? "all"),
          Cell(revision.source?.file), Cell(revision.source?.line.map(Int.init)),
          Cell(revision.source?.record.map(Int.init)),
        ])
      }
    )
  }
}

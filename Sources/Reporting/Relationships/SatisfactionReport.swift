import Model
import Storage

extension Report<Reader> {
  /// Surveys of customers with their scores and what came of them.
  static let satisfaction = Report(
    id: "satisfaction",
    title: "Satisfaction",
    summary: "Surveys of customers: who was asked, who answered, the score, and what came of it.",
    noun: CountNoun("survey", "surveys"),
    columns: [
      Column("survey", "Survey", importance: .essential, overflow: .whole),
      Column("party", "Customer", importance: .essential),
      Column("period", "Period", .period, importance: .high),
      Column("closedOn", "Closed", .day, importance: .high),
      Column("invited", "Asked", .integer, importance: .medium),
      Column("answered", "Answered", .integer, importance: .medium),
      Column("responseRate", "Rate", .percent, importance: .medium),
      Column("score", "Score", importance: .essential, alignment: .right, overflow: .whole),
      Column("target", "Target", importance: .high, alignment: .right, overflow: .whole),
      Column("trend", "Trend", importance: .high),
      Column("analysedOn", "Analysed", .day, importance: .medium),
      Column("conclusions", "Conclusions", importance: .low),
      Column("reportedOn", "Reported", .day, importance: .low),
    ],
    notes: ["A customer without a name is all of them. The trend compares with the survey before."],
    rows: { reader, filter, write in
      let organization = try reader.organizationFile()
      if filter.party == nil {
        for row in SurveyRows(nil, organization.records).rows(filter) { try write(row) }
      }
      try reader.forEachRelationship { file in
        guard filter.fits(file.party) else { return }
        for row in SurveyRows(file.party, file.records).rows(filter) { try write(row) }
      }
    }
  )
}

/// The surveys of one customer, or of all together.
private struct SurveyRows {
  private let party: PartyFacts?
  private let shelf: RecordShelf

  init(_ party: PartyFacts?, _ shelf: RecordShelf) {
    self.party = party
    self.shelf = shelf
  }

  func rows(_ filter: ReportFilter) -> [Row] {
    var before: DecimalNumber?
    let surveys = shelf[Survey.self].sorted {
      ($0.periodEnd, $0.reference) < ($1.periodEnd, $1.reference)
    }
    return surveys.compactMap { survey in
      defer { before = survey.score ?? before }
      return filter.fits(survey.periodEnd) ? row(survey, before) : nil
    }
  }

  private func row(_ survey: Survey, _ before: DecimalNumber?) -> Row {
    let responses = shelf[SurveyResponse.self].filter { $0.survey == survey.id }
    let answered = responses.reduce(0) { $0 + $1.answered }
    let rate: Cell =
      survey.invited.map {
        .percent(numerator: answered, denominator: $0)
      } ?? .empty
    let isBelow =
      survey.score.flatMap { score in
        survey.target.map { Fraction(score) < Fraction($0) }
      } ?? false
    return Row(
      [
        .text(survey.reference), Cell(party?.name),
        Cell(from: survey.periodStart, to: survey.periodEnd), Cell(survey.closedOn),
        survey.invited.map(Cell.integer) ?? .empty, .integer(answered), rate,
        Cell(survey.score?.description), Cell(survey.target?.description),
        Cell(Self.trend(before, survey.score)), Cell(survey.analysedOn), Cell(survey.conclusions),
        Cell(survey.reportedOn),
      ],
      mark: isBelow ? .warning : .normal
    )
  }

  private static func trend(_ before: DecimalNumber?, _ score: DecimalNumber?) -> String? {
    guard let before, let score else { return nil }
    let (old, new) = (Fraction(before), Fraction(score))
    return old == new ? "same" : old < new ? "better" : "worse"
  }
}

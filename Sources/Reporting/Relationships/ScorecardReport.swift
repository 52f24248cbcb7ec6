import Model
import Policies
import Storage

extension Report<JudgedReader> {
  /// How each supplier did in each month, as a score with what it rests on.
  static let scorecard = Report(
    id: "scorecard",
    title: "Scorecard",
    summary: "How each supplier did in each month: score, grade, coverage, rank and inputs.",
    noun: CountNoun("scorecard", "scorecards"),
    emptySentence: "No supplier has a target that was measured.",
    columns: [
      Column("period", "Month", importance: .essential, overflow: .whole),
      Column("rank", "Rank", .integer, importance: .high),
      Column("party", "Supplier", importance: .essential, overflow: .whole),
      Column("name", "Name", importance: .high),
      Column("grade", "Grade", importance: .essential, overflow: .whole),
      Column("score", "Score", importance: .essential, alignment: .right, overflow: .whole),
      Column("strictScore", "Strict", importance: .high, alignment: .right, overflow: .whole),
      Column("coverage", "Coverage", importance: .high, alignment: .right, overflow: .whole),
      Column("uncappedGrade", "Before knock-out", importance: .low),
      Column("knockOut", "Mandatory misses", .list(of: .text), importance: .medium),
      Column(
        "inputs",
        "Inputs",
        .list(
          of: .record([
            Column("target", "Target"), Column("weight", "Weight"), Column("value", "Value"),
            Column("state", "State"), Column("score", "Score"),
          ])
        ),
        formats: .nested
      ),
      Column("state", "State", importance: .low),
    ],
    notes: [
      "The score is the mean of the targets with data, by weight; the strict score counts what has no "
        + "data as 0. With data for too small a share of the weights there is no grade. One missed "
        + "mandatory target caps the grade at C, two at D. Scores are shown rounded down; suppliers "
        + "with a grade are ranked by the exact score."
    ],
    rows: { judged, filter, write in
      var cards: [SupplierCard] = []
      try judged.reader.forEachRelationship { file in
        cards += SupplierCard.all(file, judged)
      }
      for (card, rank) in SupplierCard.ranked(cards)
      where filter.fits(card.party) && filter.fits(card.lastDay) {
        var row = card.row(rank: rank)
        row.part = card.part
        try write(row)
      }
    }
  )
  .pictured("The score of each supplier from 0 to 100, month by month, with its grade.")
}

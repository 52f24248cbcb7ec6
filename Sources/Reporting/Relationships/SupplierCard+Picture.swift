import Model

extension SupplierCard {
  /// What the month adds to the picture of the supplier.
  var part: PicturePart {
    var series = Picture.Series(key: party.reference, title: party.name, promise: nil)
    series.bounds = [0, 100]
    series.missWord = "Grade D or E"
    let score = card.score?.text(decimals: 2)
    let note = [card.grade?.rawValue, score].compactMap { $0 }.joined(separator: " ")
    let isLow = card.grade == .d || card.grade == .e
    let point = Picture.Series.Point(
      label: month,
      value: card.score,
      state: card.score == nil ? .noData : card.grade == nil ? .other : isLow ? .missed : .met,
      note: note.isEmpty ? "no score" : note
    )
    return .point(point, of: series)
  }
}

import Model

extension ComplaintFigureRows {
  func with(_ part: PicturePart, _ row: Row) -> Row {
    var row = row
    row.part = part
    return row
  }

  /// The open complaints by age in business days.
  var ages: Picture.Bars {
    let bands = [("Up to 5 business days", 0...5), ("6 to 10", 6...10), ("11 to 20", 11...20)]
    let bars = bands.map { label, band in
      Picture.Bars.Bar(label: label, count: figures.open.ages.count { band.contains($0) })
    }
    let old = figures.open.ages.count { $0 > 20 }
    return Picture.Bars(
      title: "Open complaints by age",
      noun: CountNoun("complaint", "complaints"),
      bars: bars + [Picture.Bars.Bar(label: "More than 20", count: old, isAlert: true)]
    )
  }

  /// The oldest open complaint as a point of the months.
  var oldest: PicturePart {
    let days = figures.open.oldest
    var series = Picture.Series(key: "oldest", title: "Oldest open, business days", promise: nil)
    series.bounds = [0]
    let point = Picture.Series.Point(
      label: month,
      value: days.map { Fraction($0) },
      state: days == nil ? .other : .met,
      note: days.map { "\($0)" } ?? "none open"
    )
    return .point(point, of: series)
  }
}

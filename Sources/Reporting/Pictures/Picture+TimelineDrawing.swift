import Model

extension Picture.Timeline {
  private static let termTop = 22
  private static let windowTop = 48
  private static let axis = 66

  /// The rows of the marks, so that numbers near each other do not cover each other.
  private var rows: [Int] {
    var ends: [Int] = []
    return marks.map { mark in
      let place = step(of: mark.day, last: 10_000)
      let row = ends.firstIndex { place - $0 >= 800 } ?? ends.count
      if row == ends.count { ends.append(place) } else { ends[row] = place }
      return row
    }
  }

  var drawing: Drawing {
    let rows = rows
    let depth = (rows.max() ?? -1) + 1
    var drawing = Drawing(height: Self.axis + 32 + depth * 21)
    for stretch in terms { draw(stretch, Self.termTop, 20, in: &drawing) }
    for stretch in windows { draw(stretch, Self.windowTop, 10, in: &drawing) }
    for (index, mark) in marks.enumerated() {
      let x = place(mark.day)
      let y = Self.axis + 36 + rows[index] * 21
      drawing.line(x, Self.termTop, to: x, y - 9, "mark")
      drawing.number(index + 1, x, y)
    }
    drawAxis(in: &drawing)
    drawToday(in: &drawing)
    return drawing
  }

  private func place(_ day: CivilDay) -> Drawing.Place { .share(step(of: day, last: 10_000)) }

  private func draw(_ stretch: Stretch, _ y: Int, _ height: Int, in drawing: inout Drawing) {
    let start = step(of: stretch.first, last: 10_000)
    let width = max(20, step(of: stretch.last.adding(days: 1), last: 10_000) - start)
    let style = "stretch \(stretch.kind.rawValue)"
    drawing.box(.share(start), y, width: .share(width), height: height, style)
    guard stretch.kind != .window, width >= stretch.label.count * 230 else { return }
    drawing.text(stretch.label, .share(start + width / 2), y + 14, .middle, "label")
  }

  private func drawAxis(in drawing: inout Drawing) {
    drawing.line(.share(0), Self.axis, to: .share(10_000), Self.axis, "axis")
    for tick in ticks {
      let x = place(tick.day)
      drawing.line(x, Self.axis, to: x, Self.axis + 5, "axis")
      drawing.text(tick.label, x, Self.axis + 18, .middle, "soft")
    }
  }

  private func drawToday(in drawing: inout Drawing) {
    let share = step(of: today, last: 10_000)
    drawing.line(.share(share), 14, to: .share(share), Self.axis + 6, "today")
    let anchor: Drawing.Anchor = share < 1_500 ? .start : share > 8_500 ? .end : .middle
    drawing.text("Today \(today)", .share(share), 11, anchor, "value")
  }
}

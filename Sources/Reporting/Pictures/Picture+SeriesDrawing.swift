import Model

extension Picture.Series {
  private static let top = 26
  private static let bottom = 96
  private static let left = 1_000
  private static let right = 9_000

  var drawing: Drawing {
    var drawing = Drawing(height: 126)
    drawing.line(.share(0), Self.bottom + 10, to: .share(10_000), Self.bottom + 10, "axis")
    for limit in limits { draw(limit, in: &drawing) }
    drawCurve(in: &drawing)
    for index in points.indices { draw(index, in: &drawing) }
    drawPeriods(in: &drawing)
    return drawing
  }

  private func height(of value: Fraction) -> Int {
    let last = Self.bottom - Self.top
    return Self.bottom - (scale?.step(of: value, last: last) ?? 0)
  }

  private func place(of index: Int) -> Drawing.Place {
    guard points.count > 1 else { return .share((Self.left + Self.right) / 2) }
    return .share(Self.left + index * (Self.right - Self.left) / (points.count - 1))
  }

  private func draw(_ limit: Fraction, in drawing: inout Drawing) {
    let y = height(of: limit)
    drawing.line(.share(0), y, to: .share(10_000), y, "limit")
  }

  private func drawCurve(in drawing: inout Drawing) {
    let known = points.indices.filter { points[$0].value != nil }
    for (one, two) in zip(known, known.dropFirst()) where two == one + 1 {
      guard let from = points[one].value, let to = points[two].value else { continue }
      drawing.line(place(of: one), height(of: from), to: place(of: two), height(of: to), "curve")
    }
  }

  private func draw(_ index: Int, in drawing: inout Drawing) {
    let point = points[index]
    let x = place(of: index)
    guard let value = point.value else { return drawAbsent(point, x, in: &drawing) }
    let y = height(of: value)
    drawing.sign(point.state == .missed ? .cross : point.state == .met ? .dot : .ring, x, y)
    let isFew = points.count <= 6
    if isFew || index == points.count - 1 || point.state == .missed && points.count <= 12 {
      drawing.text(point.note, x, y - 9, .middle, "value")
    }
  }

  /// A period without a value: a question mark if it should have one, else a dash.
  private func drawAbsent(_ point: Point, _ x: Drawing.Place, in drawing: inout Drawing) {
    drawing.sign(point.state == .noData ? .question : .dash, x, Self.bottom - 2)
    if points.count <= 4 { drawing.text(point.note, x, Self.bottom - 14, .middle, "soft") }
  }

  private func drawPeriods(in drawing: inout Drawing) {
    let y = Self.bottom + 25
    guard let first = points.first, let last = points.last else { return }
    drawing.text(first.label, .share(0), y, .start, "soft")
    if points.count > 1 { drawing.text(last.label, .share(10_000), y, .end, "soft") }
    guard let promise else { return }
    let isAlone = points.count == 1
    let place: Drawing.Place = .share(isAlone ? 10_000 : 5_000)
    drawing.text("promised \(promise)", place, y, isAlone ? .end : .middle, "soft")
  }
}

import Model

extension Picture.Series {
  private static let top = 26
  private static let bottom = 96
  private static let left = 1_000
  private static let right = 9_000
  /// The place that a text at a point takes at most on a telephone.
  private static let noteWidth = 1_900

  var drawing: Drawing {
    var drawing = Drawing(height: 126)
    drawing.line(.share(0), Self.bottom + 10, to: .share(10_000), Self.bottom + 10, "axis")
    for limit in limits { draw(limit, in: &drawing) }
    drawCurve(in: &drawing)
    for index in points.indices { drawSign(index, in: &drawing) }
    for index in noted.sorted() { drawNote(index, in: &drawing) }
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

  /// The points at which a text has room on a telephone: the last one, then misses, then others.
  private var noted: Set<Int> {
    guard let last = points.indices.last else { return [] }
    let step = points.count > 1 ? (Self.right - Self.left) / last : 0
    var noted: Set = [last]
    let isCrowded = points.count > 12
    let misses = points.indices.reversed().filter { points[$0].state == .missed && !isCrowded }
    let others = points.count <= 5 ? Array(points.indices.reversed()) : []
    for index in misses + others
    where noted.allSatisfy({ abs($0 - index) * step >= Self.noteWidth }) { noted.insert(index) }
    return noted
  }

  private func drawSign(_ index: Int, in drawing: inout Drawing) {
    let point = points[index]
    let x = place(of: index)
    guard let value = point.value else {
      return drawing.sign(absentSign(point), x, Self.bottom - 2)
    }
    let sign: Drawing.Sign =
      point.state == .missed ? .cross : point.state == .met ? .dot : .ring
    drawing.sign(sign, x, height(of: value))
  }

  private func drawNote(_ index: Int, in drawing: inout Drawing) {
    let point = points[index]
    let x = place(of: index)
    guard let value = point.value else {
      return drawing.text(point.note, x, Self.bottom - 14, .middle, "soft")
    }
    drawing.text(point.note, x, height(of: value) - 9, .middle, "value")
  }

  /// A question mark for a value that should be there, as long as there is room for it.
  private func absentSign(_ point: Point) -> Drawing.Sign {
    guard point.state == .noData else { return .dash }
    return points.count <= 24 ? .question : .stroke
  }

  private func drawPeriods(in drawing: inout Drawing) {
    let y = Self.bottom + 25
    guard let first = points.first, let last = points.last else { return }
    drawing.text(first.label, .share(0), y, .start, "soft")
    if points.count > 1 { drawing.text(last.label, .share(10_000), y, .end, "soft") }
  }
}

import Model

extension Picture {
  /// A value over periods, with the limits it has to keep.
  struct Series: Sendable, Hashable {
    /// One period.
    struct Point: Sendable, Hashable {
      /// What became of the period.
      enum State: Sendable, Hashable { case met, missed, noData, other }

      /// The period, such as `2026-09`.
      let label: String
      /// The value; nil if there is none.
      let value: Fraction?
      let state: State
      /// What is written at the point.
      let note: String
    }

    /// The name that keeps it apart from others.
    let key: String
    let title: String
    /// What was promised, such as `≥ 99.9 %`, or nil.
    let promise: String?
    /// The limits, each a line.
    var limits: [Fraction] = []
    /// The least and the greatest value there can be; empty to take those there are.
    var bounds: [Fraction] = []
    /// What a crossed period is called.
    var missWord = "Missed"
    var points: [Point] = []

    var values: [Fraction] { points.compactMap(\.value) }
    var scale: PictureScale? { PictureScale(values + limits + bounds) }
    var missed: [Point] { points.filter { $0.state == .missed } }
    var latest: Point? { points.last { $0.value != nil } }
  }
}

extension Picture.Series: PictureSubject {
  var words: String {
    var words = points.map { "\($0.label): \($0.note)" }
      .joined(separator: "; ")
    if let promise { words += ". Promised: \(promise)" }
    if !missed.isEmpty { words += ". \(missWord): \(missed.map(\.label).joined(separator: ", "))" }
    return words + "."
  }

  var legend: [LegendEntry] {
    var entries: [LegendEntry] = []
    if let promise { entries.append(LegendEntry(.patch("limit"), "Promised: \(promise)")) }
    if !missed.isEmpty {
      let count = "\(missWord) in \(missed.count) of \(points.count)"
      entries.append(LegendEntry(.patch("crossed"), count))
    }
    return entries
  }

  func lines(_ canvas: TextCanvas) -> [String] {
    let start = TerminalText.pad(
      TerminalText.cut(canvas.text(title), to: canvas.titleWidth),
      to: canvas.titleWidth + 2,
      .left
    )
    let room = max(8, canvas.places - canvas.titleWidth - 30)
    let shown = points.suffix(room)
    var line = start + String(shown.map { level($0, canvas) })
    if let latest { line += "  \(canvas.text(latest.note))" }
    if let promise { line += "  (\(canvas.text(promise)))" }
    guard !missed.isEmpty else { return [line] }
    let signs = String(shown.map { $0.state == .missed ? canvas.miss : " " })
    let below = String(repeating: " ", count: canvas.titleWidth + 2) + signs
    return [line, below + "  \(canvas.miss) \(missWord) in \(missed.count) of \(points.count)"]
  }

  private func level(_ point: Point, _ canvas: TextCanvas) -> Character {
    guard let value = point.value, let scale else {
      return point.state == .noData ? canvas.gap : canvas.nothing
    }
    return canvas.levels[scale.step(of: value, last: canvas.levels.count - 1)]
  }
}

import Model

extension Picture.Timeline {
  func lines(_ canvas: TextCanvas) -> [String] {
    let room = max(20, min(canvas.places, 100) - 9)
    let termLine = line(terms, room, canvas)
    var lines = ["Terms    " + termLine]
    if !windows.isEmpty { lines.append("Too late " + line(windows, room, canvas)) }
    lines.append("Today    " + row([(step(of: today, last: room - 1), "\(canvas.upright)")], room))
    lines += markLines(room).map { "         " + $0 }
    lines.append(
      "         " + row(ticks.map { (step(of: $0.day, last: room - 1), $0.label) }, room)
    )
    lines += marks.enumerated().map { canvas.text("  \($0.offset + 1) \(Self.text($0.element))") }
    return lines.map(\.trimmedEnd)
  }

  private func line(_ stretches: [Stretch], _ room: Int, _ canvas: TextCanvas) -> String {
    var places = [Character](repeating: " ", count: room)
    for stretch in stretches {
      let start = step(of: stretch.first, last: room - 1)
      let end = max(start, step(of: stretch.last, last: room - 1))
      for place in start...end { places[place] = sign(stretch.kind, canvas) }
    }
    return String(places)
  }

  private func sign(_ kind: Stretch.Kind, _ canvas: TextCanvas) -> Character {
    switch kind {
    case .term: canvas.bar
    case .otherTerm: canvas.otherBar
    case .possible: canvas.possibleBar
    case .window: canvas.window
    }
  }

  /// The numbers of the marks, on as many lines as they need.
  private func markLines(_ room: Int) -> [String] {
    var lines: [[(Int, String)]] = []
    for (index, mark) in marks.enumerated() {
      let place = step(of: mark.day, last: room - 1)
      let text = "\(index + 1)"
      let free = lines.firstIndex { line in
        line.last.map { $0.0 + $0.1.count < place } ?? true
      }
      if let free { lines[free].append((place, text)) } else { lines.append([(place, text)]) }
    }
    return lines.map { row($0, room) }
  }

  /// Texts at their places, those for which there is no room left out.
  private func row(_ texts: [(place: Int, text: String)], _ room: Int) -> String {
    var line = ""
    for (place, text) in texts where line.isEmpty || line.count < place {
      guard place + text.count <= room || text.count == 1 else { continue }
      line += String(repeating: " ", count: max(0, place - line.count)) + text
    }
    return line
  }
}

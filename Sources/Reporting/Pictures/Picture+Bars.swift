extension Picture {
  /// Counts beside each other.
  struct Bars: Sendable, Hashable {
    /// One of them.
    struct Bar: Sendable, Hashable {
      let label: String
      let count: Int
      /// Whether it needs attention if there is anything.
      var isAlert = false
    }

    let title: String
    /// What is counted.
    let noun: CountNoun
    let bars: [Bar]

    var largest: Int { bars.map(\.count).max() ?? 0 }
  }
}

extension Picture.Bars: PictureSubject {
  var words: String {
    bars.map { "\($0.label): \(noun.counted($0.count))" }.joined(separator: "; ") + "."
  }

  var legend: [LegendEntry] { [] }

  var drawing: Drawing {
    var drawing = Drawing(height: bars.count * 40 + 4)
    for (index, bar) in bars.enumerated() {
      let y = index * 40
      let width = bar.count == 0 ? 0 : max(60, bar.count * 8_400 / max(1, largest))
      drawing.text(bar.label, .share(0), y + 13, .start, "label")
      drawing.line(.share(0), y + 18, to: .share(0), y + 34, "axis")
      let style = bar.isAlert ? "bar alert" : "bar"
      drawing.box(.share(0), y + 18, width: .share(width), height: 16, style)
      drawing.text("\(bar.count)", .share(width + 200), y + 30, .start, "value")
    }
    return drawing
  }

  func lines(_ canvas: TextCanvas) -> [String] {
    let labels = bars.map { canvas.text($0.label) }
    let width = min(labels.map { DisplayWidth.of($0) }.max() ?? 0, canvas.places * 2 / 5)
    return [canvas.text(title)]
      + zip(bars, labels).map { bar, label in
        let start = TerminalText.pad(TerminalText.cut(label, to: width), to: width + 2, .left)
        let room = min(48, canvas.places - width - 12)
        let drawn = canvas.bar(bar.count, of: largest, room: room)
        return "  " + start + drawn + (drawn.isEmpty ? "" : " ") + "\(bar.count)"
      }
  }
}

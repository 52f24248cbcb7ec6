/// Writes the rows of a text table by a settled layout.
struct TableLines {
  /// The columns shown and their widths.
  let layout: TableLayout
  /// The colours.
  let style: TerminalStyle

  /// Gives the lines of the headings and the rule below them.
  func headings() -> String {
    let titles = layout.slots.map { TerminalText.lines($0.column.title, width: $0.width) }
    let height = titles.map(\.count).max() ?? 0
    let cells = titles.map { Array(repeating: "", count: height - $0.count) + $0 }
    let marks = layout.slots.map { _ in Row.Mark.normal }
    let lines = (0..<height).map { style.heading(line(cells, $0, marks)) + "\n" }
    let rules = layout.slots.map { [String(repeating: "─", count: $0.width)] }
    return lines.joined() + style.faint(line(rules, 0, marks)) + "\n"
  }

  /// Gives the lines of a row.
  func row(_ texts: [String], _ marks: [Row.Mark]) -> String {
    let cells = layout.slots.map { Self.cell(texts[$0.index], $0) }
    let slotMarks = layout.slots.map { marks[$0.index] }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line(cells, $0, slotMarks) + "\n" }.joined()
  }

  private static func cell(_ text: String, _ slot: TableLayout.Slot) -> [String] {
    if slot.column.kind.isExact || text.utf8.count <= slot.width && !text.utf8.contains(10) {
      return [text]
    }
    return switch slot.column.overflow {
    case .whole: TerminalText.lines(text, width: slot.width)
    case .wrap: TerminalText.lines(text, width: slot.width, limit: 4)
    case .cut: [TerminalText.cut(TerminalText.singleLine(text), to: slot.width)]
    }
  }

  /// Gives one line of the row, without spaces at its end.
  ///
  /// A number, amount or day that is wider than its column is never shortened: what follows on
  /// the line moves to the right.
  private func line(_ cells: [[String]], _ number: Int, _ marks: [Row.Mark]) -> String {
    var result = ""
    var cursor = 0
    var start = 0
    for (position, slot) in layout.slots.enumerated() {
      let text = number < cells[position].count ? cells[position][number] : ""
      if !text.isEmpty {
        let width = DisplayWidth.of(text)
        let wanted = slot.column.alignment == .left ? start : start + slot.width - width
        let spaces = max(position == 0 ? 0 : cursor == 0 ? 0 : TableLayout.gap, wanted - cursor)
        result += String(repeating: " ", count: spaces) + style.marked(text, marks[position])
        cursor += spaces + width
      }
      start += slot.width + TableLayout.gap
    }
    return result
  }

  /// Gives a row as lines of heading and value, ending with an empty line; blanks are left out.
  func block(_ texts: [String], _ marks: [Row.Mark], _ columns: [Column], places: Int) -> String {
    var result = ""
    for (index, column) in columns.enumerated() where !texts[index].isEmpty {
      let lines = TerminalText.lines("\(column.title): \(texts[index])", width: places - 2)
      for (number, line) in lines.enumerated() {
        result += (number == 0 ? "" : "  ") + style.marked(line, marks[index]) + "\n"
      }
    }
    return result + "\n"
  }
}

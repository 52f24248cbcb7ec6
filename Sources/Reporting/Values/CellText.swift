/// Writes cells as people read them, for the table, Markdown and HTML.
struct CellText {
  /// The number of decimals of a currency.
  let exponent: @Sendable (String) -> Int

  /// Gives the text of a cell; empty if there is no value.
  func text(_ cell: Cell, _ kind: Column.Kind) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .day(let day): dayText(day)
    case .instant(let seconds): instantText(seconds)
    case .integer(let number): groupedText(number)
    case .money(let minor, let currency):
      "\(decimalText(minor, exponent: exponent(currency), grouped: true)) \(currency)"
    case .percent(let numerator, let denominator):
      percentHundredths(numerator, denominator)
        .map { decimalText($0, exponent: 2, grouped: true) + " %" } ?? ""
    case .flag(let flag): flag ? "yes" : "no"
    case .record(let cells): recordText(cells, kind)
    case .list(let cells): listText(cells, kind)
    }
  }

  /// Gives the texts of a list's elements, joined by `, `, or by `; ` if one has a comma.
  private func listText(_ cells: [Cell], _ kind: Column.Kind) -> String {
    let texts = elementTexts(cells, kind)
    return texts.joined(separator: texts.contains { $0.contains(",") } ? "; " : ", ")
  }

  /// Gives the texts of a list's elements that have one.
  func elementTexts(_ cells: [Cell], _ kind: Column.Kind) -> [String] {
    cells.map { text($0, kind.element ?? .text) }.filter { !$0.isEmpty }
  }

  private func recordText(_ cells: [Cell], _ kind: Column.Kind) -> String {
    let fields = kind.fields
    let texts = cells.indices.map { index in
      text(cells[index], index < fields.count ? fields[index].kind : .text)
    }
    guard case .period = kind, texts.count == 2 else {
      return texts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    switch (texts[0].isEmpty, texts[1].isEmpty) {
    case (true, true): return ""
    case (false, true): return "from \(texts[0])"
    case (true, false): return "until \(texts[1])"
    case (false, false): return "\(texts[0]) to \(texts[1])"
    }
  }
}

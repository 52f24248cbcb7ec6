/// Decides which lines of a text are new.
struct ReplyCutter {
  /// A quotation with fewer lines of text below it than this is followed by a signature.
  private static let signatureLines = 7

  private var lines: [ReplyLine]
  private var end: Int
  private var kept: [Bool] = []

  init(_ lines: [ReplyLine]) {
    self.lines = lines
    end = lines.count
  }

  /// Whether the line is part of the new text.
  func isReply(_ index: Int) -> Bool { index < end && kept[index] }

  mutating func cut() {
    kept = Array(repeating: true, count: lines.count)
    unmarkHeadings()
    cutAtDelimiter()
    markAttributions()
    markHeaders()
    cutAtMarker()
    cutAtHeaders()
    dropOpeningQuotation()
    dropMarkers()
    cutTail()
  }

  // MARK: Marking

  /// A row of marks below a line of about its length is the underline of a heading.
  private mutating func unmarkHeadings() {
    for index in lines.indices.dropFirst() where lines[index].kind == .delimiter {
      let above = lines[index - 1]
      let length = lines[index].folded.count
      guard let mark = lines[index].folded.first, "=-~".contains(mark), length > 2 else { continue }
      if above.kind == .text, abs(above.folded.count - length) <= 2 { lines[index].kind = .text }
    }
  }

  private mutating func markAttributions() {
    var index = 0
    while index < end {
      let length =
        lines[index].kind == .text || lines[index].kind == .delimiter
        ? Attribution.length(at: index, in: lines[..<end]) : 0
      for marked in index..<index + length { lines[marked].kind = .marker }
      index += max(length, 1)
    }
  }

  /// Marks runs of at least three repeated headers, with the lines that continue one of them.
  private mutating func markHeaders() {
    var index = 0
    while index < end {
      let length =
        lines[index].kind == .text ? QuotedHeader.length(at: index, in: lines[..<end]) : 0
      for marked in index..<index + length { lines[marked].kind = .header }
      index += max(length, 1)
    }
  }

  // MARK: Cutting

  private func hasText(before index: Int) -> Bool {
    lines[..<index].contains { $0.kind == .text || $0.kind == .quote }
  }

  private mutating func cutAtDelimiter() {
    let first = lines[..<end].indices.first { index in
      lines[index].kind == .delimiter && hasText(before: index)
    }
    if let first { end = first }
  }

  /// Cuts at the first announcement after which there is no answer between or below the quotes.
  private mutating func cutAtMarker() {
    let cut = lines[..<end].indices.first { index in
      lines[index].kind == .marker && lines[..<index].contains { $0.kind == .text }
        && isQuotation(from: index)
    }
    if let cut { end = cut }
  }

  /// Whether what follows the announcement is only the quotation and perhaps a signature.
  private func isQuotation(from marker: Int) -> Bool {
    let after = lines[marker..<end]
    guard let lastQuote = after.lastIndex(where: { $0.kind == .quote }) else { return true }
    let between = after[..<lastQuote].contains { $0.kind == .text }
    let below = after[lastQuote...].count { $0.kind == .text }
    if below > 0, isSalutation(before: marker) { return false }
    return !between && below < Self.signatureLines
  }

  /// Whether the text above the announcement is one line of greeting, so that the answer stands
  /// below the quotation.
  private func isSalutation(before marker: Int) -> Bool {
    let above = lines[..<marker].filter { $0.kind == .text }
    guard above.count == 1, let line = above.first?.folded else { return false }
    return line.count <= 40 && (line.hasSuffix(",") || line.hasSuffix("，"))
  }

  private mutating func cutAtHeaders() {
    let cut = lines[..<end].indices.first { index in
      lines[index].kind == .header && lines[..<index].contains { $0.kind == .text }
    }
    if let cut { end = cut }
  }

  /// Drops a quotation with which the text begins, if it is announced and followed by text.
  private mutating func dropOpeningQuotation() {
    let isOpening: (ReplyLine) -> Bool = { $0.kind == .blank || $0.kind == .delimiter }
    let marker = lines[..<end].indices.first { !isOpening(lines[$0]) }
    guard let marker, lines[marker].kind == .marker else { return }
    let text = lines[marker..<end].firstIndex { $0.kind == .text }
    guard let text else { return }
    for index in marker..<text { kept[index] = false }
  }

  private mutating func dropMarkers() {
    for index in 0..<end where lines[index].kind == .marker || lines[index].kind == .header {
      kept[index] = false
    }
    for index in 0..<end where lines[index].kind == .delimiter && !hasText(before: index) {
      kept[index] = false
    }
  }

  /// Cuts quotes, device lines and rows of marks at the end; quotes alone stay unless announced.
  private mutating func cutTail() {
    let remaining = (0..<end).filter { kept[$0] }
    let hasText = remaining.contains { lines[$0].kind == .text }
    let isAnnounced = remaining.first { lines[$0].kind == .quote }.map {
      Attribution.isQuotedAnnouncement(lines[$0].folded)
    }
    let dropsQuotes = hasText || isAnnounced == true
    for index in remaining.reversed() {
      switch lines[index].kind {
      case .text, .marker, .header: return
      case .quote where !dropsQuotes: return
      default: end = index
      }
    }
  }
}

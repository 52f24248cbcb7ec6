import Model

extension AlignmentRows {
  /// What the line adds to the picture of its chain.
  func part(
    _ level: Int,
    _ item: String,
    _ figures: [String?],
    _ verdict: Picture.Chain.Link.Verdict,
    _ word: String?
  ) -> PicturePart {
    let figures = figures.compactMap { $0 }.joined(separator: ", ")
    let link = Picture.Chain.Link(
      level: level,
      text: item,
      figures: figures.isEmpty ? nil : figures,
      verdict: verdict,
      word: word
    )
    let customers = chain.customers.map { names[$0] ?? $0 }.joined(separator: ", ")
    let title = "\(chain.reference) for \(customers)"
    return .link(link, of: Picture.Chain(key: chain.reference, title: title))
  }

  static func sign(_ verdict: AlignmentVerdict?) -> Picture.Chain.Link.Verdict {
    guard let verdict else { return .none }
    return verdict.word == "unknown" ? .unknown : .carried
  }
}

import Model

extension Picture {
  /// Suppliers by impact and risk, both from 1 to 5.
  struct HeatMap: Sendable, Hashable {
    /// A supplier with its assessment.
    struct Supplier: Sendable, Hashable {
      let name: String
      let impact: Int
      let risk: Int
    }

    /// What lies on one field of the map.
    struct Field: Sendable, Hashable {
      /// The most names that are kept.
      static let mostNames = 6

      var count = 0
      var names: [String] = []

      /// The names, with how many are not among them.
      var text: String {
        let more = count - names.count
        return names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
      }
    }

    /// The fields from impact 5 down, each from risk 1 to 5.
    private(set) var fields = [Field](repeating: Field(), count: 25)

    /// Adds a supplier; one with an axis outside 1 to 5 has no field.
    mutating func add(_ supplier: Supplier) {
      guard (1...5).contains(supplier.impact), (1...5).contains(supplier.risk) else { return }
      let place = (5 - supplier.impact) * 5 + supplier.risk - 1
      fields[place].count += 1
      if fields[place].names.count < Field.mostNames { fields[place].names.append(supplier.name) }
    }

    subscript(impact: Int, risk: Int) -> Field { fields[(5 - impact) * 5 + risk - 1] }

    /// The tier by the matrix alone.
    static func tier(_ impact: Int, _ risk: Int) -> Tier {
      (try? TierClassification(impact: impact, risk: risk).matrixTier) ?? .commodity
    }

    /// Impact and risk of the fields with suppliers, the most pressing first.
    var taken: [(impact: Int, risk: Int)] {
      (1...5).reversed().flatMap { impact in
        (1...5).reversed().map { (impact: impact, risk: $0) }
      }
      .filter { self[$0.impact, $0.risk].count > 0 }
    }
  }
}

extension Picture.HeatMap: PictureSubject {
  var title: String { "Suppliers by impact and risk" }

  var words: String {
    let words = taken.map { "\(place($0.impact, $0.risk)): \(self[$0.impact, $0.risk].text)" }
    return words.joined(separator: "; ") + "."
  }

  var legend: [LegendEntry] {
    let tiers = Tier.allCases.map { LegendEntry(.patch("tier-\($0.rawValue)"), Self.sign($0)) }
    return tiers
      + taken.map {
        LegendEntry(.none, "\(place($0.impact, $0.risk)): \(self[$0.impact, $0.risk].text)")
      }
  }

  private func place(_ impact: Int, _ risk: Int) -> String {
    "Impact \(impact), risk \(risk), \(Self.tier(impact, risk).rawValue)"
  }

  private static func sign(_ tier: Tier) -> String { "\(letter(tier)) \(tier.rawValue)" }

  private static func letter(_ tier: Tier) -> String { tier.rawValue.prefix(1).uppercased() }

  func lines(_ canvas: TextCanvas) -> [String] {
    let rows = (1...5).reversed().map { impact in
      let cells = (1...5).map { risk in
        let count = self[impact, risk].count
        let text = count == 0 ? String(canvas.nothing) : "\(count)"
        return TerminalText.pad(text, to: 6, .right) + Self.letter(Self.tier(impact, risk))
      }
      return "  impact \(impact) \(canvas.upright)" + cells.joined()
    }
    let risks = (1...5).map { TerminalText.pad("\($0)", to: 6, .right) + " " }.joined()
    let tiers = Tier.allCases.map(Self.sign).joined(separator: ", ")
    return [title] + rows + ["      risk  " + risks.trimmedEnd, "  " + tiers]
      + taken.map {
        canvas.text("  \(place($0.impact, $0.risk)): \(self[$0.impact, $0.risk].text)")
      }
  }

  var drawing: Drawing {
    var drawing = Drawing(height: 5 * 44 + 48)
    drawing.text("Impact, from 5 at the top", .share(0), 12, .start, "soft")
    for impact in 1...5 {
      let y = 20 + (5 - impact) * 44
      drawing.text("\(impact)", .share(0), y + 27, .start, "soft")
      for risk in 1...5 { draw(impact, risk, y, in: &drawing) }
    }
    for risk in 1...5 {
      drawing.text("\(risk)", .share(Self.left(risk) + 900), 254, .middle, "soft")
    }
    drawing.text("Risk", .share(0), 254, .start, "soft")
    return drawing
  }

  private static func left(_ risk: Int) -> Int { 1_000 + (risk - 1) * 1_800 }

  private func draw(_ impact: Int, _ risk: Int, _ y: Int, in drawing: inout Drawing) {
    let x = Self.left(risk)
    let tier = Self.tier(impact, risk)
    drawing.box(.share(x), y, width: .share(1_800), height: 44, "field tier-\(tier.rawValue)")
    drawing.text(Self.letter(tier), .share(x + 100), y + 14, .start, "letter")
    let count = self[impact, risk].count
    if count > 0 { drawing.text("\(count)", .share(x + 900), y + 29, .middle, "count") }
  }
}

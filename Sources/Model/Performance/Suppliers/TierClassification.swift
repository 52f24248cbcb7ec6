/// The tier of a supplier from two axes, with what overrides it.
///
/// The matrix, with impact down and risk across:
///
///     impact \ risk   1–2           3             4–5
///     4–5             tactical      tactical      strategic
///     3               operational   tactical      tactical
///     1–2             commodity     operational   operational
///
/// ``TierAssessment`` is the record of it.
public struct TierClassification: Hashable, Sendable {
  /// Value and importance, 1 to 5.
  public let impact: Int
  /// Supply risk, 1 to 5.
  public let risk: Int
  /// The tier that a person set instead; nil if nobody did.
  public let override: Tier?
  /// Why it was set; nil without override.
  public let overrideReason: String?
  /// Whether it supports a critical or important function in the sense of Article 3(22) of
  /// Regulation (EU) 2022/2554 (DORA).
  public let isCritical: Bool

  /// Makes a classification.
  ///
  /// - Throws: ``TierProblem`` for an axis outside 1 to 5, and for an override without reason.
  public init(
    impact: Int,
    risk: Int,
    override: Tier? = nil,
    overrideReason: String? = nil,
    isCritical: Bool = false
  ) throws(TierProblem) {
    guard (1...5).contains(impact) else { throw .impactOutOfRange(impact) }
    guard (1...5).contains(risk) else { throw .riskOutOfRange(risk) }
    let isExplained = overrideReason?.contains { !$0.isWhitespace } ?? false
    guard override == nil || isExplained else { throw .overrideWithoutReason }
    self.impact = impact
    self.risk = risk
    self.override = override
    self.overrideReason = override == nil ? nil : overrideReason
    self.isCritical = isCritical
  }

  /// The tier by the matrix alone.
  public var matrixTier: Tier {
    switch (impact, risk) {
    case (4..., 4...): .strategic
    case (4..., _), (3, 3...): .tactical
    case (3, _), (_, 3...): .operational
    default: .commodity
    }
  }

  /// The tier that holds: strategic for a critical function, else the override, else the matrix.
  public var tier: Tier { isCritical ? .strategic : override ?? matrixTier }

  /// The corner of the portfolio, or nil between the corners.
  public var corner: PortfolioCorner? {
    switch (impact, risk) {
    case (4..., 4...): .strategic
    case (4..., ...2): .leverage
    case (...2, 4...): .bottleneck
    case (...2, ...2): .routine
    default: nil
    }
  }
}

/// Why there is no classification.
public enum TierProblem: Error, Hashable, Sendable {
  /// The impact is not from 1 to 5.
  case impactOutOfRange(Int)
  /// The risk is not from 1 to 5.
  case riskOutOfRange(Int)
  /// A tier was set without saying why.
  case overrideWithoutReason

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .impactOutOfRange(let impact): "The impact is \(impact); it must be from 1 to 5."
    case .riskOutOfRange(let risk): "The risk is \(risk); it must be from 1 to 5."
    case .overrideWithoutReason: "A tier that is set by a person needs a reason."
    }
  }
}

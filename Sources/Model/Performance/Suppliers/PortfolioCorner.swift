/// The corner of the portfolio that a supplier lies in.
///
/// Source: Kraljic, "Purchasing Must Become Supply Management", Harvard Business Review 61 (1983).
/// The raw values are for storage.
public enum PortfolioCorner: String, Sendable, CaseIterable {
  /// High impact, high risk.
  case strategic
  /// High impact, low risk.
  case leverage
  /// Low impact, high risk.
  case bottleneck
  /// Low impact, low risk.
  case routine
}

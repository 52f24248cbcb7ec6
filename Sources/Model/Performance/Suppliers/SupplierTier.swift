/// How closely a supplier is managed, closest first.
///
/// The four tiers are those of ITIL, Service Design (2011), 4.8. The raw values are for storage.
public enum SupplierTier: String, Sendable, CaseIterable {
  /// Senior management meets it often.
  case strategic
  /// Middle management reviews it regularly.
  case tactical
  /// Operational management reviews it now and then.
  case operational
  /// It is easily replaced.
  case commodity
}

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

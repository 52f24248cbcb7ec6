import GRDB
public import Model

extension Reader {
  /// The day from which an organisation keeps to its policies, as far as the store says.
  ///
  /// It is the first day on which a policy was in force; without a stored policy the day, in the
  /// organisation's zone, on which the store was made.
  ///
  /// - Returns: The day, or nil for a store in which nothing was recorded yet.
  /// - Throws: ``StoreError``.
  public func policySince() throws -> CivilDay? {
    let first = try String.fetchOne(
      database,
      sql: "SELECT min(effectiveOn) FROM main.policyRevision WHERE \(AsOfViews.known)"
    )
    if let first { return CivilDay(first) }
    let recorded = try String.fetchOne(
      database,
      sql: "SELECT recordedAt FROM main.recording ORDER BY id LIMIT 1"
    )
    return recorded.flatMap(Self.instant).map { organization.zone.day(at: $0) }
  }

  /// The instant of a recording, without its fraction of a second.
  private static func instant(_ text: String) -> Instant? {
    Instant(text.prefix(19) + "Z")
  }
}

extension DisputeHistory {
  /// Makes the history of a recorded dispute.
  ///
  /// - Throws: ``DisputeFault`` at the first step that cannot be.
  public init(
    _ dispute: Dispute,
    _ steps: [DisputeStep],
    _ ladder: DisputeLadder
  ) throws(DisputeFault) {
    try self.init(
      openedOn: dispute.openedOn,
      events: steps.filter { $0.dispute == dispute.id }.map(DisputeEvent.init),
      highestLevel: ladder.highestLevel
    )
  }
}

extension DisputeStanding {
  /// The day by which something has to be done about an open dispute: the end of its level or of
  /// the time without an entry, whichever comes first.
  ///
  /// - Parameters:
  ///   - idle: How long a dispute may stand without an entry.
  ///   - calendar: The calendar of its business days.
  /// - Returns: The day, and whether it is the end of the level.
  /// - Throws: ``DateGap`` if a day passed over is not known.
  public func due(
    idle: Period,
    _ calendar: BusinessCalendar?
  ) throws(DateGap) -> (day: CivilDay, isLevel: Bool) {
    let idleEnd = try lastStepOn.adding(idle, calendar)
    let day = levelEndsOn.map { min($0, idleEnd) } ?? idleEnd
    return (day, day == levelEndsOn)
  }
}

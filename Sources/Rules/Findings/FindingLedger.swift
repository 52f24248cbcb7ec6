public import Model

/// What becomes of the findings that are kept when a check finds something again, anew or no more.
///
/// A finding has the same key in every run, so that nothing is kept twice. What was verified or
/// gone and is found again opens again; what is not found any more is gone, unless somebody did
/// it and another person still has to verify that.
public struct FindingLedger: Sendable {
  /// A finding to be written.
  public struct Entry: Hashable, Sendable {
    /// What the run found; nil for what it found no more.
    public let finding: CheckFinding?
    /// The key.
    public let key: String
    /// The status that it has now.
    public let status: FindingStatus
    /// The day for which it was first found.
    public let firstSeenOn: CivilDay
    /// The day for which it was last found.
    public let lastSeenOn: CivilDay
    /// What happened to it.
    public let event: Event
  }

  /// What a run says of a finding.
  public enum Event: String, Sendable, CaseIterable {
    /// It is found for the first time.
    case new
    /// It was found before.
    case again
    /// It had been settled and is found again.
    case reopened
    /// It is found no more.
    case gone
  }

  private let known: [String: Finding]
  private let day: CivilDay

  /// Makes a ledger from the findings that are kept, for a run as of a day.
  public init(_ known: [Finding], on day: CivilDay) {
    self.known = Dictionary(known.map { ($0.reference, $0) }) { first, _ in first }
    self.day = day
  }

  /// What is to be written after a run: what it found, in its order, then what is gone, by key.
  ///
  /// `covers` says whether the run looked at a kept finding: its rule and its subject.
  public func entries(_ found: [CheckFinding], covers: (Finding) -> Bool) -> [Entry] {
    var keys: Set<String> = []
    let present = found.compactMap { finding in
      keys.insert(finding.key).inserted ? entry(finding) : nil
    }
    let absent = known.values.filter { !keys.contains($0.reference) && covers($0) }
      .sorted { $0.reference < $1.reference }
    return present + absent.compactMap(gone)
  }

  private func entry(_ finding: CheckFinding) -> Entry {
    guard let before = known[finding.key] else {
      return Entry(
        finding: finding,
        key: finding.key,
        status: .open,
        firstSeenOn: day,
        lastSeenOn: day,
        event: .new
      )
    }
    let isSettled = before.status.isFinal
    return Entry(
      finding: finding,
      key: finding.key,
      status: isSettled ? .open : before.status,
      firstSeenOn: before.firstSeenOn,
      lastSeenOn: max(day, before.lastSeenOn),
      event: isSettled ? .reopened : .again
    )
  }

  private func gone(_ before: Finding) -> Entry? {
    guard before.status.successors.contains(.gone) else { return nil }
    return Entry(
      finding: nil,
      key: before.reference,
      status: .gone,
      firstSeenOn: before.firstSeenOn,
      lastSeenOn: before.lastSeenOn,
      event: .gone
    )
  }
}

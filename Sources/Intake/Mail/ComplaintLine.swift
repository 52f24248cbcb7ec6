import Model
import Storage

/// What happened to one complaint so far.
struct ComplaintLine {
  /// The complaint.
  let complaint: Complaint
  /// Its steps, by time.
  let steps: [ComplaintStep]

  /// Reads the steps of a complaint.
  ///
  /// - Throws: `StoreError`.
  init(_ complaint: Complaint, _ reader: Reader) throws {
    self.complaint = complaint
    steps = try reader.records(ComplaintStep.self, having: "complaint", complaint.id)
      .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
  }

  /// The history, or nil if the steps contradict one another.
  var history: ComplaintHistory? {
    try? ComplaintHistory(
      receivedAt: complaint.receivedAt,
      events: steps.compactMap { ComplaintEvent($0, closing: complaint.closureKind) }
    )
  }

  /// Whether a question to the complainant is open at an instant that is not before it.
  func isWaiting(at instant: Instant) -> Bool {
    guard let history, history.state == .waitingComplainant else { return false }
    return history.stateSince <= instant
  }
}

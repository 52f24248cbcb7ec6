/// A complaint as its figures see it: the clocks, and what the record says of it.
public struct ComplaintCase: Sendable {
  /// The clocks, with the history, as of the instant for which we answer.
  public let clocks: ComplaintClocks
  /// Whether it meets the agreed definition; nil if nobody has said so.
  public var isFormal: Bool?
  /// The customer; its number in the store, or nil.
  public var customer: Int64?
  /// The service it is about; its number in the store, or nil.
  public var service: Int64?
  /// The supplier's agreement, if a supplier caused it; its number in the store, or nil.
  public var supplierAgreement: Int64?
  /// The cause, or nil.
  public var cause: String?
  /// What was decided, or nil.
  public var decision: Complaint.Decision?
  /// Who caused it, or nil.
  public var responsible: Complaint.Responsible?
  /// The improvement it led to; its number in the store, or nil.
  public var improvement: Int64?
  /// What was paid, or nil.
  public var compensation: Money?
  /// Satisfaction with the handling, 0 to 10, or nil.
  public var handlingScore: Int64?

  /// Makes a complaint of which only the history is known.
  public init(clocks: ComplaintClocks) { self.clocks = clocks }

  /// Makes a complaint from its record.
  public init(_ record: Complaint, clocks: ComplaintClocks) {
    self.clocks = clocks
    isFormal = record.isFormal
    customer = record.party
    service = record.service
    supplierAgreement = record.supplierAgreement
    cause = record.cause
    decision = record.decision
    responsible = record.responsible
    improvement = record.improvement
    compensation = record.compensation
    handlingScore = record.handlingScore
  }

  var history: ComplaintHistory { clocks.history }

  var receivedAt: Instant { history.receivedAt }

  /// Whether it turned out to be none, by its last state.
  var isNone: Bool {
    history.state == .notAComplaint || (history.state == .closed && lastClosing == .reclassified)
  }

  private var lastClosing: Complaint.ClosureKind? {
    history.events.last { $0.state == .closed }.flatMap(\.closureKind)
  }

  /// The last closing in a span; nil if there is none, or if it repeats another complaint, which
  /// is counted itself.
  func closing(in span: Range<Instant>) -> ComplaintEvent? {
    let closing = history.events.last { $0.state == .closed && span.contains($0.at) }
    return closing?.closureKind == .duplicate ? nil : closing
  }

  /// Whether it was closed and then taken up again.
  var wasReopened: Bool {
    let states = history.events.compactMap(\.state)
    guard let first = states.firstIndex(of: .closed) else { return false }
    return states[first...].contains(.reopened)
  }

  /// Whether a decision was sent for the first time in a span.
  func wasDecided(in span: Range<Instant>) -> Bool {
    history.firstEntry(into: .responded).map(span.contains) ?? false
  }

  /// Whether the decision gives the complainant right, in full or in part.
  var isUpheld: Bool { decision == .upheld || decision == .partlyUpheld }

  /// Whether the same customer complained of the same cause at most so many days before.
  ///
  /// False without customer or cause: then nothing can be repeated.
  func repeats(_ other: Self, within days: Int, zone: Zone) -> Bool {
    guard let customer, let cause, other.customer == customer, other.cause == cause,
      other.receivedAt < receivedAt
    else { return false }
    return zone.day(at: other.receivedAt).days(to: zone.day(at: receivedAt)) <= days
  }
}

extension ComplaintEvent {
  /// How it was closed; nil for another event, or if it is not known how.
  fileprivate var closureKind: Complaint.ClosureKind? {
    if case .closed(let kind) = what { kind } else { nil }
  }

  /// Whether it is a closing of a kind.
  func isClosing(_ kind: Complaint.ClosureKind) -> Bool { closureKind == kind }
}

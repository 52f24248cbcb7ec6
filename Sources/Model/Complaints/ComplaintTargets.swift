/// How long the clocks of a complaint may run; nil for a clock that is not agreed.
public struct ComplaintTargets: Hashable, Sendable {
  /// For the automatic receipt.
  public var receipt: Period?
  /// For a person's acknowledgement with number and handler.
  public var acknowledge: Period?
  /// For the initial assessment.
  public var assess: Period?
  /// For the decision.
  public var respond: Period?
  /// For the remedy and the request to close.
  public var resolve: Period?
  /// Between two messages to the complainant.
  public var update: Period?
  /// For the complainant's answer to the request to close.
  public var consent: Period?

  /// Makes targets.
  public init(
    receipt: Period? = nil,
    acknowledge: Period? = nil,
    assess: Period? = nil,
    respond: Period? = nil,
    resolve: Period? = nil,
    update: Period? = nil,
    consent: Period? = nil
  ) {
    self.receipt = receipt
    self.acknowledge = acknowledge
    self.assess = assess
    self.respond = respond
    self.resolve = resolve
    self.update = update
    self.consent = consent
  }

  /// The target of a clock, or nil.
  public subscript(clock: ComplaintClock) -> Period? {
    switch clock {
    case .receipt: receipt
    case .acknowledge: acknowledge
    case .assess: assess
    case .respond: respond
    case .resolve: resolve
    case .update: update
    case .consent: consent
    }
  }

  /// The usual targets for a severity, for services between businesses.
  ///
  /// A receipt at once is one on the day of arrival.
  public static func usual(for severity: Complaint.Severity) -> Self {
    switch severity {
    case .critical: usual((2, .businessHour), (4, .businessHour), respond: 3, resolve: 5, update: 1)
    case .major: usual((1, .businessDay), (2, .businessDay), respond: 10, resolve: 20, update: 5)
    case .minor: usual((2, .businessDay), (5, .businessDay), respond: 15, resolve: 30, update: 10)
    }
  }

  private static func usual(
    _ acknowledge: (count: UInt16, unit: Period.Unit),
    _ assess: (count: UInt16, unit: Period.Unit),
    respond: UInt16,
    resolve: UInt16,
    update: UInt16
  ) -> Self {
    Self(
      receipt: .zero,
      acknowledge: Period(known: acknowledge.count, acknowledge.unit),
      assess: Period(known: assess.count, assess.unit),
      respond: Period(known: respond, .businessDay),
      resolve: Period(known: resolve, .businessDay),
      update: Period(known: update, .businessDay),
      consent: Period(known: 10, .businessDay)
    )
  }
}

/// A clock of a complaint.
public enum ComplaintClock: String, Sendable, CaseIterable {
  /// From the arrival to the automatic receipt.
  case receipt
  /// From the arrival to a person's acknowledgement.
  case acknowledge
  /// From the arrival to the end of the initial assessment.
  case assess
  /// From the arrival to the decision; it stands still while we wait for the complainant.
  case respond
  /// From the arrival to the request to close; it stands still while we wait for the complainant.
  case resolve
  /// From one message to the complainant to the next.
  case update
  /// From the request to close to the answer.
  case consent

  /// Whether it stands still while we wait for the complainant.
  public var isPausable: Bool { self == .respond || self == .resolve }
}

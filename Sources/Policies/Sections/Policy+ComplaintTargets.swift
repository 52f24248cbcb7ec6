public import Model

extension Policy {
  /// How grave a complaint is.
  ///
  /// The raw values are the third word of the keys `complaint.targets`, from the gravest down.
  public enum Severity: String, Sendable, CaseIterable {
    case critical
    case major
    case minor
  }

  /// How long the steps of one complaint may take; nil where there is no limit.
  ///
  /// All but the update and the consent count from the receipt of the complaint.
  public struct ComplaintTarget: Hashable, Sendable {
    /// Until the automatic receipt; a length of nothing means at once.
    public var receipt: Period?
    /// Until a person has acknowledged it with a case number and a name.
    public var acknowledge: Period?
    /// Until the first assessment is recorded.
    public var assess: Period?
    /// Until the decision is sent.
    public var respond: Period?
    /// How much more time to respond there is once the complainant was told why; nil for none.
    public var furtherTime: Period?
    /// Until the remedy is done and closing is asked for.
    public var resolve: Period?
    /// Between two messages to the complainant.
    public var update: Period?
    /// For the answer to the question whether to close; nil if `consent.wait` applies.
    public var consent: Period?
  }

  /// How long complaints may take, by severity.
  public struct ComplaintTargets: Hashable, Sendable {
    private var critical = Self.target(
      acknowledge: Period(known: 2, .businessHour),
      assess: Period(known: 4, .businessHour),
      days: (respond: 3, resolve: 5, update: 1)
    )
    private var major = Self.target(
      acknowledge: Period(known: 1, .businessDay),
      assess: Period(known: 2, .businessDay),
      days: (respond: 10, resolve: 20, update: 5)
    )
    private var minor = Self.target(
      acknowledge: Period(known: 2, .businessDay),
      assess: Period(known: 5, .businessDay),
      days: (respond: 15, resolve: 30, update: 10)
    )

    /// Makes the default targets, those of a provider of services to other businesses.
    public init() {}

    /// The targets of a severity.
    public subscript(severity: Severity) -> ComplaintTarget {
      get {
        switch severity {
        case .critical: critical
        case .major: major
        case .minor: minor
        }
      }
      set {
        switch severity {
        case .critical: critical = newValue
        case .major: major = newValue
        case .minor: minor = newValue
        }
      }
    }

    private static func target(
      acknowledge: Period,
      assess: Period,
      days: (respond: UInt16, resolve: UInt16, update: UInt16)
    ) -> ComplaintTarget {
      ComplaintTarget(
        receipt: Period(known: 0, .businessHour),
        acknowledge: acknowledge,
        assess: assess,
        respond: Period(known: days.respond, .businessDay),
        resolve: Period(known: days.resolve, .businessDay),
        update: Period(known: days.update, .businessDay)
      )
    }
  }

  /// How long the complainant has to answer whether a case may be closed.
  public func consentWait(for severity: Severity) -> Period {
    complaintTargets[severity].consent ?? complaints.consentWait
  }
}

/// An agreement with all that is kept about it, as a rule sees it on a day.
public struct AgreementFile: Sendable {
  /// A version: what the parties agreed at one time.
  public struct Version: Sendable, Hashable {
    /// Its number, 1 for the agreement as first known.
    public var number: Int64
    /// From when it takes effect, or nil.
    public var effectiveFrom: CivilDay?
    /// What the amendment is called, or nil.
    public var amendment: String?

    /// Makes a version.
    public init(number: Int64, effectiveFrom: CivilDay?, amendment: String? = nil) {
      self.number = number
      self.effectiveFrom = effectiveFrom
      self.amendment = amendment
    }
  }

  /// What the agreement says about something it must state.
  public struct ContentItem: Sendable, Hashable {
    /// The key of the list of content items, such as `scope`.
    public var key: String
    /// `present`, `reference`, `missing` or `notApplicable`.
    public var state: String
    /// When somebody looked, or nil.
    public var checkedOn: CivilDay?

    /// Makes an item.
    public init(key: String, state: String, checkedOn: CivilDay? = nil) {
      self.key = key
      self.state = state
      self.checkedOn = checkedOn
    }
  }

  /// A party that takes part.
  public struct Member: Sendable, Hashable {
    /// `buyer`, `supplier` or `signatory`.
    public var role: String
    /// The party's number and reference.
    public var party: Int64
    /// The party's reference.
    public var reference: String
    /// Ourselves or one of our units.
    public var isOwn: Bool

    /// Makes a member.
    public init(role: String, party: Int64, reference: String, isOwn: Bool = false) {
      self.role = role
      self.party = party
      self.reference = reference
      self.isOwn = isOwn
    }
  }

  /// The number in the store.
  public var id: Int64
  /// Our reference.
  public var reference: String
  /// The kind.
  public var kind: AgreementKind
  /// The title, or nil.
  public var title: String?
  /// The tier entered for the agreement itself, or nil.
  public var tier: String?
  /// The facts from which its dates follow.
  public var terms = AgreementTerms()
  /// Where it stands on the day.
  public var standing: AgreementStanding
  /// The interval of reviews that was entered with it, or nil.
  public var reviewInterval: Period?
  /// The notice period of the other side, or nil.
  public var noticePeriodTheirs: Period?
  /// What it costs a year, or nil.
  public var annualValue: Money?
  /// The calendar its business days follow; nil if none is known.
  public var calendar: BusinessCalendar?
  /// Its versions, in order of number.
  public var versions: [Version] = []
  /// What it was checked for, in order of key.
  public var contentItems: [ContentItem] = []
  /// The references of the services that it covers, in order.
  public var services: [String] = []
  /// Who takes part, in order.
  public var members: [Member] = []
  /// The records about it.
  public var records = RecordShelf()

  /// Makes an agreement that nothing more is known of.
  public init(id: Int64, reference: String, kind: AgreementKind, standing: AgreementStanding) {
    self.id = id
    self.reference = reference
    self.kind = kind
    self.standing = standing
  }

  /// Whether it is in force on the day, under notice or not.
  public var isActive: Bool { standing.status == .active || standing.status == .underNotice }
}

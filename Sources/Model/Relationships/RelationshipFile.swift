/// All that is kept about one party, as of a day: what a rule about parties and agreements reads.
///
/// A record belongs to the agreement that it names, else to the agreement of the record that it
/// is a part of, else to the party. Only what is visible on the day is here.
public struct RelationshipFile: Sendable {
  /// The party.
  public var party: PartyFacts
  /// Who of us answers for the party or one of its agreements.
  public var assignments: [AssignmentFacts] = []
  /// The agreements with the party, in order of reference.
  public var agreements: [AgreementFile] = []
  /// The records about the party that are not about one of its agreements.
  public var records = RecordShelf()

  /// Makes a file of a party that nothing more is known of.
  public init(party: PartyFacts) { self.party = party }

  /// The records of a kind about the party and its agreements.
  public func all<Kind: StoredRecord>(_: Kind.Type) -> [Kind] {
    records[Kind.self] + agreements.flatMap { $0.records[Kind.self] }
  }
}

/// What belongs to no single party, as of a day.
public struct OrganizationFile: Sendable {
  /// One of our own people.
  public struct Person: Sendable, Hashable {
    /// Days on which a person is away.
    public struct Absence: Sendable, Hashable {
      /// The first and the last day.
      public var startsOn, endsOn: CivilDay
      /// The number of the person who stands in, or nil.
      public var deputy: Int64?

      /// Makes an absence.
      public init(startsOn: CivilDay, endsOn: CivilDay, deputy: Int64? = nil) {
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.deputy = deputy
      }
    }

    /// The number in the store.
    public var id: Int64
    /// Our reference and the name.
    public var reference, name: String
    /// Electronic mail address, or nil.
    public var email: String?
    /// The number of the person's lead, or nil.
    public var lead: Int64?
    /// When the person is away, in order of the first day.
    public var absences: [Absence] = []

    /// Makes a person without further details.
    public init(id: Int64, reference: String, name: String) {
      self.id = id
      self.reference = reference
      self.name = name
    }

    /// The absence that covers a day, or nil.
    public func absence(on day: CivilDay) -> Absence? {
      absences.first { covers(day, from: $0.startsOn, through: $0.endsOn) }
    }
  }

  /// The organisation's name.
  public var name = ""
  /// Our own people, in order of reference.
  public var people: [Person] = []
  /// Who answers for all.
  public var assignments: [AssignmentFacts] = []
  /// How many parties play which role on the day.
  public var partyCounts: [String: Int] = [:]
  /// How many complaints there are.
  public var complaintCount = 0
  /// The calendar of the organisation; nil if none is known.
  public var calendar: BusinessCalendar?
  /// The records about no single party or agreement.
  public var records = RecordShelf()

  /// Makes an empty file.
  public init() {}
}

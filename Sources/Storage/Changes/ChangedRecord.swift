/// What became of one record between two days.
public struct ChangedRecord: Sendable {
  /// What became of it.
  public enum Kind: String, Sendable, CaseIterable {
    /// It was not there on the earlier day.
    case added
    /// Facts of it are others.
    case changed
    /// Its last day has passed, or it takes no longer part.
    case ended
    /// It was withdrawn as never true.
    case voided
  }

  /// Who recorded something, and where it was read.
  public struct Origin: Sendable, Equatable {
    /// The day from which it holds, `YYYY-MM-DD`; nil for what was voided.
    public var effectiveOn: String?
    /// When it was recorded, ISO text in UTC.
    public var recordedAt: String
    /// Who recorded it.
    public var actor: String
    /// The number of the journal's entry.
    public var entry: Int64
    /// Where it was read; nil for a person's entry.
    public var source: RecordSource?
  }

  /// A fact before and after.
  public struct Fact: Sendable, Equatable {
    /// The name of the fact, such as `endsOn`.
    public var name: String
    /// The value on the earlier and on the later day as files write it, nil for none.
    public var before, after: String?
    /// Who said what holds on the later day.
    public var origin: Origin
  }

  /// The kind of record, such as `agreement` or `target`.
  public var record: String
  /// The kind of agreement, such as `sla`; nil for other records.
  public var agreementKind: String?
  /// What the record is called; its keys, separated by spaces, for one without a reference.
  public var reference: String
  /// Its title or name, or nil.
  public var title: String?
  /// The reference of the agreement it is about, or nil.
  public var agreement: String?
  /// Reference and name of the party it belongs to, or nil.
  public var partyReference, partyName: String?
  /// What became of it.
  public var kind: Kind
  /// Why it was voided, or nil.
  public var reason: String?
  /// Where the change comes from; for changed facts that of the first one.
  public var origin: Origin
  /// The facts that changed, in the order of the kind; of an added record all that it has, of one
  /// that ended or was voided all that it had.
  public var facts: [Fact]
}

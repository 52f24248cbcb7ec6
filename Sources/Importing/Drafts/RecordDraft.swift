/// What a source says of one record of a kind, as written and not yet compared with the store.
///
/// A fact that is not named stays as it is; one that is named with an empty text has no value.
public struct RecordDraft: Sendable, Equatable {
  /// A fact as the source has it.
  public struct Value: Sendable, Equatable {
    /// The name of the fact, such as `heldOn`.
    public var field: String
    /// The text; empty for a fact that is said to have no value.
    public var text: String
    /// Where it stands.
    public var place: Place

    /// Makes a fact.
    public init(field: String, text: String, place: Place) {
      self.field = field
      self.text = text
      self.place = place
    }
  }

  /// The name of the kind in the singular, such as `review`.
  public var kind: String
  /// Our reference; empty for a kind without references, or to let the store choose one.
  public var reference: String
  /// The facts in the order of the source.
  public var values: [Value] = []
  /// The day from which they hold, as written; nil for the day of what they correct.
  public var effectiveOn: String?
  /// Where the record starts.
  public var place: Place

  /// Makes a record without facts.
  public init(kind: String, reference: String, place: Place) {
    self.kind = kind
    self.reference = reference
    self.place = place
  }
}

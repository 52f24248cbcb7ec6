/// A party that a row names, and where its details stand.
public struct ProfileParty: Sendable, Equatable {
  /// The part it plays; nil if each row or item says it.
  public var role: DraftParty.Role?
  /// How the role is read where it is not the same for all, through its words, or nil.
  public var roleValue: ProfileValue?
  /// Whether it is ourselves or one of our units.
  public var isOwn = false
  /// The column that says whether the party is ourselves, with its words for yes, or nil.
  public var ownValue: ProfileValue?
  /// How the name is read; a party without a name is not added.
  public var name: ProfileValue
  /// How its other details are read.
  public var details: [Detail: ProfileValue] = [:]
  /// Its identifiers.
  public var identifiers: [ProfileIdentifier] = []
  /// The numbers that take the place of `{n}` in the names of the columns, or nil.
  public var numbers: ClosedRange<Int>?
  /// How one cell holds several parties, or nil.
  public var list: ProfileItems?
  /// When the row names the party; nil means always.
  public var condition: Condition?

  /// A word in a column on which it depends whether a row names a party.
  public struct Condition: Sendable, Equatable {
    /// Where the word stands: a column, or a part of the item.
    public var source: ProfileSource
    /// The words, compared with case folded.
    public var words: [String]
    /// Whether the cell must be one of the words; else it must be none of them.
    public var wants = true
  }

  /// The details of a party beside its name.
  public enum Detail: String, Sendable, CaseIterable {
    case country, address, postalCode, city, email, phone, website
  }

  /// Makes a party with a role and a name; the role is nil if it is to be read.
  public init(_ role: DraftParty.Role?, name: ProfileValue) {
    self.role = role
    self.name = name
  }
}

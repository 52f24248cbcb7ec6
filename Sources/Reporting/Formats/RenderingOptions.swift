/// What a format needs to know beside the rows.
public struct RenderingOptions: Sendable {
  /// What stands above the table in HTML.
  public struct Heading: Sendable {
    /// The title, in a few words.
    public var title: String
    /// What is shown, in one sentence, or nil.
    public var summary: String?
    /// The day for which the answer is given, as days since 1970-01-01, or nil.
    public var asOf: Int32?
    /// Whether only what was known on that day is used, and not what is known now.
    public var isKnownThen: Bool
    /// The name of the store, or nil.
    public var store: String?

    /// The page above this one in HTML, or nil.
    public var above: Link?

    /// A page that another one leads to.
    public struct Link: Sendable {
      /// What the page is called.
      public var title: String
      /// Where it lies, relative to this page.
      public var address: String

      /// Makes a link.
      public init(_ title: String, _ address: String) {
        self.title = title
        self.address = address
      }
    }

    /// Makes a heading.
    public init(
      title: String,
      summary: String? = nil,
      asOf: Int32? = nil,
      isKnownThen: Bool = false,
      store: String? = nil
    ) {
      self.title = title
      self.summary = summary
      self.asOf = asOf
      self.isKnownThen = isKnownThen
      self.store = store
    }
  }

  /// What stands above the table in HTML.
  public var heading: Heading
  /// What the rows are called in the total line for people; nil for no total line.
  public var noun: CountNoun?
  /// The sentence that people read instead of a table without rows.
  public var emptySentence: String
  /// The number of places of the terminal; nil or 0 where there is none, which counts as 120.
  public var width: Int?
  /// The most rows that an HTML table shows, the rest only counted; nil for all.
  public var mostRows: Int?
  /// Whether pictures of characters may use more than ASCII.
  public var usesUnicode: Bool
  /// How pictures are to be read, where there are any.
  var picture: PictureHeading?
  /// Whether the text table may use colours and bold.
  public var usesColour: Bool
  /// The number of decimals of an ISO 4217 currency, from 0 to 18, such as 2 for `EUR`.
  public var exponent: @Sendable (_ currency: String) -> Int

  /// Makes options.
  public init(
    heading: Heading,
    noun: CountNoun? = nil,
    emptySentence: String = "Nothing to show.",
    width: Int? = nil,
    usesColour: Bool = false,
    usesUnicode: Bool = true,
    exponent: @escaping @Sendable (_ currency: String) -> Int
  ) {
    self.heading = heading
    self.noun = noun
    self.emptySentence = emptySentence
    self.width = width
    self.usesColour = usesColour
    self.usesUnicode = usesUnicode
    self.exponent = exponent
  }

  /// The number of places that a text table has.
  var places: Int {
    guard let width, width > 0 else { return 120 }
    return width
  }

  /// How cells are written for people.
  var cellText: CellText { CellText(exponent: exponent) }
}

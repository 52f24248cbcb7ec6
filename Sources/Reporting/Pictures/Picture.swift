/// Something to look at beside a table: SVG in HTML, characters in a terminal.
///
/// A picture is made from the same values as the rows and says nothing that they do not say.
enum Picture: Sendable, Hashable {
  /// An agreement with its terms, notice windows and days that matter.
  case timeline(Timeline)
  /// A value over periods, with the limits it has to keep.
  case series(Series)
  /// Counts beside each other.
  case bars(Bars)
  /// Suppliers by impact and risk.
  case heatMap(HeatMap)
  /// A promise and what carries it.
  case chain(Chain)

  /// What is drawn.
  var subject: any PictureSubject {
    switch self {
    case .timeline(let timeline): timeline
    case .series(let series): series
    case .bars(let bars): bars
    case .heatMap(let map): map
    case .chain(let chain): chain
    }
  }
}

/// What a kind of picture knows about itself.
protocol PictureSubject: Sendable {
  /// What it shows, in a few words.
  var title: String { get }
  /// The same facts in words, for whoever does not see it.
  var words: String { get }
  /// What the signs in it mean, below it.
  var legend: [LegendEntry] { get }
  /// It as SVG.
  var drawing: Drawing { get }
  /// It as lines of text; none where the table already looks like it.
  func lines(_ canvas: TextCanvas) -> [String]
}

/// One line below a picture.
struct LegendEntry: Sendable, Hashable {
  /// What stands before the text.
  enum Sign: Sendable, Hashable {
    /// A number that is also in the picture.
    case number(Int)
    /// A patch that looks like an element of a style class.
    case patch(String)
    /// Nothing.
    case none
  }

  let sign: Sign
  let text: String

  init(_ sign: Sign, _ text: String) {
    self.sign = sign
    self.text = text
  }
}

/// What stands above the pictures of a report.
struct PictureHeading: Sendable, Hashable {
  /// How the pictures are to be read, in one sentence.
  let reading: String

  init(_ reading: String) { self.reading = reading }
}

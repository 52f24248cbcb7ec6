/// What a row adds to the pictures of its report.
indirect enum PicturePart: Sendable, Hashable {
  /// A period of a value; the series itself comes without points.
  case point(Picture.Series.Point, of: Picture.Series)
  /// All bars; later ones take the place of those with the same title.
  case bars(Picture.Bars)
  /// A supplier in the map of suppliers.
  case supplier(Picture.HeatMap.Supplier)
  /// A line of a chain; the chain itself comes without lines.
  case link(Picture.Chain.Link, of: Picture.Chain)

  /// The name of the picture to which it belongs.
  fileprivate var key: String {
    switch self {
    case .point(_, of: let series): "series \(series.key)"
    case .bars(let bars): "bars \(bars.title)"
    case .supplier: "map"
    case .link(_, of: let chain): "chain \(chain.key)"
    }
  }

  /// The picture without any part.
  fileprivate var empty: Picture {
    switch self {
    case .point(_, of: let series): .series(series)
    case .bars(let bars): .bars(bars)
    case .supplier: .heatMap(Picture.HeatMap())
    case .link(_, of: let chain): .chain(chain)
    }
  }
}

/// Gathers the pictures of a report from its rows, with a bound on what is kept.
struct PictureCollector {
  /// The most pictures of a report.
  static let mostPictures = 24
  /// The most periods of a series, and lines of a chain.
  static let mostParts = 60

  let heading: PictureHeading
  private(set) var pictures: [Picture] = []
  private var places: [String: Int] = [:]
  private var hasMorePictures = false
  private var hasMoreParts = false

  init(_ heading: PictureHeading) { self.heading = heading }

  /// What the pictures leave out, in sentences; nil if nothing.
  var cut: String? {
    var sentences: [String] = []
    if hasMorePictures {
      sentences.append("The first \(Self.mostPictures) only; the table has all.")
    }
    if hasMoreParts {
      sentences.append(
        "Of more than \(Self.mostParts) periods the last, of as many lines the first are drawn."
      )
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// Takes what a row adds.
  mutating func add(_ part: PicturePart?) {
    guard let part, let place = place(part) else { return }
    switch (part, pictures[place]) {
    case (.point(let point, of: _), .series(var series)):
      series.points.append(point)
      if series.points.count > Self.mostParts {
        series.points.removeFirst()
        hasMoreParts = true
      }
      pictures[place] = .series(series)
    case (.link(let link, of: _), .chain(var chain)):
      if chain.links.count < Self.mostParts {
        chain.links.append(link)
        pictures[place] = .chain(chain)
      } else {
        hasMoreParts = true
      }
    case (.supplier(let supplier), .heatMap(var map)):
      map.add(supplier)
      pictures[place] = .heatMap(map)
    case (.bars(let bars), _): pictures[place] = .bars(bars)
    default: return
    }
  }

  /// The place of a part's picture, made if there is room.
  private mutating func place(_ part: PicturePart) -> Int? {
    if let place = places[part.key] { return place }
    guard pictures.count < Self.mostPictures else {
      hasMorePictures = true
      return nil
    }
    pictures.append(part.empty)
    places[part.key] = pictures.count - 1
    return pictures.count - 1
  }
}

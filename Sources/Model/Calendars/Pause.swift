/// A span of absolute time in which a clock stands still, half-open: `[from, until)`.
public struct Pause: Hashable, Sendable {
  /// The first instant of the pause.
  public let from: Instant
  /// The first instant after the pause.
  public let until: Instant

  /// Makes a pause; one that ends before it begins has no effect.
  public init(from: Instant, until: Instant) {
    self.from = from
    self.until = until
  }

  /// Whether the instant lies in the pause.
  public func contains(_ instant: Instant) -> Bool { from <= instant && instant < until }

  /// Sorted and united, so that no two overlap or touch.
  static func united(_ pauses: [Self]) -> [Self] {
    var result: [Self] = []
    for pause in pauses.sorted(by: { $0.from < $1.from }) where pause.from < pause.until {
      if let last = result.last, pause.from <= last.until {
        result[result.count - 1] = Self(from: last.from, until: max(last.until, pause.until))
      } else {
        result.append(pause)
      }
    }
    return result
  }
}

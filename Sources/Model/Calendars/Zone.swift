import Foundation
import Synchronization

/// A time zone of the IANA database, with its changes of offset kept from 1970 to 2099.
///
/// Local times follow two rules: one that does not exist stands for the first instant after the
/// gap, and of one that occurs twice the caller says which occurrence is meant.
public final class Zone: Sendable {
  /// Which of two instants with the same local time is meant.
  public enum Occurrence: Sendable {
    case first
    case second
  }

  /// The identifier, such as `Europe/Berlin`.
  public let identifier: String

  /// The first instants of new offsets, ascending, and the offset that holds from each.
  private let changes: [(at: Int64, offset: Int64)]
  private let firstOffset: Int64

  private static let cache = Mutex<[String: Zone]>([:])
  private static let firstSecond: Int64 = 0
  private static let lastSecond = Int64(CivilDay(unchecked: 2_100, 1, 1).number) * 86_400

  /// The zone with the identifier, or nil if the system does not know it.
  public static func named(_ identifier: String) -> Zone? {
    if let zone = cache.withLock({ $0[identifier] }) { return zone }
    guard let system = TimeZone(identifier: identifier) else { return nil }
    let zone = Zone(identifier: identifier, system: system)
    cache.withLock { $0[identifier] = zone }
    return zone
  }

  /// Coordinated universal time.
  public static let utc = Zone(identifier: "UTC", firstOffset: 0, changes: [])

  private init(identifier: String, firstOffset: Int64, changes: [(Int64, Int64)]) {
    self.identifier = identifier
    self.firstOffset = firstOffset
    self.changes = changes.map { (at: $0.0, offset: $0.1) }
  }

  /// Finds all changes by looking every five days and halving.
  private convenience init(identifier: String, system: TimeZone) {
    func offset(_ second: Int64) -> Int64 {
      Int64(system.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second))))
    }
    var changes: [(Int64, Int64)] = []
    let first = offset(Self.firstSecond)
    var current = first
    for second in stride(from: Self.firstSecond, to: Self.lastSecond, by: 432_000) {
      let next = offset(second + 432_000)
      guard next != current else { continue }
      var before = second
      var after = second + 432_000
      while after - before > 1 {
        let middle = (before + after) / 2
        if offset(middle) == current { before = middle } else { after = middle }
      }
      changes.append((after, next))
      current = next
    }
    self.init(identifier: identifier, firstOffset: first, changes: changes)
  }

  /// Seconds that local time is ahead of UTC at an instant.
  ///
  /// Before 1970 and after 2099 the nearest known offset holds.
  public func offset(at instant: Instant) -> Int64 {
    let next = firstChange(after: instant.seconds)
    return next == 0 ? firstOffset : changes[next - 1].offset
  }

  /// The local day at an instant.
  public func day(at instant: Instant) -> CivilDay {
    let local = Instant.split(instant.seconds + offset(at: instant))
    return CivilDay(number: Int32(clamping: local.day))
  }

  /// The first instant of a local day.
  public func start(of day: CivilDay) -> Instant { instant(day: day, minute: 0, .first) }

  /// The first instant after a local day.
  ///
  /// As of a day an instant is visible if it comes before this one.
  public func end(of day: CivilDay) -> Instant { start(of: day.adding(days: 1)) }

  /// The length of a local day in seconds: 86,400 unless the clock changes.
  public func length(of day: CivilDay) -> Int64 { start(of: day).seconds(to: end(of: day)) }

  /// The instant of a local time, given as minutes after midnight; 1440 and above lie on later
  /// days.
  public func instant(day: CivilDay, minute: Int, _ occurrence: Occurrence) -> Instant {
    let local = Int64(day.number) * 86_400 + Int64(minute) * 60
    // No offset is larger than 26 hours, so every change that matters lies in this span.
    var position = firstChange(after: local - 93_600)
    var offset = position == 0 ? firstOffset : changes[position - 1].offset
    var found: Int64?
    while true {
      let candidate = local - offset
      let isLast = position == changes.count
      if isLast || candidate < changes[position].at {
        let isFirst = position == 0
        if isFirst || candidate >= changes[position - 1].at {
          if occurrence == .first { return Instant(seconds: candidate) }
          found = candidate
        } else if found == nil {
          return Instant(seconds: changes[position - 1].at)
        }
      }
      guard !isLast, changes[position].at <= local + 93_600 else { break }
      offset = changes[position].offset
      position += 1
    }
    return Instant(seconds: found ?? local - offset)
  }

  private func firstChange(after second: Int64) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].at <= second { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

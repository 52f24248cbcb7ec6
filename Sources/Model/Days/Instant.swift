/// A moment in absolute time, to the second.
///
/// Leap seconds are not counted, as in POSIX time.
public struct Instant: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64

  /// Makes an instant from seconds since 1970-01-01T00:00:00Z.
  public init(seconds: Int64) { self.seconds = seconds }

  /// Whether the left instant comes before the right one.
  public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  /// The instant that lies the given number of seconds later, or earlier if negative.
  public func adding(seconds: Int64) -> Self { Self(seconds: self.seconds + seconds) }

  /// The seconds from this instant to the other one, negative if that is earlier.
  public func seconds(to other: Self) -> Int64 { other.seconds - seconds }
}

extension Instant: CustomStringConvertible {
  /// Reads `YYYY-MM-DDTHH:MM:SSZ` of ISO 8601-1:2019, 5.4.2.1 (extended format), and no other
  /// form.
  ///
  /// The result is nil for any other form, for a day or time that does not exist, and for a leap
  /// second.
  public init?(_ iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z")
    else { return nil }
    let day = unsafe bytes.withUnsafeBufferPointer {
      unsafe CivilDay(iso: .init(rebasing: $0[..<10]))
    }
    guard let day, let hour = Self.pair(bytes, 11), let minute = Self.pair(bytes, 14),
      let second = Self.pair(bytes, 17), hour < 24, minute < 60, second < 60
    else { return nil }
    seconds = Int64(day.number) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
  }

  /// The instant as `YYYY-MM-DDTHH:MM:SSZ`.
  public var description: String {
    let (number, rest) = Self.split(seconds)
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let time = "\(padded(rest / 3_600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))"
    return "\(CivilDay(number: Int32(clamping: number)))T\(time)Z"
  }

  /// The day and the second of the day of a number of seconds, both rounded down.
  static func split(_ seconds: Int64) -> (day: Int64, second: Int) {
    var day = seconds / 86_400
    var second = seconds % 86_400
    if second < 0 {
      day -= 1
      second += 86_400
    }
    return (day, Int(second))
  }

  private static func pair(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard (48...57).contains(bytes[index]), (48...57).contains(bytes[index + 1]) else { return nil }
    return Int(bytes[index]) * 10 + Int(bytes[index + 1]) - 528
  }
}

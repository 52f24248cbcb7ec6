// The form is YYYY-MM-DD of ISO 8601-1:2019, 5.2.2.1 (calendar date, extended format): ten
// bytes, ASCII digits, years 0001 to 9999, and nothing before or after.
extension CivilDay: CustomStringConvertible {
  /// Reads `YYYY-MM-DD` strictly.
  ///
  /// The result is nil for any other form, and for a day that does not exist.
  public init?(_ iso: String) {
    var iso = iso
    let day = iso.withUTF8 { unsafe Self(iso: $0) }
    guard let day else { return nil }
    self = day
  }

  /// Reads `YYYY-MM-DD` strictly from UTF-8 bytes.
  ///
  /// The result is nil for any other form, and for a day that does not exist.
  public init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, unsafe bytes[4] == 45, unsafe bytes[7] == 45 else { return nil }
    var wrong: UInt8 = 0
    let year =
      unsafe Self.pair(bytes, 0, &wrong) * 100 + Self.pair(bytes, 2, &wrong)
    let month = unsafe Self.pair(bytes, 5, &wrong)
    let day = unsafe Self.pair(bytes, 8, &wrong)
    guard wrong == 0 else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as `YYYY-MM-DD`.
  ///
  /// A year outside 0 to 9999 is written with a sign and at least four digits, a form that
  /// ``init(_:)`` refuses.
  public var description: String {
    let (year, month, day) = components
    guard (0...9_999).contains(year) else { return Self.expanded(year, month, day) }
    return unsafe String(unsafeUninitializedCapacity: 10) { buffer in
      unsafe Self.put(year / 100, buffer, 0)
      unsafe Self.put(year % 100, buffer, 2)
      unsafe buffer[4] = 45
      unsafe Self.put(month, buffer, 5)
      unsafe buffer[7] = 45
      unsafe Self.put(day, buffer, 8)
      return 10
    }
  }

  /// Appends the day as `YYYY-MM-DD` in UTF-8: ten bytes for the years 0 to 9999.
  public func write(to bytes: inout [UInt8]) {
    let (year, month, day) = components
    guard (0...9_999).contains(year) else {
      bytes.append(contentsOf: Self.expanded(year, month, day).utf8)
      return
    }
    let century = Self.digits(year / 100)
    let rest = Self.digits(year % 100)
    let months = Self.digits(month)
    let days = Self.digits(day)
    bytes.append(century.0)
    bytes.append(century.1)
    bytes.append(rest.0)
    bytes.append(rest.1)
    bytes.append(45)
    bytes.append(months.0)
    bytes.append(months.1)
    bytes.append(45)
    bytes.append(days.0)
    bytes.append(days.1)
  }

  private static func expanded(_ year: Int, _ month: Int, _ day: Int) -> String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(year < 0 ? "-" : "+")\(padded(abs(year), 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The value of two digits; `wrong` becomes more than zero if a byte is no digit.
  private static func pair(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ index: Int,
    _ wrong: inout UInt8
  ) -> Int {
    let tens = unsafe bytes[index] &- 48
    let ones = unsafe bytes[index + 1] &- 48
    if tens > 9 || ones > 9 { wrong = 1 }
    return Int(tens) * 10 + Int(ones)
  }

  private static func digits(_ value: Int) -> (UInt8, UInt8) {
    let tens = value / 10
    return (UInt8(truncatingIfNeeded: 48 + tens), UInt8(truncatingIfNeeded: 48 + value - tens * 10))
  }

  private static func put(_ value: Int, _ buffer: UnsafeMutableBufferPointer<UInt8>, _ index: Int) {
    let pair = digits(value)
    unsafe buffer[index] = pair.0
    unsafe buffer[index + 1] = pair.1
  }
}

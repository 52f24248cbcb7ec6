extension Period {
  /// Reads a period such as `3m`.
  ///
  /// The result is nil for any other form and for a count above ``largestCount``.
  public init?(_ text: String) {
    var text = text
    let period = text.withUTF8 { unsafe Self(bytes: $0) }
    guard let period else { return nil }
    self = period
  }

  /// Reads a period such as `3m` from UTF-8 bytes.
  ///
  /// The result is nil for any other form and for a count above ``largestCount``.
  public init?(bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var count = 0
    while index < bytes.count, index < 6, case let digit = unsafe bytes[index] &- 48, digit < 10 {
      count = count * 10 + Int(digit)
      index += 1
    }
    guard index > 0, unsafe index == 1 || bytes[0] != 48 else { return nil }
    guard let unit = unsafe Unit(bytes: bytes, from: index) else { return nil }
    self.init(count, unit)
  }
}

extension Period.Unit {
  /// Reads the unit that fills the bytes from the index to the end.
  fileprivate init?(bytes: UnsafeBufferPointer<UInt8>, from index: Int) {
    switch bytes.count - index {
    case 1:
      switch unsafe bytes[index] {
      case UInt8(ascii: "d"): self = .day
      case UInt8(ascii: "w"): self = .week
      case UInt8(ascii: "m"): self = .month
      case UInt8(ascii: "q"): self = .quarter
      case UInt8(ascii: "y"): self = .year
      default: return nil
      }
    case 2 where unsafe bytes[index] == UInt8(ascii: "b"):
      switch unsafe bytes[index + 1] {
      case UInt8(ascii: "d"): self = .businessDay
      case UInt8(ascii: "h"): self = .businessHour
      default: return nil
      }
    default: return nil
    }
  }
}

extension OutputBuffer {
  /// Adds a day as `YYYY-MM-DD`.
  @inline(__always)
  mutating func append(day: Int32) throws(OutputError) {
    try unsafe append(upTo: 16) { unsafe writeDay(day, to: $0) }
  }

  /// Adds a whole number without thousands separators.
  @inline(__always)
  mutating func append(integer: Int64) throws(OutputError) {
    try unsafe append(upTo: 24) { memory in
      guard integer < 0 else {
        return unsafe writeDigits(UInt(integer.magnitude), atLeast: 1, to: memory)
      }
      unsafe memory[0] = UInt8(ascii: "-")
      return unsafe 1 + writeDigits(UInt(integer.magnitude), atLeast: 1, to: memory + 1)
    }
  }

  /// Adds minor units as a decimal number with a point, no thousands separators.
  ///
  /// The exponent is the number of decimals, from 0 to 18.
  mutating func append(minor: Int64, exponent: Int) throws(OutputError) {
    guard exponent > 0 else { return try append(integer: minor) }
    try unsafe append(upTo: 48) { memory in
      var start = 0
      if minor < 0 {
        unsafe memory[0] = UInt8(ascii: "-")
        start = 1
      }
      let count = unsafe writeDigits(
        UInt(minor.magnitude),
        atLeast: exponent + 1,
        to: memory + start
      )
      let point = start + count - exponent
      for index in stride(from: start + count, to: point, by: -1) {
        unsafe memory[index] = unsafe memory[index - 1]
      }
      unsafe memory[point] = UInt8(ascii: ".")
      return start + count + 1
    }
  }
}

/// Gives a day as `YYYY-MM-DD`; the day counts from 1970-01-01.
func dayText(_ day: Int32) -> String {
  unsafe String(unsafeUninitializedCapacity: 16) { buffer in
    unsafe writeDay(day, to: buffer.baseAddress.unsafelyUnwrapped)
  }
}

/// Gives a moment as `YYYY-MM-DDThh:mm:ssZ`; the seconds count from 1970-01-01T00:00:00Z.
///
/// Moments outside the years that fit 32 bits of days are shown as the nearest of them.
func instantText(_ seconds: Int64) -> String {
  let (day, second) = floorDivision(seconds, 86_400)
  let two = { (number: Int64) in number < 10 ? "0\(number)" : "\(number)" }
  let clock = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
  return "\(dayText(Int32(clamping: day)))T\(clock)Z"
}

/// Gives a whole number with commas between thousands.
func groupedText(_ number: Int64) -> String {
  decimalText(number, exponent: 0, grouped: true)
}

/// Gives a number of minor units as a decimal number, such as `-1,234.50` for -123450.
///
/// The exponent is the number of decimals, from 0 to 18.
func decimalText(_ minor: Int64, exponent: Int, grouped: Bool) -> String {
  unsafe String(unsafeUninitializedCapacity: 64) { buffer in
    let memory = unsafe buffer.baseAddress.unsafelyUnwrapped
    let count = unsafe writeDigits(UInt(minor.magnitude), atLeast: exponent + 1, to: memory)
    let whole = count - exponent
    let commas = grouped ? (whole - 1) / 3 : 0
    let size = count + commas + (exponent > 0 ? 1 : 0) + (minor < 0 ? 1 : 0)
    var target = size
    for index in stride(from: count - 1, through: 0, by: -1) {
      target -= 1
      unsafe memory[target] = unsafe memory[index]
      let separator = separator(before: index, whole: whole, grouped: grouped)
      guard index > 0, let separator else { continue }
      target -= 1
      unsafe memory[target] = separator
    }
    if minor < 0 { unsafe memory[0] = UInt8(ascii: "-") }
    return size
  }
}

/// Gives what stands before a digit, 0-based, of a number with some digits before its point.
private func separator(before index: Int, whole: Int, grouped: Bool) -> UInt8? {
  if index == whole { return UInt8(ascii: ".") }
  return grouped && index < whole && (whole - index) % 3 == 0 ? UInt8(ascii: ",") : nil
}

/// Gives a fraction in hundredths of a percent, rounded down; nil for a denominator of zero.
///
/// Figures too large for 64 bits are given as the largest that fit.
func percentHundredths(_ numerator: Int64, _ denominator: Int64) -> Int64? {
  guard denominator != 0 else { return nil }
  let sign: Int128 = denominator < 0 ? -1 : 1
  let (quotient, _) = floorDivision(
    Int128(numerator) * 10_000 * sign,
    Int128(denominator) * sign
  )
  return Int64(clamping: quotient)
}

/// Divides, rounding down; the divisor is above zero and the remainder never below it.
func floorDivision<Number: FixedWidthInteger>(
  _ number: Number,
  _ divisor: Number
) -> (quotient: Number, remainder: Number) {
  let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

/// Writes a day as `YYYY-MM-DD` and gives the number of bytes, at most 16.
///
/// Gregorian calendar, proleptic. Years before 0 have a minus, years above 9999 more digits.
func writeDay(_ day: Int32, to memory: UnsafeMutablePointer<UInt8>) -> Int {
  let shifted = Int(day) + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra =
    (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let marchMonth = (5 * dayOfYear + 2) / 153
  let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  var count = 0
  if year < 0 {
    unsafe memory[0] = UInt8(ascii: "-")
    count = 1
  }
  count += unsafe writeDigits(year.magnitude, atLeast: 4, to: memory + count)
  unsafe memory[count] = UInt8(ascii: "-")
  _ = unsafe writeDigits(month.magnitude, atLeast: 2, to: memory + count + 1)
  unsafe memory[count + 3] = UInt8(ascii: "-")
  _ = unsafe writeDigits(
    (dayOfYear - (153 * marchMonth + 2) / 5 + 1).magnitude,
    atLeast: 2,
    to: memory + count + 4
  )
  return count + 6
}

/// Writes a number in decimal digits, zeros before it up to a length, and gives the byte count.
@inline(__always)
func writeDigits(
  _ number: UInt,
  atLeast length: Int,
  to memory: UnsafeMutablePointer<UInt8>
) -> Int {
  var count = length
  var limit: UInt = 1
  for _ in 0..<length { limit *= 10 }
  while number >= limit {
    count += 1
    let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
    guard !overflow else { break }
    limit = next
  }
  var rest = number
  for index in stride(from: count - 1, through: 0, by: -1) {
    unsafe memory[index] = UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0")
    rest /= 10
  }
  return count
}

/// How numbers and amounts are written.
public struct NumberFormat: Sendable, Hashable {
  /// How strictly group characters are judged.
  public enum Grouping: String, Sendable, CaseIterable {
    /// Groups of three digits; `12,5` is then unreadable instead of 125.
    case thousands
    /// Three digits last, two before: `1,23,45,678`.
    case indian
    /// Group characters may be anywhere before the decimal mark.
    case loose
  }

  /// The mark before the fraction.
  public var decimalMark = "."
  /// Characters that may separate groups of digits.
  public var groupMarks: [String] = []
  /// How strictly group characters are judged.
  public var grouping = Grouping.thousands
  /// Whether an amount with more digits than the currency has is rounded, halves away from zero;
  /// else it is unreadable, trailing zeros aside.
  public var rounds = false
  /// Whether `(12.50)` is a negative number.
  public var parenthesesAreNegative = true
  /// Whether `12.50-` is a negative number.
  public var trailingMinusIsNegative = true

  /// Makes a format with a decimal point and no groups.
  public init() {}
}

/// Reads numbers by a format, from bytes.
///
/// Grammar, after trimming: an optional sign `-` or `+` or opening parenthesis, digits with group
/// marks by rule, an optional decimal mark with digits, an optional closing parenthesis or `-`.
/// The Unicode minus U+2212 counts as `-`. Nothing else is a number: no exponent, no blank.
struct NumberReader {
  /// What came of it.
  enum Outcome: Equatable {
    case number(Int64)
    case unreadable
    /// A digit other than 0 lies beyond the places that count.
    case tooPrecise
    case tooLarge
  }

  private let decimal: [UInt8]
  private let groups: [[UInt8]]
  private let format: NumberFormat

  init(_ format: NumberFormat) {
    self.format = format
    decimal = Array(format.decimalMark.utf8)
    groups = format.groupMarks.map { Array($0.utf8) }
  }

  /// Reads a number in units of 10^-places.
  func read(_ bytes: Span<UInt8>, places: Int) -> Outcome {
    var start = 0
    var end = bytes.count
    guard let isNegative = sign(bytes, start: &start, end: &end), start < end else {
      return .unreadable
    }
    var state = Digits(places: places)
    var cursor = start
    while cursor < end {
      let digit = bytes[cursor] &- 0x30
      if digit < 10 {
        guard state.take(Int64(digit)) else { return .tooLarge }
        cursor += 1
      } else if !state.isFraction, Self.matches(decimal, bytes, at: cursor, end: end) {
        guard state.closesGroup(format.grouping) else { return .unreadable }
        state.isFraction = true
        cursor += decimal.count
      } else if !state.isFraction, let length = group(bytes, at: cursor, end: end) {
        guard state.opensGroup(format.grouping) else { return .unreadable }
        cursor += length
      } else {
        return .unreadable
      }
    }
    return finish(state, isNegative: isNegative)
  }

  private func finish(_ state: Digits, isNegative: Bool) -> Outcome {
    var state = state
    guard state.count > 0, state.isFraction || state.closesGroup(format.grouping) else {
      return .unreadable
    }
    if state.hasMore, !format.rounds { return .tooPrecise }
    guard state.pad() else { return .tooLarge }
    if state.roundsUp {
      guard state.number < Int64.max else { return .tooLarge }
      state.number += 1
    }
    return .number(isNegative ? -state.number : state.number)
  }

  /// Moves the bounds past signs; nil if the signs contradict each other.
  private func sign(_ bytes: Span<UInt8>, start: inout Int, end: inout Int) -> Bool? {
    guard start < end else { return false }
    var isNegative = false
    var hasSign = false
    switch bytes[start] {
    case 0x2D:
      (isNegative, hasSign) = (true, true)
      start += 1
    case 0x2B:
      hasSign = true
      start += 1
    case 0xE2 where Self.matches([0xE2, 0x88, 0x92], bytes, at: start, end: end):
      (isNegative, hasSign) = (true, true)
      start += 3
    case 0x28 where format.parenthesesAreNegative:
      guard bytes[end - 1] == 0x29 else { return nil }
      start += 1
      end -= 1
      return true
    default: break
    }
    if start < end, bytes[end - 1] == 0x2D, format.trailingMinusIsNegative {
      guard !hasSign else { return nil }
      end -= 1
      return true
    }
    return isNegative
  }

  private func group(_ bytes: Span<UInt8>, at cursor: Int, end: Int) -> Int? {
    for mark in groups where Self.matches(mark, bytes, at: cursor, end: end) { return mark.count }
    return nil
  }

  @inline(__always)
  private static func matches(
    _ mark: [UInt8],
    _ bytes: Span<UInt8>,
    at cursor: Int,
    end: Int
  ) -> Bool {
    guard !mark.isEmpty, cursor + mark.count <= end else { return false }
    for index in 0..<mark.count where bytes[cursor + index] != mark[index] { return false }
    return true
  }
}

/// The digits of a number while it is read.
private struct Digits {
  let places: Int
  var number: Int64 = 0
  var count = 0
  var isFraction = false
  /// Whether a digit other than 0 lies beyond the places.
  var hasMore = false
  var roundsUp = false
  private var fraction = 0
  private var run = 0
  private var groups = 0

  init(places: Int) { self.places = places }

  @inline(__always)
  mutating func take(_ digit: Int64) -> Bool {
    count += 1
    if isFraction {
      fraction += 1
      guard fraction <= places else {
        if fraction == places + 1 { roundsUp = digit >= 5 }
        if digit != 0 { hasMore = true }
        return true
      }
    } else {
      run += 1
    }
    return append(digit)
  }

  @inline(__always)
  private mutating func append(_ digit: Int64) -> Bool {
    let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
    let (sum, carries) = tenfold.addingReportingOverflow(digit)
    number = sum
    return !overflow && !carries
  }

  /// A group mark comes: the digits before it must be a good group.
  mutating func opensGroup(_ grouping: NumberFormat.Grouping) -> Bool {
    defer {
      groups += 1
      run = 0
    }
    switch grouping {
    case .loose: return run > 0
    case .thousands: return groups == 0 ? (1...3).contains(run) : run == 3
    case .indian: return groups == 0 ? (1...2).contains(run) : run == 2
    }
  }

  /// The whole part ends: its last group must be a good one.
  func closesGroup(_ grouping: NumberFormat.Grouping) -> Bool {
    guard groups > 0 else { return true }
    return grouping == .loose ? run > 0 : run == 3
  }

  /// Fills up to the places.
  mutating func pad() -> Bool {
    for _ in min(fraction, places)..<places {
      guard append(0) else { return false }
    }
    return true
  }
}

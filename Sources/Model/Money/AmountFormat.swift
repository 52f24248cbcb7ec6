/// How a source writes amounts.
///
/// Grammar: blanks, a sign `+` or `-` or none, digits with group marks, and at most one decimal
/// mark followed by digits, blanks. At least one digit must be there. Between group marks stand
/// two or three digits, before the first one to three, after the last exactly three, so that a
/// decimal mark taken for a group mark is noticed. Other characters, such as currency signs, are
/// refused.
public struct AmountFormat: Hashable, Sendable {
  /// The byte of the decimal mark.
  private let decimalMark: UInt8
  /// The ASCII group marks, one bit each.
  private let groupMarks: UInt128
  /// The other group marks in UTF-8.
  private let wideGroupMarks: [[UInt8]]

  /// A point for decimals and no groups.
  public static let plain = Self(decimalMark: 46, groupMarks: 0, wideGroupMarks: [])

  private init(decimalMark: UInt8, groupMarks: UInt128, wideGroupMarks: [[UInt8]]) {
    self.decimalMark = decimalMark
    self.groupMarks = groupMarks
    self.wideGroupMarks = wideGroupMarks
  }

  /// Makes a format from the decimal mark and the group marks.
  ///
  /// A blank among the group marks also stands for the no-break spaces U+00A0 and U+202F. The
  /// result is nil if the decimal mark is not ASCII, if it is a group mark too, or if a mark is a
  /// digit or a sign.
  public init?(decimalMark: Character, groupMarks: [Character] = []) {
    let marks = [decimalMark] + groupMarks
    guard let decimal = decimalMark.asciiValue, !groupMarks.contains(decimalMark),
      !marks.contains(where: { $0.isNumber || $0 == "-" || $0 == "+" })
    else { return nil }
    let ascii = groupMarks.compactMap(\.asciiValue)
    var wide = groupMarks.filter { $0.asciiValue == nil }
    if groupMarks.contains(" ") { wide += ["\u{A0}", "\u{202F}"] }
    self.init(
      decimalMark: decimal,
      groupMarks: ascii.reduce(0) { $0 | 1 << UInt128($1) },
      wideGroupMarks: wide.map { Array(String($0).utf8) }
    )
  }

  /// Reads an amount.
  ///
  /// - Returns: The amount times ten to the power of the exponent.
  /// - Throws: ``AmountProblem`` if the text is no amount with that many decimals.
  public func minorUnits(of text: String, exponent: Int) throws(AmountProblem) -> Int64 {
    var text = text
    let result: Result<Int64, AmountProblem> = text.withUTF8 { bytes in
      do throws(AmountProblem) {
        return .success(try unsafe minorUnits(of: bytes, exponent: exponent))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Reads an amount from UTF-8 bytes.
  ///
  /// - Returns: The amount times ten to the power of the exponent.
  /// - Throws: ``AmountProblem`` if the bytes are no amount with that many decimals.
  public func minorUnits(
    of bytes: UnsafeBufferPointer<UInt8>,
    exponent: Int
  ) throws(AmountProblem) -> Int64 {
    var scanner = unsafe Scanner(bytes: bytes)
    try unsafe scanner.begin()
    try unsafe scanner.whole(marks: groupMarks, wide: wideGroupMarks)
    try unsafe scanner.decimals(mark: decimalMark, exponent: exponent)
    return try unsafe scanner.result()
  }

  /// A position in the bytes and the value read so far.
  @unsafe private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    var end: Int
    var isNegative = false
    var value: UInt64 = 0
    var digits = 0
    var isTooLarge = false

    init(bytes: UnsafeBufferPointer<UInt8>) {
      unsafe self.bytes = unsafe bytes
      unsafe end = bytes.count
    }

    mutating func begin() throws(AmountProblem) {
      while unsafe index < end, unsafe Self.isBlank(bytes[index]) { unsafe index += 1 }
      while unsafe index < end, unsafe Self.isBlank(bytes[end - 1]) { unsafe end -= 1 }
      guard unsafe index < end else { throw .empty }
      let first = unsafe bytes[index]
      if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
        unsafe isNegative = first == UInt8(ascii: "-")
        unsafe index += 1
      }
    }

    mutating func whole(marks: UInt128, wide: [[UInt8]]) throws(AmountProblem) {
      var inGroup = 0
      var groups = 0
      while unsafe index < end {
        let digit = unsafe bytes[index] &- 48
        if digit < 10 {
          unsafe push(digit)
          unsafe index += 1
          inGroup += 1
          continue
        }
        let length = unsafe markLength(marks, wide)
        if length == 0 { break }
        guard (groups == 0 ? 1...3 : 2...3).contains(inGroup) else { throw .misplacedGroup }
        groups += 1
        inGroup = 0
        unsafe index += length
      }
      if groups > 0, inGroup != 3 { throw .misplacedGroup }
    }

    mutating func decimals(mark: UInt8, exponent: Int) throws(AmountProblem) {
      var missing = exponent
      if unsafe index < end, unsafe bytes[index] == mark {
        unsafe index += 1
        while unsafe index < end {
          let digit = unsafe bytes[index] &- 48
          guard digit < 10 else { throw .notANumber }
          if missing > 0 {
            unsafe push(digit)
            missing -= 1
          } else if digit != 0 {
            throw unsafe restIsDigits ? .tooManyDecimals(allowed: exponent) : .notANumber
          } else {
            unsafe digits += 1
          }
          unsafe index += 1
        }
      }
      guard unsafe index == end, unsafe digits > 0 else { throw .notANumber }
      for _ in 0..<missing { unsafe push(0) }
    }

    func result() throws(AmountProblem) -> Int64 {
      if unsafe isTooLarge { throw .overflow }
      if unsafe isNegative {
        guard unsafe value <= Int64.min.magnitude else { throw .overflow }
        return unsafe Int64(truncatingIfNeeded: 0 &- value)
      }
      guard let result = unsafe Int64(exactly: value) else { throw .overflow }
      return result
    }

    @inline(__always)
    private mutating func push(_ digit: UInt8) {
      // Below this nothing can overflow.
      if unsafe value < 1_000_000_000_000_000_000 {
        unsafe value = unsafe value &* 10 &+ UInt64(digit)
      } else {
        unsafe pushSlowly(digit)
      }
      unsafe digits += 1
    }

    private mutating func pushSlowly(_ digit: UInt8) {
      let (product, first) = unsafe value.multipliedReportingOverflow(by: 10)
      let (sum, second) = product.addingReportingOverflow(UInt64(digit))
      if first || second { unsafe isTooLarge = true }
      unsafe value = sum
    }

    private func markLength(_ marks: UInt128, _ wide: [[UInt8]]) -> Int {
      let byte = unsafe bytes[index]
      if byte < 128 { return marks >> UInt128(byte) & 1 == 1 ? 1 : 0 }
      for mark in wide where unsafe index + mark.count <= end {
        if unsafe bytes[index..<(index + mark.count)].elementsEqual(mark) { return mark.count }
      }
      return 0
    }

    private var restIsDigits: Bool { unsafe bytes[index..<end].allSatisfy { $0 &- 48 < 10 } }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
  }
}

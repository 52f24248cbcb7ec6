import Model
import TestSupport
import Testing

@Suite struct DecimalTests {
  @Test(
    arguments: [
      ("99.95", 9_995, 100), ("99.999", 99_999, 1_000), ("-5", -5, 1), ("+0.1", 1, 10),
      (".5", 1, 2), ("5.", 5, 1), ("007.70", 77, 10), ("0.000000000001", 1, 1_000_000_000_000),
      ("1.0000000000000000", 1, 1), ("-0", 0, 1),
      ("000000000000000000000123456789012345678", 123_456_789_012_345_678, 1),
    ] as [(String, Int64, Int64)]
  )
  func `a decimal number is read exactly`(
    text: String,
    numerator: Int64,
    denominator: Int64
  ) throws {
    let value = try #require(Fraction(numerator: numerator, denominator: denominator))
    #expect(try Fraction(decimal: text) == value)
  }

  @Test(
    arguments: [
      ("", .empty), ("-", .notANumber), (".", .notANumber), ("-.", .notANumber),
      (" 1", .notANumber), ("1 ", .notANumber), ("1e5", .notANumber), ("1,5", .notANumber),
      ("1.2.3", .notANumber), ("--1", .notANumber), ("٣", .notANumber), ("1.5%", .notANumber),
      ("NaN", .notANumber), ("0.0000000000001", .tooManyDecimals),
      ("1234567890123456789", .tooLarge),
    ] as [(String, DecimalProblem)]
  )
  func `what is no decimal number has a reason`(text: String, problem: DecimalProblem) {
    #expect(throws: problem) { try Fraction(decimal: text) }
  }

  @Test func `the reasons are sentences`() {
    #expect(DecimalProblem.empty.sentence == "The number is empty.")
    #expect(DecimalProblem.notANumber.sentence == "This is not a number.")
    #expect(DecimalProblem.tooManyDecimals.sentence == "The number has more than 12 decimals.")
    #expect(
      DecimalProblem.tooLarge.sentence
        == "The number has more than 18 digits before the decimal point."
    )
  }

  @Test func `a stored decimal number is taken exactly`() throws {
    let number = try #require(DecimalNumber("-99.950"))
    #expect(try Fraction(number) == Fraction(decimal: "-99.95"))
    #expect(Fraction(DecimalNumber(7)) == 7)
  }

  @Test func `the largest number fits`() throws {
    let value = try Fraction(decimal: "-999999999999999999.999999999999")
    #expect(value.exactText(most: 12) == "-999999999999999999.999999999999")
  }

  @Test(arguments: 0..<200)
  func `a decimal number round trips`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let whole = Int64.random(in: -99_999_999...99_999_999, using: &random)
    let decimals = Int.random(in: 0...12, using: &random)
    var value = Fraction(whole)
    for _ in 0..<decimals { value = try #require(value.divided(by: 10)) }
    #expect(try Fraction(decimal: value.text(decimals: decimals)) == value)
    #expect(try Fraction(decimal: value.exactText(most: 12)) == value)
  }
}

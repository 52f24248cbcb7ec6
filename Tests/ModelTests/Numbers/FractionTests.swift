import Model
import TestSupport
import Testing

@Suite struct FractionTests {
  private func fraction(_ numerator: Int, _ denominator: Int) throws -> Fraction {
    try #require(Fraction(numerator: numerator, denominator: denominator))
  }

  @Test func `a fraction is in lowest terms with the sign above`() throws {
    #expect(try fraction(40, 168).description == "5/21")
    #expect(try fraction(3, -6).description == "-1/2")
    #expect(try fraction(-3, -6) == fraction(1, 2))
    #expect(try fraction(0, -7) == .zero)
    #expect(try fraction(8, 4).description == "2")
    #expect(try Set([fraction(1, 2), fraction(2, 4), fraction(-1, -2)]).count == 1)
    #expect(Fraction(numerator: 1, denominator: 0) == nil)
  }

  @Test func `the extreme whole numbers are read and given back`() throws {
    #expect(Fraction(Int64.min).wholeNumber == .min)
    #expect(Fraction(Int64.max).wholeNumber == .max)
    #expect((Fraction(Int64.max) + 1).wholeNumber == nil)
    #expect(try fraction(1, 2).wholeNumber == nil)
    #expect(try #require(Fraction(numerator: Int64.min, denominator: Int64.min)) == 1)
  }

  @Test func `nothing can be divided by zero`() throws {
    #expect(Fraction.zero.reciprocal == nil)
    #expect(Fraction.one.divided(by: 0) == nil)
    #expect(try fraction(1, 2).divided(by: -2) == fraction(-1, 4))
  }

  @Test func `signs are told`() throws {
    #expect(try fraction(-1, 3).isNegative)
    #expect(!Fraction.zero.isNegative)
    #expect(Fraction.zero.isZero)
    #expect(try fraction(-1, 3).magnitude == fraction(1, 3))
    #expect(try !fraction(1, 3).isWhole)
  }

  @Test func `products of many decimals stay exact`() throws {
    let part = try Fraction(decimal: "0.999999999999")
    let product = (0..<20).reduce(Fraction.one) { value, _ in value * part }
    #expect(product.text(decimals: 12) == "0.999999999980")
    #expect(product.exactText(most: 300).utf8.count == 242)
    #expect(product != (0..<21).reduce(Fraction.one) { value, _ in value * part })
  }

  @Test(
    arguments: [
      ("617.285", 2, "617.28", "617.29", "617.28"), ("617.295", 2, "617.29", "617.30", "617.30"),
      ("-617.285", 2, "-617.29", "-617.29", "-617.28"), ("0.5", 0, "0", "1", "0"),
      ("1.5", 0, "1", "2", "2"), ("-0.5", 0, "-1", "-1", "0"), ("-1.5", 0, "-2", "-2", "-2"),
      ("2.4999", 0, "2", "2", "2"), ("2.5001", 0, "2", "3", "3"),
      ("7", 3, "7.000", "7.000", "7.000"),
      ("-0.001", 2, "-0.01", "0.00", "0.00"), ("0.049", 1, "0.0", "0.0", "0.0"),
    ] as [(String, Int, String, String, String)]
  )
  func `a fraction is rounded by rule`(
    text: String,
    decimals: Int,
    down: String,
    away: String,
    even: String
  ) throws {
    let value = try Fraction(decimal: text)
    #expect(value.text(decimals: decimals) == down)
    #expect(value.text(decimals: decimals, .halfAwayFromZero) == away)
    #expect(value.text(decimals: decimals, .halfEven) == even)
  }

  @Test func `the rules have words`() {
    #expect(Rounding.allCases.map(\.words) == ["down", "half away from zero", "half to even"])
    #expect(Rounding.allCases.map(\.rawValue) == ["down", "halfAwayFromZero", "halfEven"])
  }

  @Test func `exact text shows where it was cut`() throws {
    #expect(try Fraction(decimal: "617.285").exactText() == "617.285")
    #expect(try Fraction(decimal: "5").exactText(least: 2) == "5.00")
    #expect(try Fraction(decimal: "-0.50").exactText() == "-0.5")
    #expect(try fraction(1, 3).exactText() == "0.333333…")
    #expect(try fraction(-2, 3).exactText(most: 2) == "-0.66…")
    #expect(try fraction(-1, 3_000).exactText(most: 2) == "-0.00…")
  }

  @Test(arguments: 0..<200)
  func `sums and products obey the laws of arithmetic`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    func number() throws -> Fraction {
      try fraction(
        Int.random(in: -1_000_000...1_000_000, using: &random),
        Int.random(in: 1...1_000_000, using: &random)
      )
    }
    let (first, second, third) = (try number(), try number(), try number())
    #expect(first + second == second + first)
    #expect((first + second) + third == first + (second + third))
    #expect(first * (second + third) == first * second + first * third)
    #expect((first - second).isNegative == (first < second))
    #expect(first - second + second == first)
    if !second.isZero { #expect(try #require(first.divided(by: second)) * second == first) }
    let below = first.roundedDown
    #expect(below.isWhole && below <= first && first < below + 1)
    for rounding in [Rounding.halfAwayFromZero, .halfEven] {
      #expect(try (first.rounded(rounding) - first).magnitude <= fraction(1, 2))
      #expect(
        try Fraction(decimal: first.text(decimals: 4, rounding)).exactText(least: 4)
          == first.text(decimals: 4, rounding)
      )
    }
  }
}

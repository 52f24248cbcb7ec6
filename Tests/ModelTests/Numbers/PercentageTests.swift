import Model
import Testing

@Suite struct PercentageTests {
  @Test(arguments: ["99.95", "99.95%", "99.95 %", "+99.950"])
  func `a percentage is read with or without its sign`(text: String) throws {
    let percentage = try Percentage(text)
    #expect(try percentage.points == Fraction(decimal: "99.95"))
    #expect(try percentage.share == Fraction(decimal: "0.9995"))
    #expect(try percentage == Percentage(points: Fraction(decimal: "99.95")))
  }

  @Test(
    arguments: [
      ("", .empty), ("%", .empty), (" %", .empty), ("99.95  %", .notANumber),
      ("%5", .notANumber), ("5 percent", .notANumber), ("0.0000000000001", .tooManyDecimals),
    ] as [(String, DecimalProblem)]
  )
  func `what is no percentage has a reason`(text: String, problem: DecimalProblem) {
    #expect(throws: problem) { try Percentage(text) }
  }

  @Test func `five nines fit`() throws {
    #expect(try Percentage("99.999").exactText == "99.999 %")
    #expect(try Percentage("99.999").rest == Percentage("0.001"))
  }

  @Test func `a percentage is compared exactly and displayed rounded down`() throws {
    let almost = try Percentage("99.8999999999")
    #expect(try almost < Percentage("99.9"))
    #expect(almost.text(decimals: 2) == "99.89 %")
    #expect(almost.text(decimals: 2, .halfAwayFromZero) == "99.90 %")
    #expect(almost.text(decimals: 0) == "99 %")
    #expect(try Percentage("99.4976851851").exactText == "99.497685… %")
  }

  @Test func `a part of the whole lies from 0 to 100 percent`() throws {
    #expect(Percentage.zero.isPart)
    #expect(Percentage.whole.isPart)
    #expect(try !Percentage("100.000000000001").isPart)
    #expect(try !Percentage("-0.000000000001").isPart)
  }
}

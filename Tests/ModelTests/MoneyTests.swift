import Model
import TestSupport
import Testing

@Suite struct MoneyTests {
  private func read(_ text: String, _ code: String, _ format: AmountFormat = .plain) throws -> Int64
  {
    try Money(text, currency: #require(Currency(code)), format: format).minorUnits
  }

  private func format(_ decimal: Character, _ groups: [Character]) throws -> AmountFormat {
    try #require(AmountFormat(decimalMark: decimal, groupMarks: groups))
  }

  @Test(arguments: [
    ("EUR", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("UYW", 4), ("BHD", 3), ("ISK", 0), ("XAF", 0),
    ("CHF", 2), ("MRU", 2), ("BYR", 0), ("BGN", 2), ("VED", 2), ("XCG", 2),
  ])
  func `a currency has the exponent of ISO 4217`(code: String, exponent: Int) throws {
    let currency = try #require(Currency(code))
    #expect(currency.exponent == exponent)
    #expect(currency.code == code)
  }

  @Test(arguments: ["", "eur", "EU", "EURO", "XAU", "XXX", "AAA", "E1R", "€"])
  func `other codes are no currencies`(code: String) {
    #expect(Currency(code) == nil)
  }

  @Test func `the table has every code once`() {
    let codes = Currency.allCodes
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { Currency($0)?.code == $0 })
  }

  @Test(
    arguments: [
      ("1234.50", "EUR", 123_450), ("1234.5", "EUR", 123_450), ("1234", "EUR", 123_400),
      ("1234.5000", "EUR", 123_450), ("-0.01", "EUR", -1), ("+5", "EUR", 500), (".5", "EUR", 50),
      ("5.", "EUR", 500), (" 7 ", "EUR", 700), ("1000", "JPY", 1_000), ("1000.00", "JPY", 1_000),
      ("1.234", "KWD", 1_234), ("0.0001", "CLF", 1),
      ("000000000000000000000000012.00", "EUR", 1_200),
      ("92233720368547758.07", "EUR", Int64.max), ("-92233720368547758.08", "EUR", Int64.min),
    ] as [(String, String, Int64)]
  )
  func `an amount is read exactly`(text: String, code: String, minor: Int64) throws {
    #expect(try read(text, code) == minor)
  }

  @Test(
    arguments: [
      ("", .empty), ("  ", .empty), ("abc", .notANumber), ("12a", .notANumber), ("-", .notANumber),
      (".", .notANumber), ("1.2.3", .notANumber), ("1,234.50", .notANumber), ("€5", .notANumber),
      ("1.005", .tooManyDecimals(allowed: 2)), ("1.00a", .notANumber), ("1.005x", .notANumber),
      ("1e5", .notANumber), ("1 2", .notANumber), ("92233720368547758.08", .overflow),
      ("-92233720368547758.09", .overflow), ("99999999999999999999999999999999", .overflow),
      ("--5", .notANumber), ("٣", .notANumber),
    ] as [(String, AmountProblem)]
  )
  func `what is no amount has a reason`(text: String, problem: AmountProblem) {
    #expect(throws: problem) { try read(text, "EUR") }
  }

  @Test func `a decimal too many for a currency without decimals`() {
    #expect(throws: AmountProblem.tooManyDecimals(allowed: 0)) { try read("10.5", "JPY") }
  }

  @Test func `the reasons are sentences`() {
    #expect(AmountProblem.empty.sentence == "The amount is empty.")
    #expect(AmountProblem.notANumber.sentence == "This is not a number.")
    #expect(
      AmountProblem.misplacedGroup.sentence == "A group mark is not followed by a group of digits."
    )
    #expect(
      AmountProblem.tooManyDecimals(allowed: 2).sentence == "The amount has more than 2 decimals."
    )
    #expect(AmountProblem.overflow.sentence == "The amount is too large.")
  }

  @Test func `group marks are skipped where groups can be`() throws {
    let german = try format(",", [".", " "])
    #expect(try read("1.234.567,50", "EUR", german) == 123_456_750)
    #expect(try read("1\u{202F}234,5", "EUR", german) == 123_450)
    #expect(try read("1\u{A0}234", "EUR", german) == 123_400)
    let swiss = try format(".", ["'", "’"])
    #expect(try read("1'234.50", "CHF", swiss) == 123_450)
    #expect(try read("1’234’567.05", "CHF", swiss) == 123_456_705)
    #expect(try read("12,34,567.00", "INR", format(".", [","])) == 123_456_700)
  }

  @Test(arguments: ["1,23", "1,2345", ",123", "1,,234", "1234,567,8", "1,234,", "12345,678"])
  func `a group mark elsewhere is noticed`(text: String) throws {
    let english = try format(".", [","])
    #expect(throws: AmountProblem.misplacedGroup) { try read(text, "EUR", english) }
  }

  @Test func `a format needs distinct marks that are no digits or signs`() {
    #expect(AmountFormat(decimalMark: ",", groupMarks: [","]) == nil)
    #expect(AmountFormat(decimalMark: "-") == nil)
    #expect(AmountFormat(decimalMark: ".", groupMarks: ["0"]) == nil)
    #expect(AmountFormat(decimalMark: "٫") == nil)
  }

  @Test(arguments: 0..<100)
  func `an amount round trips`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for code in ["EUR", "JPY", "KWD", "CLF"] {
      let currency = try #require(Currency(code))
      let minor =
        Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<64, using: &random)
      let money = Money(minorUnits: minor, currency: currency)
      #expect(try Money(money.amountText, currency: currency) == money)
    }
  }

  @Test func `amounts print with all decimals`() throws {
    #expect(try Money("1234.5", currency: #require(Currency("EUR"))).description == "1234.50 EUR")
    #expect(Money.amountText(-5, exponent: 2) == "-0.05")
    #expect(Money.amountText(.min, exponent: 0) == "-9223372036854775808")
    #expect(Money.amountText(0, exponent: 3) == "0.000")
  }

  @Test func `sums are checked`() throws {
    let euro = try #require(Currency("EUR"))
    let yen = try #require(Currency("JPY"))
    let most = Money(minorUnits: .max, currency: euro)
    let one = Money(minorUnits: 1, currency: euro)
    let less = Money(minorUnits: -1, currency: euro)
    #expect(most.adding(one) == nil)
    #expect(one.adding(Money(minorUnits: 1, currency: yen)) == nil)
    #expect(one.adding(one)?.minorUnits == 2)
    #expect(Money.sum([most, one], currency: euro) == nil)
    #expect(Money.sum([most, one, less], currency: euro) == most)
    #expect(Money.sum([one], currency: yen) == nil)
    #expect(Money.sum([], currency: yen)?.minorUnits == 0)
  }
}

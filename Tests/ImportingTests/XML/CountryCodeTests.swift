import Importing
import Testing

@Suite struct CountryCodeTests {
  @Test(arguments: [
    ("LUX", "LU"), ("deu", "DE"), ("PL", "PL"), ("EL", "GR"), ("UK", "GB"), ("1A", "XK"),
    ("XKX", "XK"), (" FRA ", "FR"),
  ])
  func `codes of two and three letters are understood`(code: String, expected: String) {
    #expect(CountryCode.alpha2(code) == expected)
  }

  @Test(arguments: ["", "X", "QQ", "ZZZ", "Germany", "€€"])
  func `what is no code gives nil`(code: String) {
    #expect(CountryCode.alpha2(code) == nil)
  }
}

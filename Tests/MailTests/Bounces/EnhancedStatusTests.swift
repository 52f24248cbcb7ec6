import Mail
import Testing

@Suite struct EnhancedStatusTests {
  @Test(arguments: [
    ("5.1.1", "5.1.1"), ("550 5.1.1 unknown", "5.1.1"), ("(#5.5.0)", "5.5.0"),
    ("4.4.7.", "4.4.7"), ("550-5.7.26 no", "5.7.26"), ("2.0.0 ok", "2.0.0"), ("5.1.10 x", "5.1.10"),
  ])
  func `a code is found in words`(text: String, wanted: String) {
    #expect(EnhancedStatus(text)?.description == wanted)
  }

  @Test(arguments: [
    "", "5.1", "3.1.1", "15.1.1", "192.5.1.1", "5.1.1.1", "v5.1.1", "5.1.1rc", "5.1234.1", "5..1",
  ])
  func `addresses, versions and other numbers are no codes`(text: String) {
    #expect(EnhancedStatus(text) == nil)
  }

  @Test func `the numbers have bounds`() {
    #expect(EnhancedStatus(5, 999, 999)?.description == "5.999.999")
    #expect(EnhancedStatus(3, 0, 0) == nil)
    #expect(EnhancedStatus(5, 1_000, 0) == nil)
    #expect(EnhancedStatus(5, 0, -1) == nil)
  }
}

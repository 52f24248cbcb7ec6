import Model
import Testing

@Suite struct CivilDayTests {
  @Test func `a day round trips`() {
    #expect(CivilDay("2024-02-29")?.description == "2024-02-29")
  }
}

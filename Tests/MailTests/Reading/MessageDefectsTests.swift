import Mail
import Testing

@Suite struct MessageDefectsTests {
  @Test func `every flag has a name of its own`() {
    let all = MessageDefects(rawValue: .max).names
    #expect(all.count == 25)
    #expect(Set(all).count == 25)
    #expect(MessageDefects.charactersReplaced.names == ["characters-replaced"])
    #expect(MessageDefects([.nul, .messageCut]).names == ["message-cut", "nul"])
    #expect(MessageDefects.finalBoundaryMissing.names == ["final-boundary-missing"])
  }
}

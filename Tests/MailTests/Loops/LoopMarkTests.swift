import Mail
import Testing

@Suite struct LoopMarkTests {
  @Test func `a mark is known again, and only with the right key and unchanged`() throws {
    let key = try #require(MailKey(secret: Array(repeating: 1, count: 32)))
    let other = try #require(MailKey(secret: Array(repeating: 2, count: 32)))
    let id = try #require(MessageID("a@example.org"))
    let mark = LoopMark(instance: "office", message: id)
    let value = mark.written(key: key)
    #expect(value.hasPrefix("office; a@example.org; "))
    #expect(LoopMark(value, key: key) == mark)
    #expect(LoopMark(value.replacing("; ", with: ";\r\n "), key: key) == mark)
    #expect(LoopMark(value, key: other) == nil)
    #expect(LoopMark(value.replacing("office", with: "0ffice"), key: key) == nil)
    #expect(LoopMark("yes", key: key) == nil)
    #expect(LoopMark("", key: key) == nil)
  }
}

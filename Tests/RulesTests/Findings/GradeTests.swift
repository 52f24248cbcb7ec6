import Model
import Rules
import Testing

@Suite struct GradeTests {
  @Test func `every grade has its place, the gravest first`() {
    #expect(Grade.byGravity == [.major, .minor, .observation, .info])
    #expect(Set(Grade.byGravity) == Set(Grade.allCases))
    for (graver, other) in zip(Grade.byGravity, Grade.byGravity.dropFirst()) {
      #expect(graver.isGraver(than: other))
      #expect(!other.isGraver(than: graver))
      #expect(!graver.isGraver(than: graver))
      #expect(other.orGraver(graver) == graver)
      #expect(graver.orGraver(other) == graver)
    }
  }
}

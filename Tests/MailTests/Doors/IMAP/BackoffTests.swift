import Mail
import Testing

@Suite struct BackoffTests {
  @Test func `each wait is twice the one before, up to the longest`() {
    var backoff = Backoff(first: 5, longest: 60)
    #expect((0..<6).map { _ in backoff.wait() } == [5, 10, 20, 40, 60, 60])
  }

  @Test func `after an attempt that worked it starts again`() {
    var backoff = Backoff()
    _ = backoff.wait()
    _ = backoff.wait()
    backoff.reset()
    #expect(backoff.wait() == 5)
  }

  @Test func `waits are never shorter than a second`() {
    var backoff = Backoff(first: -3, longest: 0)
    #expect(backoff.wait() == 1)
    #expect(backoff.wait() == 1)
  }

  @Test func `the longest number of seconds does not overflow`() {
    var backoff = Backoff(first: .max / 2 + 1, longest: .max)
    #expect(backoff.wait() == .max / 2 + 1)
    #expect(backoff.wait() == .max)
  }
}

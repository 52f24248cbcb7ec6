/// How long to wait before the next attempt after attempts that failed.
public struct Backoff: Sendable, Equatable {
  /// The first and the longest wait, in seconds.
  public let first: Int, longest: Int
  /// The next wait, in seconds.
  private var next: Int

  /// Makes a row of waits that double: 5, 10, 20 … up to 15 minutes if nothing else is said.
  public init(first: Int = 5, longest: Int = 900) {
    self.first = max(first, 1)
    self.longest = max(longest, self.first)
    next = self.first
  }

  /// The wait before the next attempt, in seconds; each one is twice the one before.
  public mutating func wait() -> Int {
    defer { next = next > longest / 2 ? longest : next * 2 }
    return next
  }

  /// Starts again from the first wait, after an attempt that worked.
  public mutating func reset() { next = first }
}

/// How much of one record a reader holds in memory.
public struct CSVLimits: Sendable, Equatable {
  /// The greatest length of a record in bytes of UTF-8; 16 MiB.
  public var recordBytes = 16 << 20
  /// The greatest number of fields in a record; 10,000.
  public var fields = 10_000
  /// The size of the buffer in bytes before a long record makes it grow; 256 KiB.
  public var bufferBytes = 256 << 10
  /// The greatest number of problems of one kind that are kept, the rest is counted; 100.
  public var problems = 100

  /// Makes the default limits.
  public init() {}
}

/// How much of a hypertext is looked at; what is beyond is left out, and the result says so.
public struct HypertextLimits: Sendable, Hashable {
  /// The greatest length in bytes of UTF-8; 5 MB.
  public var bytes = 5_000_000
  /// The greatest number of tags and texts; 200,000.
  public var tokens = 200_000
  /// The greatest number of elements in one another; 100, deeper ones lose their tags.
  public var depth = 100
  /// The greatest number of attributes of a tag; 100.
  public var attributes = 100
  /// The greatest number of links; 5,000, further ones lose their address.
  public var links = 5_000

  /// Makes the default limits.
  public init() {}
}

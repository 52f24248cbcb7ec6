/// What an archive may cost; beyond it the archive is refused as a whole.
public struct ZipLimits: Sendable {
  /// The most files and folders.
  public var entries = 1_000
  /// The most bytes of all files together, unpacked: 256 MiB.
  public var bytes = 256 << 20
  /// The most bytes out of one byte of the archive; it counts from ``freeBytes`` on.
  public var ratio = 200
  /// Unpacked bytes below which the ratio is not looked at: 1 MiB.
  public var freeBytes = 1 << 20

  /// Makes the limits of the properties.
  public init() {}
}

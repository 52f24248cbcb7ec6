/// The name of the outermost element of a document.
public struct XMLRoot: Hashable, Sendable {
  /// The name without a prefix.
  public var local: String
  /// The namespace, empty for none.
  public var namespace: String

  /// Makes the name of a root.
  public init(local: String, namespace: String) {
    self.local = local
    self.namespace = namespace
  }

  /// Finds the root in the first bytes of a document.
  ///
  /// The result is nil if they are not XML, or if a DOCTYPE comes before the root.
  public init?(start: [UInt8]) {
    guard let reader = try? XMLReader(MemorySource(start), named: ""),
      case .start(let name) = try? reader.next()
    else { return nil }
    local = reader.local(name)
    namespace = reader.namespace(name)
  }
}

/// How a part shall be shown, from its `Content-Disposition` (RFC 2183).
public struct ContentDisposition: Sendable, Hashable {
  /// The kind in lower case: `inline`, `attachment`, or what else is written.
  public let kind: String
  /// The parameters, in their order.
  public let parameters: MIMEParameters

  /// Makes a disposition; the kind in lower case.
  public init(_ kind: String, parameters: MIMEParameters = .init([])) {
    self.kind = kind
    self.parameters = parameters
  }

  /// Whether the part is to be shown in its place; every other kind counts as an attachment
  /// (RFC 2183, 2.8).
  public var isInline: Bool { kind == "inline" }
}

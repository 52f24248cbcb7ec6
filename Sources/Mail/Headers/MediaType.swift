/// What a body is, from its `Content-Type` (RFC 2045, 5).
public struct MediaType: Sendable, Hashable {
  /// The type in lower case, such as `text`.
  public let type: String
  /// The subtype in lower case, such as `plain`.
  public let subtype: String
  /// The parameters, in their order.
  public let parameters: MIMEParameters

  /// Makes a media type; `type` and `subtype` in lower case.
  public init(_ type: String, _ subtype: String, parameters: MIMEParameters = .init([])) {
    self.type = type
    self.subtype = subtype
    self.parameters = parameters
  }

  /// Type and subtype in lower case, such as `text/plain`.
  public var essence: String { "\(type)/\(subtype)" }

  /// The charset parameter as written; nil when it is missing.
  public var charset: String? { parameters["charset"] }
}

/// The parameters of a MIME field: continued pieces joined, encoded values decoded (RFC 2231).
public struct MIMEParameters: Sendable, Hashable {
  /// One parameter.
  public struct Parameter: Sendable, Hashable {
    /// The name in lower case, without the marks of RFC 2231.
    public let name: String
    /// The decoded value; words encoded as in RFC 2047 are decoded too, as many mailers write them.
    public let value: String

    /// Makes a parameter; the name in lower case.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// All parameters in their order, each name once.
  public let all: [Parameter]

  /// Makes a list; of several parameters with one name the first counts.
  public init(_ all: [Parameter]) { self.all = all }

  /// The value of the parameter with that name in lower case; nil when it is missing.
  public subscript(name: String) -> String? { all.first { $0.name == name }?.value }
}

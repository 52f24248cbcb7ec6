/// A password or a token, which prints as stars.
///
/// It can be neither interpolated nor dumped nor encoded by accident; only the connection
/// reads the value.
public struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The secret itself, which goes to a server and nowhere else.
  let value: String

  /// Makes a secret of a text.
  public init(_ value: String) { self.value = value }

  /// Three stars.
  public var description: String { "***" }
  /// Three stars.
  public var debugDescription: String { "***" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What a source wants done with the agreement that a record describes.
public enum DraftOperation: UInt8, Sendable, CaseIterable {
  /// Nothing is said: the agreement is added if the store does not have it, else compared.
  case unsaid
  /// The agreement is new.
  case new
  /// The agreement is there and has other values.
  case update
  /// The agreement is over: it ends, and stays in the store.
  case delete

  /// The word for it in a profile.
  public var word: String { String(describing: self) }

  /// The words that a profile can use, in their order.
  static let words = allCases.filter { $0 != .unsaid }.map(\.word)

  /// The operation that the bytes of one of the words name, or nil.
  init?(word bytes: Span<UInt8>) {
    let found = Self.allCases.first { $0 != .unsaid && bytes.equals(Array($0.word.utf8)) }
    guard let found else { return nil }
    self = found
  }
}

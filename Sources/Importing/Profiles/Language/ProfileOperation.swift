/// How a row says what is to be done with its agreement: add it, change it, end it.
public struct ProfileOperation: Sendable, Equatable {
  /// What happens to a row whose operation does not fit the store.
  public enum Mismatch: String, Sendable, CaseIterable {
    /// The row is rejected.
    case reject
    /// What is possible is done, with a warning.
    case warn
  }

  /// Where the operation stands; gives one of the words `new`, `update`, `delete`.
  public var value: ProfileValue
  /// The last day of an agreement that is deleted, or nil for the day before the import takes
  /// effect.
  public var endedOn: ProfileValue?
  /// What happens to `new` for a key that the store has, and to `update` and `delete` for one
  /// that it does not have.
  public var mismatch = Mismatch.reject

  /// Makes an operation that is read from a value.
  public init(_ value: ProfileValue) { self.value = value }
}

/// A clause of an edition of ISO/IEC 20000-1, as a row of the self-assessment.
public struct Clause: Sendable, Hashable {
  /// How far records prove that a clause is met.
  ///
  /// That is no judgement of their content.
  public enum Proof: String, Sendable, CaseIterable {
    /// There is nothing to prove, as with a list of terms.
    case none
    /// Only what people hand in proves it.
    case manual
    /// Our records prove the part that concerns suppliers and customers.
    case partly
    /// Our records prove it.
    case automatic
  }

  /// The number, such as `8.3.4.1`.
  public let number: String
  /// A short title in our own words.
  public let title: String
  /// How far our records prove it.
  public let proof: Proof
  /// Which records do, in words; nil where none do.
  public let records: String?
  /// The ids of the rules that judge it, in order; empty where none does.
  public let rules: [String]

  /// Whether a number is that of this clause or of one above it, such as `8.5.1` for `8.5.1.3`.
  func isWithin(_ number: String) -> Bool {
    self.number == number || self.number.hasPrefix(number + ".")
  }
}

/// How grave a result is.
///
/// The order is from the gravest to the least.
public enum Grade: String, Sendable, CaseIterable, Codable {
  /// A required thing does not exist at all, or has failed for so long or so often that the
  /// process cannot be said to work.
  case major
  /// A single lapse: late, incomplete, one record missing.
  case minor
  /// Still within the rule but heading out of it, or good practice missing.
  case observation
  /// No judgement.
  case info
}

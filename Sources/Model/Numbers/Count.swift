/// Counts in words.
public enum Count {
  /// `1 day`, `3 days`.
  public static func days(_ number: Int) -> String { of(number, "day") }

  /// A number with its noun in the singular or plural.
  public static func of(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

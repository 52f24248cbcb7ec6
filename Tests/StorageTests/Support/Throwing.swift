/// The description of what a body throws; nil if it throws nothing.
func thrown(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return "\(error)"
  }
}

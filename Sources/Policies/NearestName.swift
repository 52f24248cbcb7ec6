/// Finds the known name that a person most likely meant.
enum NearestName {
  /// The name with the fewest changed letters, or nil if none is near.
  ///
  /// Near is at most a third of the letters, and two for short names; upper and lower case are the
  /// same. Of equally near names the first one is taken.
  static func of(_ name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    guard wanted.count <= 100 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known {
      let letters = Array(candidate.lowercased())
      let limit = max(2, min(wanted.count, letters.count) / 3)
      let distance = distance(wanted, letters)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// How many letters must be added, taken out, replaced or swapped with their neighbour.
  ///
  /// This is the optimal string alignment distance, see Damerau, "A technique for computer
  /// detection and correction of spelling errors", 1964.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1], current[column]) + 1
        cost = min(cost, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}

/// Finds the cycles of a graph, going through its nodes in order without recursion.
///
/// Not all cycles of a tangle are listed, but at least one of it is.
struct CycleSearch {
  let edges: [String: [String]]
  private var path: [(node: String, next: Int)] = []
  private var place: [String: Int] = [:]
  private var finished: Set<String> = []
  private var found: Set<[String]> = []

  init(edges: [String: [String]]) { self.edges = edges }

  /// The cycles, each beginning with its first node in order, sorted.
  mutating func cycles() -> [[String]] {
    for start in edges.keys.sorted() where !finished.contains(start) {
      enter(start)
      while let top = path.last { step(top) }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private mutating func enter(_ node: String) {
    place[node] = path.count
    path.append((node, 0))
  }

  private mutating func step(_ top: (node: String, next: Int)) {
    let targets = edges[top.node] ?? []
    guard top.next < targets.count else {
      path.removeLast()
      place[top.node] = nil
      finished.insert(top.node)
      return
    }
    path[path.count - 1].next += 1
    let target = targets[top.next]
    if let start = place[target] {
      found.insert(Self.rotated(path[start...].map(\.node)))
    } else if !finished.contains(target) {
      enter(target)
    }
  }

  private static func rotated(_ cycle: [String]) -> [String] {
    guard let first = cycle.min(), let index = cycle.firstIndex(of: first) else { return cycle }
    return Array(cycle[index...] + cycle[..<index])
  }
}

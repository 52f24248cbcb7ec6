/// Finds the code of a name by the addresses of its two strings in libxml2's dictionary.
///
/// A parser keeps each name once, so that equal addresses mean equal names. Open addressing
/// with a power of two of places, at most half of them used.
struct XMLNameCache {
  private struct Place {
    var local: UInt = 0
    var namespace: UInt = 0
    var code: Int32 = 0
  }

  private var places = Array(repeating: Place(), count: 256)
  private var count = 0

  /// The code of the name with the addresses, or nil.
  func code(local: UInt, namespace: UInt) -> Int32? {
    let place = places[index(local: local, namespace: namespace)]
    return place.local == 0 ? nil : place.code
  }

  /// Keeps a code; the address of a local name is never 0.
  mutating func insert(_ code: Int32, local: UInt, namespace: UInt) {
    if count * 2 >= places.count { grow() }
    let index = index(local: local, namespace: namespace)
    places[index] = Place(local: local, namespace: namespace, code: code)
    count += 1
  }

  private func index(local: UInt, namespace: UInt) -> Int {
    let mask = places.count - 1
    var hash = (local ^ (namespace &* 31)) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    var index = Int(truncatingIfNeeded: hash) & mask
    while places[index].local != 0,
      places[index].local != local || places[index].namespace != namespace
    {
      index = (index + 1) & mask
    }
    return index
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: Place(), count: old.count * 2)
    for place in old where place.local != 0 {
      places[index(local: place.local, namespace: place.namespace)] = place
    }
  }
}

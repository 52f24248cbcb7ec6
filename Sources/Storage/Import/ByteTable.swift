import Foundation

/// A dictionary from byte strings to numbers that allocates nothing for a look-up.
///
/// Open addressing with linear probing; the keys lie in one arena. When the arena has reached
/// its limit the table forgets everything: it is a cache.
struct ByteTable {
  private struct Slot {
    var hash: UInt64 = 0
    var start: Int32 = 0
    /// -1 for a free slot.
    var count: Int32 = -1
    var value: Int64 = 0
  }

  private var slots: [Slot]
  private var arena: [UInt8] = []
  private var used = 0
  private let limit: Int

  /// Makes a table whose keys take at most `limit` bytes.
  init(limit: Int = 16 << 20) {
    slots = Array(repeating: Slot(), count: 1 << 10)
    self.limit = limit
  }

  /// The number for the key, or nil.
  func value(_ key: UnsafeRawBufferPointer) -> Int64? {
    let hash = unsafe Self.hash(key)
    let index = unsafe find(key, hash)
    return slots[index].count < 0 ? nil : slots[index].value
  }

  /// Sets the number for the key.
  mutating func set(_ key: UnsafeRawBufferPointer, _ value: Int64) {
    if arena.count + key.count > limit { removeAll() }
    if used * 2 >= slots.count { grow() }
    let hash = unsafe Self.hash(key)
    let index = unsafe find(key, hash)
    if slots[index].count < 0 {
      let start = Int32(arena.count)
      unsafe arena.append(contentsOf: key)
      slots[index] = Slot(hash: hash, start: start, count: Int32(key.count), value: value)
      used += 1
    } else {
      slots[index].value = value
    }
  }

  /// Forgets everything.
  mutating func removeAll() {
    for index in slots.indices { slots[index].count = -1 }
    arena.removeAll(keepingCapacity: true)
    used = 0
  }

  private func find(_ key: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].count >= 0 {
      if slots[index].hash == hash, unsafe equals(slots[index], key) { return index }
      index = (index + 1) & mask
    }
    return index
  }

  private func equals(_ slot: Slot, _ key: UnsafeRawBufferPointer) -> Bool {
    guard Int(slot.count) == key.count else { return false }
    let start = Int(slot.start)
    return unsafe arena.withUnsafeBytes { arena -> Bool in
      guard let base = arena.baseAddress, let other = key.baseAddress else { return true }
      return unsafe memcmp(base + start, other, key.count) == 0
    }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.count >= 0 {
      var index = Int(truncatingIfNeeded: slot.hash) & mask
      while slots[index].count >= 0 { index = (index + 1) & mask }
      slots[index] = slot
    }
  }

  /// Seeded by the process, so that a hostile file cannot choose keys that collide.
  private static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
    var hasher = Hasher()
    unsafe hasher.combine(bytes: key)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}

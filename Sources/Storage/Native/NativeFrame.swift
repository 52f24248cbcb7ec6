import Importing

/// The record of a native document that is being read, used again for the next of its level.
final class NativeFrame {
  /// The value of a column.
  enum Slot: Equatable {
    case none
    case integer(Int64)
    /// Bytes of the arena.
    case text(Range<Int>)
    case blob([UInt8])
  }

  private(set) var plan: NativePlan
  private(set) var owner: Int64 = 0
  private(set) var place = Place(line: 1)
  var id: Int64 = 0
  var recording: Int64 = 0
  var isVoided = false
  var slots: [Slot] = []
  private(set) var arena: [UInt8] = []

  init(_ plan: NativePlan) { self.plan = plan }

  /// Empties the frame for a record below an owner.
  func start(_ plan: NativePlan, owner: Int64, place: Place) {
    self.plan = plan
    self.owner = owner
    self.place = place
    isVoided = false
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(.none, count: plan.slotCount))
    arena.removeAll(keepingCapacity: true)
  }

  // MARK: Values

  /// Keeps text with its escapes resolved.
  func text(_ bytes: ArraySlice<UInt8>) -> Slot {
    let start = arena.count
    arena.append(contentsOf: bytes)
    XMLTextEscapes.decode(&arena, from: start)
    return .text(start..<arena.count)
  }

  /// The text in a slot, empty for none.
  func string(_ slot: Int) -> String {
    guard case .text(let range) = slots[slot] else { return "" }
    return String(decoding: arena[range], as: UTF8.self)
  }

  /// The reference of the record, its first attribute.
  var reference: String { slots.isEmpty ? "" : string(0) }

  static func string(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = Array(bytes)
    XMLTextEscapes.decode(&bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A whole number, or none.
  static func integer(_ bytes: ArraySlice<UInt8>) -> Slot {
    let digits = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
    return Int64(digits).map(Slot.integer) ?? .none
  }

  /// The bytes of hexadecimal digits.
  static func blob(_ digits: ArraySlice<UInt8>) -> [UInt8] {
    var blob: [UInt8] = []
    blob.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      let value = digit < 58 ? digit &- 48 : (digit | 32) &- 87
      if let first = high {
        blob.append(first << 4 | value & 15)
        high = nil
      } else {
        high = value & 15
      }
    }
    return blob
  }
}

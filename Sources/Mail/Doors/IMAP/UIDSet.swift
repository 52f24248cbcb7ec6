/// A set of mails of a mailbox by their numbers.
enum UIDSet {
  /// The set as commands write it (RFC 9051, section 9, `sequence-set`): `1:3,7`.
  ///
  /// - Returns: Neighbouring numbers as ranges, ascending, each once; empty for no number.
  static func text(_ uids: some Sequence<UInt32>) -> String {
    var ranges: [(first: UInt32, last: UInt32)] = []
    for uid in Set(uids).sorted() {
      if let last = ranges.last?.last, last &+ 1 == uid {
        ranges[ranges.count - 1].last = uid
      } else {
        ranges.append((uid, uid))
      }
    }
    return ranges.map { $0.first == $0.last ? "\($0.first)" : "\($0.first):\($0.last)" }
      .joined(separator: ",")
  }
}

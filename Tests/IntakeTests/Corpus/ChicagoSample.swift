import Foundation
import Importing
import TestSupport

/// Some contracts of Chicago's register with all their rows, cut out without the CSV reader.
struct ChicagoSample {
  /// A row of the file.
  struct Row {
    var bytes: [UInt8]
    var key: [UInt8]
    var revision: [UInt8]
  }

  private(set) var header: [UInt8] = []
  private(set) var rows: [Row] = []

  /// The number of contracts.
  var keyCount: Int { Set(rows.map(\.key)).count }

  /// The number of versions: pairs of contract and revision.
  var versionCount: Int { Set(rows.map { $0.key + [0] + $0.revision }).count }

  /// Cuts out about `count` of 68,543 contracts, chosen by the seed.
  init(path: String, count: UInt64, seed: UInt64) throws {
    let source = try ByteSources.open(path: path)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try unsafe piece.withUnsafeMutableBytes { try unsafe source.read(into: $0) }
      guard count > 0 else { break }
      bytes += piece.prefix(count)
    }
    var cutter = Cutter()
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe cutter.cut(bytes) { key in
        var generator = SplitMix64(seed: Self.hash(key) ^ seed)
        return generator.next() % 68_543 < count
      }
    }
    header = cutter.header
    rows = cutter.rows
  }

  /// The file with the rows in their order, or in an order that the seed decides.
  func file(shuffledBy seed: UInt64? = nil) -> [UInt8] {
    var rows = rows
    if let seed {
      var generator = SplitMix64(seed: seed)
      rows.shuffle(using: &generator)
    }
    return header + rows.flatMap(\.bytes)
  }

  /// FNV-1a, as in draft-eastlake-fnv.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

/// Finds rows and their second and third cells by counting quotes and commas.
private struct Cutter {
  var header: [UInt8] = []
  var rows: [ChicagoSample.Row] = []

  mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, isWanted: ([UInt8]) -> Bool) {
    var start = 0
    var marks: [Int] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = unsafe bytes[index]
      if byte == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted, byte == 0x2C, marks.count < 3 {
        marks.append(index)
      } else if !isQuoted, byte == 0x0A {
        unsafe take(bytes, start, marks, index + 1, isWanted)
        start = index + 1
        marks.removeAll(keepingCapacity: true)
      }
      index += 1
    }
  }

  private mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ marks: [Int],
    _ end: Int,
    _ isWanted: ([UInt8]) -> Bool
  ) {
    guard !header.isEmpty else {
      header = unsafe Array(bytes[start..<end])
      return
    }
    guard marks.count == 3 else { return }
    let key = unsafe Array(bytes[marks[0] + 1..<marks[1]])
    guard isWanted(key) else { return }
    rows.append(
      ChicagoSample.Row(
        bytes: unsafe Array(bytes[start..<end]),
        key: key,
        revision: unsafe Array(bytes[marks[1] + 1..<marks[2]])
      )
    )
  }
}

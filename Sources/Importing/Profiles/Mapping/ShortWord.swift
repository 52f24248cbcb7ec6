/// A word that a cell stands for: up to 16 bytes without a reference, longer ones with one.
struct ShortWord {
  private let bytes: UInt128
  private let count: Int
  private let long: [UInt8]?

  init(_ text: String) {
    let utf8 = Array(text.utf8)
    count = utf8.count
    long = utf8.count > 16 ? utf8 : nil
    bytes = long == nil ? utf8.reversed().reduce(0) { $0 << 8 | UInt128($1) } : 0
  }

  /// The word as text.
  var string: String {
    var array: [UInt8] = []
    append(to: &array)
    return String(decoding: array, as: UTF8.self)
  }

  /// Adds the bytes of the word.
  @inline(__always)
  func append(to array: inout [UInt8]) {
    if let long {
      array += long
      return
    }
    unsafe withUnsafeBytes(of: bytes.littleEndian) {
      unsafe array.append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[..<count]))
    }
  }
}

extension Draft {
  /// Adds a word to the arena and tells where it lies.
  @inline(__always)
  mutating func append(word: ShortWord) -> Bytes {
    append { word.append(to: &$0) }
  }
}

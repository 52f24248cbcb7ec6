extension Span<UInt8> {
  /// Whether the bytes are the same.
  @inline(__always)
  func equals(_ bytes: [UInt8]) -> Bool {
    guard count == bytes.count else { return false }
    for index in 0..<count where self[index] != bytes[index] { return false }
    return true
  }

  /// The bytes as an array.
  var array: [UInt8] { unsafe withUnsafeBufferPointer { unsafe Array($0) } }

  /// The bytes as text.
  var string: String {
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension [UInt8] {
  /// Adds the bytes.
  @inline(__always)
  mutating func append(span: Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension Draft {
  /// Adds bytes to the arena and tells where they lie.
  @inline(__always)
  mutating func append(span: Span<UInt8>) -> Bytes {
    unsafe span.withUnsafeBufferPointer { unsafe append($0) }
  }
}

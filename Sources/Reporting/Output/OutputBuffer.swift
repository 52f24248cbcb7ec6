/// Collects bytes and hands them to a sink in pieces of up to 128 KiB.
///
/// What is collected and not flushed is lost with the buffer. Text goes in without a copy in
/// between; see `OutputBuffer+Values.swift` for days, numbers and amounts.
@safe struct OutputBuffer: ~Copyable {
  /// The number of bytes in a piece.
  static let capacity = 1 << 17

  private let memory: UnsafeMutablePointer<UInt8>
  private var count = 0
  private let sink: any OutputSink

  init(_ sink: any OutputSink) {
    self.sink = sink
    unsafe memory = .allocate(capacity: Self.capacity)
  }

  deinit { unsafe memory.deallocate() }

  /// Hands everything collected to the sink.
  mutating func flush() throws(OutputError) {
    guard count > 0 else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: memory, count: count)
    count = 0
    try unsafe sink.write(RawSpan(_unsafeBytes: bytes))
  }

  /// Makes room for a number of bytes, at most the capacity.
  @inline(__always)
  mutating func reserve(_ size: Int) throws(OutputError) {
    if Self.capacity - count < size { try flush() }
  }

  /// Adds what a function writes, for which at most `size` bytes are needed.
  ///
  /// The function gets the memory and gives the number of bytes it wrote.
  @inline(__always)
  mutating func append(
    upTo size: Int,
    _ write: (UnsafeMutablePointer<UInt8>) -> Int
  ) throws(OutputError) {
    try reserve(size)
    count += unsafe write(memory + count)
  }

  /// Adds one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) throws(OutputError) {
    try reserve(1)
    unsafe memory[count] = byte
    count += 1
  }

  /// Adds a text in UTF-8.
  mutating func append(_ text: String) throws(OutputError) {
    let size = text.utf8.count
    guard size <= Self.capacity else {
      for byte in text.utf8 { try append(byte) }
      return
    }
    try reserve(size)
    let target = unsafe memory + count
    let copied = unsafe text.utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      guard let start = bytes.baseAddress else { return true }
      unsafe target.update(from: start, count: bytes.count)
      return true
    }
    if copied == nil {
      for (index, byte) in text.utf8.enumerated() { unsafe target[index] = byte }
    }
    count += size
  }

  /// Adds bytes, at most the capacity.
  mutating func append(_ bytes: [UInt8]) throws(OutputError) {
    try reserve(bytes.count)
    let target = unsafe memory + count
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe target.update(from: start, count: source.count)
    }
    count += bytes.count
  }

  /// Adds a text byte by byte through a function that may replace bytes, if `growth` is enough.
  ///
  /// The function gets the text's bytes and the memory, and gives the number of bytes written, at
  /// most `growth` times the text's plus 8. Longer texts than fit are given in pieces.
  @inline(__always)
  mutating func append(
    _ text: String,
    growth: Int,
    _ write: (UnsafeBufferPointer<UInt8>, UnsafeMutablePointer<UInt8>) -> Int
  ) throws(OutputError) {
    let size = text.utf8.count
    guard size * growth + 8 <= Self.capacity else {
      try unsafe appendPieces(of: text, growth: growth, write)
      return
    }
    try reserve(size * growth + 8)
    let target = unsafe memory + count
    if let written = unsafe text.utf8.withContiguousStorageIfAvailable({ unsafe write($0, target) })
    {
      count += written
    } else {
      count += unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe write($0, target) }
    }
  }

  private mutating func appendPieces(
    of text: String,
    growth: Int,
    _ write: (UnsafeBufferPointer<UInt8>, UnsafeMutablePointer<UInt8>) -> Int
  ) throws(OutputError) {
    let bytes = Array(text.utf8)
    let step = (Self.capacity - 8) / growth
    for start in stride(from: 0, to: bytes.count, by: step) {
      try reserve(Self.capacity)
      let target = unsafe memory + count
      count += unsafe bytes[start..<min(start + step, bytes.count)]
        .withUnsafeBufferPointer { unsafe write($0, target) }
    }
  }
}

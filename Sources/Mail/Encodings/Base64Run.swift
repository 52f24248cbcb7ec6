/// One decoding of Base64.
///
/// The output has room for three bytes of every four of the input and six more; that bound holds
/// since three bytes are written only after four characters were read, and at each restart or end
/// at most two after two.
@unsafe
struct Base64Run {
  private let input: UnsafeBufferPointer<UInt8>
  private let table: UnsafeBufferPointer<UInt32>
  private let output: UnsafeMutableBufferPointer<UInt8>
  private var index = 0
  /// The characters of a group read so far, and how many.
  private var group: UInt32 = 0
  private var filled = 0
  private var isPadded = false
  private(set) var written = 0
  private(set) var defects: MessageDefects = []

  init(
    input: UnsafeBufferPointer<UInt8>,
    table: UnsafeBufferPointer<UInt32>,
    output: UnsafeMutableBufferPointer<UInt8>
  ) {
    unsafe self.input = unsafe input
    unsafe self.table = unsafe table
    unsafe self.output = unsafe output
  }

  /// Decodes all of the input.
  mutating func decode() {
    while unsafe index < input.count {
      if unsafe filled == 0 { unsafe decodeGroups() }
      guard unsafe index < input.count else { break }
      unsafe take(input[index])
      unsafe index += 1
    }
    unsafe endGroup()
  }

  /// Decodes as many whole groups as follow without anything between.
  @inline(__always)
  private mutating func decodeGroups() {
    guard let base = unsafe input.baseAddress, let table = unsafe table.baseAddress,
      let output = unsafe output.baseAddress
    else { return }
    let end = unsafe input.count - 4
    var from = unsafe index
    var to = unsafe written
    while from <= end {
      let bits =
        unsafe table[Int(base[from])] | table[256 + Int(base[from + 1])]
        | table[512 + Int(base[from + 2])] | table[768 + Int(base[from + 3])]
      guard bits < 0x0100_0000 else { break }
      unsafe output[to] = UInt8(truncatingIfNeeded: bits >> 16)
      unsafe output[to + 1] = UInt8(truncatingIfNeeded: bits >> 8)
      unsafe output[to + 2] = UInt8(truncatingIfNeeded: bits)
      from += 4
      to += 3
    }
    if unsafe from > index { unsafe noteRestart() }
    unsafe index = from
    unsafe written = to
  }

  private mutating func take(_ byte: UInt8) {
    let bits = unsafe table[768 + Int(byte)]
    guard bits < 0x40 else {
      unsafe pass(byte)
      return
    }
    unsafe noteRestart()
    unsafe group = group << 6 | bits
    unsafe filled += 1
    guard unsafe filled == 4 else { return }
    unsafe write(3, of: group)
  }

  /// Passes a byte that is no character of the alphabet.
  private mutating func pass(_ byte: UInt8) {
    if byte == .equals {
      unsafe endGroup()
      unsafe isPadded = true
    } else if !byte.isSpace {
      unsafe defects.insert(.malformedEncoding)
    }
  }

  private mutating func noteRestart() {
    guard unsafe isPadded else { return }
    unsafe isPadded = false
    unsafe defects.insert(.base64Restarted)
  }

  /// Writes the bytes of a group that is not full; a single character has none.
  private mutating func endGroup() {
    switch unsafe filled {
    case 0: return
    case 1: unsafe defects.insert(.malformedEncoding)
    case 2: unsafe write(1, of: group << 12)
    default: unsafe write(2, of: group << 6)
    }
    unsafe group = 0
    unsafe filled = 0
  }

  private mutating func write(_ count: Int, of bits: UInt32) {
    for place in 0..<count {
      unsafe output[written] = UInt8(truncatingIfNeeded: bits >> UInt32(16 - 8 * place))
      unsafe written += 1
    }
    unsafe group = 0
    unsafe filled = 0
  }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Decodes bytes by the converters of the C library.
enum Iconv {
  /// The text as UTF-8, and whether bytes were replaced by U+FFFD.
  struct Converted {
    var utf8: [UInt8]
    var isLossy: Bool
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Decodes by the converter of that name, one of ``Charset``; nil if there is none.
  static func decode(_ bytes: ArraySlice<UInt8>, from name: String) -> Converted? {
    let opened = unsafe iconv_open("UTF-8", name)
    guard let descriptor = unsafe opened, Int(bitPattern: descriptor) != -1 else {
      return nil
    }
    defer { unsafe _ = iconv_close(descriptor) }
    var input = Array(bytes)
    var result = Converted(utf8: [], isLossy: false)
    result.utf8.reserveCapacity(bytes.count + bytes.count / 2)
    unsafe input.withUnsafeMutableBytes { buffer in
      unsafe run(descriptor, buffer, &result)
    }
    return result
  }

  /// Converts piece by piece; each round takes bytes, passes one, or ends.
  private static func run(
    _ descriptor: iconv_t,
    _ input: UnsafeMutableRawBufferPointer,
    _ result: inout Converted
  ) {
    let piece = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 64 << 10)
    defer { unsafe piece.deallocate() }
    var next = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
    var left = input.count
    while left > 0 {
      let before = left
      var output = piece.baseAddress
      var room = piece.count
      let code = unsafe iconv(descriptor, &next, &left, &output, &room)
      let fault = code == -1 ? errno : 0
      unsafe append(piece, piece.count - room, to: &result.utf8)
      guard fault != 0, left > 0 else { break }
      if fault == E2BIG, left < before || room < piece.count { continue }
      result.utf8 += replacement
      result.isLossy = true
      unsafe next = next?.advanced(by: 1)
      left -= 1
    }
    var output = piece.baseAddress
    var room = piece.count
    _ = unsafe iconv(descriptor, nil, nil, &output, &room)
    unsafe append(piece, piece.count - room, to: &result.utf8)
  }

  private static func append(
    _ piece: UnsafeMutableBufferPointer<CChar>,
    _ count: Int,
    to utf8: inout [UInt8]
  ) {
    unsafe utf8.append(contentsOf: UnsafeRawBufferPointer(piece)[..<count])
  }
}

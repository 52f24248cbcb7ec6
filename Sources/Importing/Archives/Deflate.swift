import CZlib

/// Raw deflate data (RFC 1951) of a known size, through zlib.
enum Deflate {
  /// Unpacks data that must end with its last byte and come to exactly so many bytes.
  ///
  /// No more than one byte beyond the count is ever written, whatever the data say.
  ///
  /// - Parameters:
  ///   - packed: The data, at most 4 GiB.
  ///   - count: How many bytes come out of them.
  /// - Returns: The bytes; nil if the data are damaged or come to more or less.
  static func inflated(_ packed: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    guard let size = UInt32(exactly: packed.count), let room = UInt32(exactly: count + 1) else {
      return nil
    }
    var isWhole = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, written in
      unsafe packed.withUnsafeBufferPointer { packed in
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        defer { unsafe stream.deallocate() }
        let streamSize = unsafe Int32(MemoryLayout<z_stream>.size)
        // Minus 15: the greatest window, and neither header nor trailer.
        guard unsafe inflateInit2_(stream, -15, ZLIB_VERSION, streamSize) == Z_OK else { return }
        defer { unsafe inflateEnd(stream) }
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
        unsafe stream.pointee.avail_in = size
        unsafe stream.pointee.next_out = buffer.baseAddress
        unsafe stream.pointee.avail_out = room
        let status = unsafe inflate(stream, Z_FINISH)
        written = unsafe Int(room - stream.pointee.avail_out)
        isWhole = unsafe status == Z_STREAM_END && stream.pointee.avail_in == 0
      }
    }
    return isWhole && bytes.count == count ? bytes : nil
  }

  /// The CRC-32 of bytes (APPNOTE, section 4.4.7), at most 4 GiB.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe UInt32(truncatingIfNeeded: crc32(0, buffer.baseAddress, UInt32(buffer.count)))
    }
  }
}

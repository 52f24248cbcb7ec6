/// Takes the transfer encoding off a body (RFC 2045, 6).
enum TransferDecoder {
  /// The decoded bytes; those of an encoding that is not known as they are.
  static func decode(_ body: ArraySlice<UInt8>, _ encoding: TransferEncoding) -> DecodedBytes {
    switch encoding {
    case .sevenBit, .eightBit, .binary: DecodedBytes(bytes: Array(body), defects: [])
    case .base64: Base64.decode(body)
    case .quotedPrintable: QuotedPrintable.decode(body)
    case .uuencode: UUEncoding.decode(body)
    case .other: DecodedBytes(bytes: Array(body), defects: .unknownEncoding)
    }
  }
}

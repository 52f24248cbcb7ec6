import CCurl

/// The text of a mail on its way through libcurl, and what is said about it.
final class SMTPTransfer {
  private let text: [UInt8]
  private var position = 0
  /// What was said.
  private(set) var dialogue = SMTPDialogue()
  /// The server's lines of greeting and login, for messages.
  let lines = CurlDialogue()

  init(_ text: [UInt8]) { self.text = text }

  /// The size of the text in bytes.
  var size: Int { text.count }

  /// Whether the text was given away to its end.
  var isComplete: Bool { position == text.count }

  /// Makes the handle read the text here and tell what is said.
  func attach(to handle: CurlHandle) throws {
    try handle.set(CURLOPT_READDATA, context: self)
    unsafe try handle.set(CURLOPT_READFUNCTION, transfer: readText)
    try handle.set(CURLOPT_DEBUGDATA, context: self)
    unsafe try handle.set(CURLOPT_DEBUGFUNCTION, record: recordLine)
    try handle.set(CURLOPT_VERBOSE, 1)
    try lines.listen(to: handle)
  }

  fileprivate func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, text.count - position)
    unsafe buffer.copyBytes(from: text[position..<position + count])
    position += count
    return count
  }

  fileprivate func record(_ kind: curl_infotype, _ bytes: UnsafeRawBufferPointer) {
    if kind == CURLINFO_HEADER_OUT { unsafe dialogue.sent(bytes) }
    guard kind == CURLINFO_HEADER_IN else { return }
    for line in unsafe Array(bytes).split(separator: 0x0A) { dialogue.received(Array(line)) }
  }
}

private let readText: curl_transfer_function = { bytes, size, count, context in
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let transfer = unsafe Unmanaged<SMTPTransfer>.fromOpaque(context).takeUnretainedValue()
  return unsafe transfer.read(
    into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
  )
}

private let recordLine: curl_record_function = { _, kind, bytes, size, context in
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let transfer = unsafe Unmanaged<SMTPTransfer>.fromOpaque(context).takeUnretainedValue()
  unsafe transfer.record(kind, UnsafeRawBufferPointer(start: bytes, count: size))
  return 0
}

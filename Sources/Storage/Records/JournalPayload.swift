import Foundation

/// The payload of a small change: a JSON object of texts with sorted keys.
enum JournalPayload {
  static func text(_ values: [String: String?]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try String(decoding: encoder.encode(values), as: UTF8.self)
  }
}

extension Store {
  /// Runs one small change in one transaction with one journal entry.
  func change<Value>(
    _ request: WriteRequest,
    _ payload: [String: String?],
    body: (WriteSession) throws -> Value
  ) throws -> Value {
    let text = try JournalPayload.text(payload)
    return try write(request, payload: { _ in text }, body: body)
  }
}

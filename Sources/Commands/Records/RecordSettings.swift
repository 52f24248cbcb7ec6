import ArgumentParser
import Model

/// Facts of a record as they are written after `--set`: `field=value`.
enum RecordSettings {
  /// Reads the settings; nothing after `=` takes the value away.
  ///
  /// - Throws: A `ValidationError` that says what is wrong and what is possible.
  static func read(_ texts: [String], of type: RecordType) throws -> [String: FieldValue?] {
    var values: [String: FieldValue?] = [:]
    for text in texts {
      guard let mark = text.firstIndex(of: "=") else {
        throw ValidationError(
          "\(text) sets nothing; write field=value, such as \(type.fields[0].name)=…"
        )
      }
      let name = String(text[..<mark])
      guard let field = type.field(name) else {
        let names = type.fields.map(\.name).joined(separator: ", ")
        throw ValidationError("A \(type.words) has no \(name); it has \(names).")
      }
      let value = String(text[text.index(after: mark)...])
      guard !value.isEmpty else {
        values[name] = .some(nil)
        continue
      }
      guard let read = field.type.value(value) else {
        throw ValidationError(
          "\(value) is no value of \(name); write \(field.type.expectation)."
        )
      }
      values[name] = read
    }
    return values
  }
}

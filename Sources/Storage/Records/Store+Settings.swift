import GRDB
public import Model

extension Store {
  /// Sets a setting of the organisation from a day on.
  ///
  /// - Throws: ``InvalidRecord`` for a blank key; ``StoreError``.
  public func setSetting(
    _ key: String,
    to value: String,
    effectiveOn: CivilDay,
    _ request: WriteRequest
  ) throws {
    var check = RecordCheck()
    check.require(key, "key")
    try check.finish()
    let payload = ["key": key, "value": value, "effectiveOn": effectiveOn.description]
    try change(request, payload) { session in
      try session.insert(
        "setting",
        [
          .integer(try session.nextId("setting")), .text(key), .text(value),
          .text(effectiveOn.description),
        ]
      )
    }
  }
}

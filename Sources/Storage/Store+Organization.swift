import GRDB
public import Model

extension Store {
  /// The organisation's zone as it is set today; UTC if none is.
  ///
  /// - Returns: The zone.
  /// - Throws: ``StoreError``.
  public func zone() throws -> Zone {
    try onConnection { database in
      let name = try String.fetchOne(
        database,
        sql: "SELECT value FROM setting WHERE key = ? ORDER BY recordingId DESC, id DESC LIMIT 1",
        arguments: [Organization.Key.zone.rawValue]
      )
      return name.flatMap(Zone.named) ?? .utc
    }
  }

  /// Records settings of the organisation, by key; they hold from the day on.
  ///
  /// - Throws: ``StoreError``.
  public func setOrganization(
    _ settings: [(key: Organization.Key, value: String)],
    effectiveOn: CivilDay,
    _ request: WriteRequest
  ) throws {
    guard !settings.isEmpty else { return }
    try write(
      request,
      payload: { _ in Self.payload(settings) },
      body: { session in
        var id = try session.nextId("setting")
        for (key, value) in settings {
          try session.insert(
            "setting",
            [.integer(id), .text(key.rawValue), .text(value), .text(effectiveOn.description)]
          )
          id += 1
        }
      }
    )
  }

  private static func payload(_ settings: [(key: Organization.Key, value: String)]) -> String {
    let keys = settings.map { "\"\($0.key.rawValue)\"" }.joined(separator: ",")
    return "{\"settings\":[\(keys)]}"
  }
}

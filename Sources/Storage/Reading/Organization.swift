import GRDB
public import Model

/// The organisation whose relationships the store keeps.
public struct Organization: Sendable, Equatable {
  /// Its name, or nil if none is set.
  public var name: String?
  /// Its zone; UTC if none is set.
  public var zone: Zone
  /// Its country or land, such as `DE-BE`, or nil.
  public var country: String?

  /// The keys of the settings.
  public enum Key: String, CaseIterable, Sendable {
    case name = "organization.name"
    case zone = "organization.zone"
    case country = "organization.country"
    case calendar = "organization.calendar"
  }

  init(_ database: Database) throws {
    var settings: [String: String] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT key, value FROM temp.settingAsOf") {
      settings[row["key"]] = row["value"]
    }
    name = settings[Key.name.rawValue]
    zone = settings[Key.zone.rawValue].flatMap(Zone.named) ?? .utc
    country = settings[Key.country.rawValue]
  }

  /// Whether two organisations have the same settings.
  public static func == (left: Organization, right: Organization) -> Bool {
    left.name == right.name && left.zone.identifier == right.zone.identifier
      && left.country == right.country
  }
}

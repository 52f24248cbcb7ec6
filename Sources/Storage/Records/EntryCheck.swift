import Model

/// Checks what the types of the facts alone do not tell of records that are one row.
struct EntryCheck {
  let entry: EntryType
  /// The values as they would hold.
  let values: [String: StoredValue]

  func check(_ check: inout RecordCheck) {
    switch entry.table {
    case "calendar":
      if let zone = values["zone"]?.text { CalendarWindows.checkZone(zone, "zone", &check) }
      if let windows = values["windows"]?.text {
        CalendarWindows.check(windows, weekly: true, &check)
      }
    case "calendarException":
      if let windows = values["windows"]?.text {
        CalendarWindows.check(windows, weekly: false, &check)
      }
    case "setting" where values["key"]?.text == "zone":
      if let zone = values["value"]?.text { CalendarWindows.checkZone(zone, "value", &check) }
    default: return
    }
  }
}

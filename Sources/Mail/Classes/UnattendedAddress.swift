/// Addresses that nobody reads: those of mail programs, lists, and “no reply”.
enum UnattendedAddress {
  /// Whether the local part is that of a mail program (RFC 3834, 2; RFC 5321, 4.5.1).
  static func isDaemon(_ localPart: String) -> Bool {
    let plain = plain(localPart)
    return daemons.contains(plain) || plain.hasPrefix("mailerdaemon")
  }

  /// Whether nobody reads answers to the local part.
  static func isUnattended(_ localPart: String) -> Bool {
    let lowered = localPart.lowercased()
    let plain = plain(localPart)
    return isDaemon(localPart) || plain.hasPrefix("noreply") || plain.hasPrefix("donotreply")
      || plain.hasPrefix("noreponse") || plain.hasSuffix("noreply") || lowered.hasPrefix("owner-")
      || ["-request", "-owner", "-bounces", "-bounce", "-confirm", "-errors"].contains {
        lowered.hasSuffix($0)
      }
      || lowered.hasPrefix("bounce") || others.contains(plain)
  }

  /// The local part in small letters without marks.
  private static func plain(_ localPart: String) -> String {
    localPart.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static let daemons: Set<String> = [
    "mailerdaemon", "postmaster", "maildaemon", "mailsystem", "maildeliverysystem",
    "maildeliverysubsystem", "microsoftexchange",
  ]

  private static let others: Set<String> = [
    "nobody", "listserv", "majordomo", "mailman", "keineantwort", "nepasrepondre",
  ]
}

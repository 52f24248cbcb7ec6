import Model

extension AgreementFile {
  /// The agreement as a message names it: `Contract C-1 (Hosting) with Acme`.
  func words(_ party: PartyFacts) -> String {
    "\(kind.label) \(shortWords(party))"
  }

  /// The agreement where its kind was said: `C-1 (Hosting) with Acme`.
  func shortWords(_ party: PartyFacts) -> String {
    "\(reference)\(title.map { " (\($0))" } ?? "") with \(party.name)"
  }

  /// The agreement as the subject of a reminder.
  var reminderSubject: ReminderSubject { ReminderSubject(.agreement, reference) }

  /// What a reminder calls it.
  var reminderName: String { title ?? reference }
}

extension PartyFacts {
  /// The party as the subject of a reminder.
  var reminderSubject: ReminderSubject { ReminderSubject(.party, reference) }
}

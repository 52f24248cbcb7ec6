/// Whether a program answered in the place of a person, or reports on its own.
struct AutomaticSigns {
  /// What shows it; empty if nothing does.
  let reasons: [ClassReason]
  /// Whether the answer says that a person is away.
  let isAbsence: Bool

  /// The most characters of the text that are looked at.
  private static let characters = 2_000

  init(_ content: ReportContent, _ signs: MessageSigns) {
    var reasons = (signs.autoSubmitted.map { [$0] } ?? []).map(ClassReason.field)
    reasons += signs.answerFields.map(ClassReason.field)
    let prefix = AutomaticWords.subjectPrefix(signs.subject)
    if reasons.isEmpty, let prefix, Self.hasWeakSign(signs) {
      reasons = [.subject(prefix)] + signs.suppressFields.prefix(1).map(ClassReason.field)
    }
    self.reasons = reasons
    isAbsence = !reasons.isEmpty && Self.isAbsence(content, signs, prefix)
  }

  /// A sign that counts only together with a subject line of automatic answers.
  private static func hasWeakSign(_ signs: MessageSigns) -> Bool {
    !signs.suppressFields.isEmpty || signs.hasNullSender
      || signs.author.map { UnattendedAddress.isUnattended($0.localPart) } ?? false
  }

  /// An automatic answer is an absence note unless its words are those of an acknowledgement, or
  /// it was not an answer at all.
  private static func isAbsence(
    _ content: ReportContent,
    _ signs: MessageSigns,
    _ prefix: String?
  ) -> Bool {
    let text = signs.subject + "\n" + content.noticeText.beginning(characters).small
    if AutomaticWords.absence.isFound(in: text) { return true }
    if AutomaticWords.acknowledgement.isFound(in: text) { return false }
    let isAnswer =
      signs.autoSubmitted.map { $0.unfolded.lowercased().hasPrefix("auto-replied") } ?? false
    return isAnswer || !signs.answerFields.isEmpty || prefix != nil
  }
}

/// Says whether a program may answer a message (RFC 3834, 2; RFC 5230, 4.5).
///
/// How often one address is answered is not looked at here; who sends has to count that.
struct AnswerPermission {
  private let own: OwnMail
  private let signs: MessageSigns

  init(own: OwnMail, signs: MessageSigns) {
    self.own = own
    self.signs = signs
  }

  /// Why the message may not be answered; empty if it may.
  func refusals(_ message: Message, _ messageClass: MessageClass) -> [AnswerRefusal] {
    var refusals: [AnswerRefusal] = []
    if !messageClass.mayBeAnswered { refusals.append(.notHuman(messageClass)) }
    refusals += sender
    let addresses = message.addresses
    if !(addresses.to.addresses + addresses.cc.addresses).contains(where: own.owns) {
      refusals.append(.notAddressed)
    }
    for field in signs.listFields + signs.suppressFields {
      refusals.append(.field(name: field.name, value: String(field.text.prefix(100))))
    }
    if let prefix = AutomaticWords.subjectPrefix(signs.subject) {
      refusals.append(.automaticSubject(prefix))
    }
    return refusals
  }

  private var sender: [AnswerRefusal] {
    guard let author = signs.author, author.isComplete, !signs.hasNullSender else {
      return [.noReturnAddress]
    }
    if own.owns(author) { return [.ownSender(author.address)] }
    return UnattendedAddress.isUnattended(author.localPart)
      ? [.unattendedSender(author.address)] : []
  }
}

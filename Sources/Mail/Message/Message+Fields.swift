extension Message {
  /// The decoded subject, cut to ``MessageLimits/subjectCharacters``; nil when there is no field.
  public var subject: String? {
    headers["subject"].map { String($0.text.prefix(limits.subjectCharacters)) }
  }

  /// The date that the sender states; nil if it is missing or cannot be read.
  public var date: MessageDate? { headers["date"]?.date }

  /// The id of the message; nil if it is missing or empty.
  public var messageID: MessageID? {
    headers["message-id"].flatMap { MessageIDReader.read($0.rawValue, atMost: 1).ids.first }
  }

  /// The ids of the messages that this one answers, in their order.
  public var inReplyTo: [MessageID] { messageIDs("in-reply-to").ids }

  /// The ids of the messages before this one, the oldest first; beyond the limit those in the
  /// middle are left out.
  public var references: [MessageID] { messageIDs("references").ids }

  /// Who wrote the message and to whom; read anew at each call.
  public var addresses: MessageAddresses {
    var left = limits.addresses
    func next(_ name: String) -> AddressList {
      let list = addressList(name, atMost: left)
      left -= list.addresses.count
      return list
    }
    return MessageAddresses(
      from: next("from"),
      sender: next("sender"),
      replyTo: next("reply-to"),
      to: next("to"),
      cc: next("cc"),
      bcc: next("bcc")
    )
  }

  /// The author to go by; nil if no field names anybody.
  ///
  /// The first with a complete address of `From`, then of `Sender`, then of `Reply-To`; else the
  /// first of `From` as written.
  public var author: MailAddress? {
    let lists = ["from", "sender", "reply-to"].map { addressList($0, atMost: limits.addresses) }
    return lists.lazy.flatMap(\.addresses).first { $0.isComplete } ?? lists[0].addresses.first
  }

  /// ``defects``, and what the limits cut from addresses, references and subject.
  public var allDefects: MessageDefects {
    var all = defects
    if addresses.isCut { all.insert(.addressesCut) }
    if messageIDs("references").isCut || messageIDs("in-reply-to").isCut {
      all.insert(.referencesCut)
    }
    if let field = headers["subject"], field.text.count > limits.subjectCharacters {
      all.insert(.subjectCut)
    }
    return all
  }

  private func messageIDs(_ name: String) -> MessageIDReader.Found {
    guard let field = headers[name] else { return .init(ids: [], isCut: false) }
    return MessageIDReader.read(field.rawValue, atMost: limits.references)
  }

  private func addressList(_ name: String, atMost limit: Int) -> AddressList {
    var members: [AddressList.Member] = []
    var left = limit
    var isCut = false
    for field in headers.all(name) {
      let list = field.addresses(limit: left)
      left -= list.addresses.count
      members += list.members
      isCut = isCut || list.isCut
    }
    return AddressList(members, isCut: isCut)
  }
}

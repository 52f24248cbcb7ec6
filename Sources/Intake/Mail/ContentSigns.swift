import Mail
import Model

/// What the words and files of a mail say about what it may be; a person decides what it is.
struct ContentSigns {
  /// Something that speaks for a proposal.
  struct Sign: Sendable, Equatable {
    /// What it speaks for.
    var proposal: MailMessage.Proposal
    /// Why, as a sentence.
    var reason: String
  }

  /// The signs, those of the weightiest proposal first.
  let signs: [Sign]

  /// Looks at the subject, the new text and the files of a mail.
  ///
  /// - Parameters:
  ///   - mail: The mail.
  ///   - isSupplier: Whether its sender supplies us.
  init(_ mail: ReadMail, isSupplier: Bool) {
    let text = PhraseText((mail.message.subject ?? "") + "\n" + mail.reply)
    var signs: [Sign] = []
    for (proposal, name, phrases) in ContentWords.all
    where phrases.contains(where: { $0.isFound(in: text) }) {
      signs.append(Sign(proposal: proposal, reason: "Its words speak of \(name)."))
    }
    let files = mail.message.attachments.map(AttachedFile.init)
    if let register = files.first(where: \.isRegister) {
      signs.append(
        Sign(proposal: .import, reason: "“\(register.label)” may be a register to be imported.")
      )
    }
    if isSupplier, let proof = files.first(where: \.isDocument) {
      signs.append(
        Sign(proposal: .evidence, reason: "A supplier sent the document “\(proof.label)”.")
      )
    }
    self.signs = signs
  }

  /// What is proposed: the weightiest, or nil if nothing speaks for anything.
  var proposal: MailMessage.Proposal? { signs.first?.proposal }
}

/// Words by which people complain, give notice, dispute or send proof, in eight languages.
enum ContentWords {
  /// The proposals in the order of their weight, with what their words speak of.
  static let all: [(proposal: MailMessage.Proposal, name: String, phrases: [Phrase])] = [
    (.notice, "an end, a price or another sub-processor", notice.map(Phrase.init)),
    (.dispute, "a dispute", dispute.map(Phrase.init)),
    (.complaint, "a complaint", complaint.map(Phrase.init)),
    (.evidence, "a report or certificate", evidence.map(Phrase.init)),
  ]

  private static let notice = [
    "notice of termination", "terminate … agreement|contract|subscription",
    "termination of … agreement|contract", "price|fee|rate increase|adjustment|change",
    "increase … prices|fees|rates", "new|additional|change|changes … subprocessor*|subprocessors",
    "new|additional … sub processor|processors", "will not … renew", "non renewal",
    "kündig*", "preiserhöhung|preisanpassung|preisänderung", "unterauftragsverarbeiter*",
    "résiliation|résilier|résilions", "augmentation|révision … prix|tarif|tarifs",
    "sous traitant ultérieur", "rescisión|rescindir", "aumento|subida … precio|precios|tarifas",
    "rescisão|rescindir", "reajuste|aumento … preço|preços", "recesso|disdetta",
    "aumento … prezzo|prezzi", "opzegging|opzeggen", "prijsverhoging|prijswijziging",
    "wypowiedzenie|wypowiadamy", "podwyżka|wzrost … cen",
  ]

  private static let dispute = [
    "dispute|disputed|disputing … invoice|bill|charge|charges|credit|measurement",
    "we dispute|contest|reject … claim|invoice", "formal dispute", "breach of contract",
    "bestreiten|beanstanden … rechnung|forderung", "widersprechen … rechnung|forderung",
    "contestons|contester … facture", "impugnamos|disputamos … factura", "contestamos … fatura",
    "contestiamo … fattura", "betwisten … factuur", "kwestionujemy|kwestionować … faktur*",
  ]

  private static let complaint = [
    "complaint|complaints|complain|complaining", "dissatisfied|unacceptable|unsatisfactory",
    "not|very … satisfied|happy|pleased", "very|extremely|deeply disappointed|unhappy|frustrated",
    "beschwer*", "reklam*", "unzufrieden", "inakzeptabel", "mangelhaft*",
    "réclamation|plainte|plaignons", "mécontent|mécontents|insatisfait|insatisfaits|inadmissible",
    "queja|quejas|reclamación|reclamaciones|insatisfecho|insatisfechos|inaceptable",
    "reclamação|queixa|insatisfeito|insatisfeitos|inaceitável",
    "reclamo|lamentela|lamentiamo|insoddisfatti|inaccettabile", "klacht|klachten|ontevreden",
    "skarga|skargę|reklamacja|reklamację|niezadowoleni|niedopuszczalne",
  ]

  private static let evidence = [
    "soc 2|1|3", "isae 3402|3000",
    "iso 27001|9001|22301|20000 certificate|certification|zertifikat",
    "certificate attached|enclosed",
    "audit|assurance|service|performance report … attached|enclosed",
    "attached|enclosed … certificate|report|attestation", "penetration test report",
    "zertifikat … anhang|anbei|beigefügt", "anbei|beigefügt … bericht|zertifikat|nachweis",
    "ci joint … rapport|certificat|attestation", "adjunt* … informe|certificado",
    "em anexo|anexo … relatório|certificado", "in allegato|allegato … rapporto|certificato",
    "bijgevoegd … rapport|certificaat", "w załączeniu|załączniku … raport|certyfikat",
  ]
}

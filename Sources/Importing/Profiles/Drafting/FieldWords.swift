/// Header words by which people name the fields of an agreement.
///
/// English, German, French, Spanish, Portuguese, Czech and Polish, folded as ``HeaderName`` does
/// and without punctuation.
enum FieldWords {
  /// What a column can be read as.
  enum Meaning: Hashable, Sendable {
    case key
    case field(Field)
    case supplierName
    case supplierIdentifier
    case buyerName
    case customerName
    case customerIdentifier
    /// A detail of the other party, such as its city.
    case party(Field)
    case currency
    /// The services that a record names.
    case services
  }

  /// How well a header fits a meaning: 90 for the same words, 60 for some of them.
  ///
  /// A duration may name its unit at the end, as `Term (months)` does.
  static func meanings(of header: String) -> [(meaning: Meaning, score: Int, word: String)] {
    let folded = plain(header)
    guard !folded.isEmpty else { return [] }
    let bare = HeaderUnit(header).map { plain($0.rest) }
    return (words + partyWords + termWords).compactMap { meaning, list in
      if list.contains(folded) { return (meaning, 90, folded) }
      if let bare, meaning.isDuration, list.contains(bare) { return (meaning, 90, bare) }
      let part = list.filter { $0.count >= 4 && folded.contains($0) }.max { $0.count < $1.count }
      return part.map { (meaning, 40 + min(30, 40 * $0.count / folded.count), $0) }
    }
  }

  private static func plain(_ header: String) -> String {
    HeaderName.folded(header).filter { $0.isLetter || $0.isNumber }
  }

  /// What an agreement is, who is responsible, its days and its amounts.
  private static let words: [(Meaning, Set<String>)] = [
    (
      .key,
      [
        "reference", "contractnumber", "contractno", "contractid", "contractref", "number", "id",
        "docnumber", "documentnumber", "ponumber", "vertragsnummer", "vertragsnr", "vertragid",
        "vertragsid", "aktenzeichen",
        "numerocontrat", "numerodecontrat", "referencecontrat", "numerocontrato",
        "numerodecontrato", "numerodocontrato", "idcontrato", "cislosmlouvy", "idsmlouvy",
        "numerumowy", "nrumowy",
      ]
    ),
    (
      .supplierName,
      [
        "supplier", "suppliername", "vendor", "vendorname", "contractor", "provider", "company",
        "party", "partyname", "counterparty", "contractingparty", "lieferant", "auftragnehmer",
        "anbieter", "dienstleister", "vertragspartner", "fournisseur", "titulaire", "prestataire",
        "proveedor", "contratista", "beneficiario", "adjudicatario", "fornecedor",
        "fornecedornome", "contratado", "dodavatel", "smluvnistrana", "dostawca", "wykonawca",
        "kontrahent",
      ]
    ),
    (
      .supplierIdentifier,
      [
        "supplierid", "suppliernumber", "supplierno", "vendorid", "vendornumber", "companynumber",
        "vatnumber", "taxid", "lieferantennummer", "lieferantennr", "kreditorennummer",
        "kreditorennr", "kreditor", "ustid", "siret", "siren",
        "idfournisseur", "nit", "nif", "cif", "rfc", "cnpj", "fornecedorcnpj", "ico", "nip",
        "regon",
      ]
    ),
    (
      .buyerName,
      [
        "buyer", "organisation", "organization", "organisationname", "agency", "entity",
        "entityname", "auftraggeber", "acheteur", "pouvoiradjudicateur", "entidad", "comprador",
        "orgao", "orgaocontratante", "objednatel", "zadavatel", "zamawiajacy",
      ]
    ),
    (
      .currency,
      [
        "currency", "currencycode", "wahrung", "devise", "monnaie", "moneda", "moeda", "mena",
        "waluta",
      ]
    ),
    (
      .field(.title),
      [
        "title", "name", "contracttitle", "contractname", "subject", "titel", "bezeichnung",
        "vertragsgegenstand", "gegenstand", "betreff", "vertragsbezeichnung", "vertragstitel",
        "objet", "intitule", "titre", "titulo",
        "objeto", "nombre", "predmet", "nazev", "przedmiot", "przedmiotumowy", "nazwa",
      ]
    ),
    (
      .field(.description),
      [
        "description", "contractdesc", "details", "beschreibung", "descripcion", "descricao",
        "popis", "opis",
      ]
    ),
    (
      .field(.category),
      [
        "category", "type", "contracttype", "kind", "kategorie", "vertragsart", "categorie",
        "nature", "categoria", "tipo", "tipodecontrato", "modalidade", "modalidad", "sector",
        "druh", "typ", "kategoria", "rodzaj",
      ]
    ),
    (
      .field(.department),
      [
        "department", "deptname", "division", "unit", "businessunit", "abteilung", "referat",
        "service", "departement", "departamento", "dependencia", "setor", "oddeleni", "utvar",
        "odbor", "dzial", "wydzial",
      ]
    ),
    (
      .field(.owner),
      [
        "owner", "contractowner", "contractmanager", "responsible", "contactname",
        "verantwortlich", "verantwortlicher", "ansprechpartner", "betreuer", "kundenbetreuer",
        "zustandig", "interlocuteur", "gestionnaire", "opiekun", "responsable", "gestor",
        "responsavel", "odpovednaosoba", "osobaodpowiedzialna",
      ]
    ),
    (
      .field(.sourceStatus),
      ["status", "state", "stand", "zustand", "statut", "etat", "estado", "situacao", "stav"]
    ),
    (
      .field(.signedOn),
      [
        "signed", "signedon", "datesigned", "signaturedate", "awarddate", "contractdate",
        "unterzeichnet", "vertragsdatum", "unterschrift", "unterschrieben", "unterschriebenam",
        "vertragsabschluss", "abschlussdatum", "datedesignature", "datesignature",
        "datenotification", "fechafirma", "fechadefirma", "dataassinatura", "dataassinatura",
        "datumpodpisu", "uzavreni", "datumuzavreni", "datapodpisania", "datazawarcia",
      ]
    ),
    (
      .field(.startsOn),
      [
        "start", "startdate", "begin", "begindate", "from", "validfrom", "effectivedate",
        "commencementdate", "executiondate", "contractstartdate", "beginn", "vertragsbeginn", "von",
        "ab",
        "laufzeitbeginn", "gultigab", "debut", "datededebut", "datedebut", "inicio",
        "fechainicio", "fechadeinicio", "datainicio", "vigenciainicio", "zacatek",
        "platnostod", "ucinnostod", "poczatek", "datarozpoczecia", "obowiazujeod",
      ]
    ),
    (
      .field(.endsOn),
      [
        "end", "enddate", "until", "to", "validto", "validuntil", "expiry", "expirydate",
        "expirationdate", "expires", "contractenddate", "ende", "vertragsende", "bis",
        "datedecheance", "vencimiento", "vencimento", "laufzeitende",
        "gultigbis", "fin", "datedefin", "datefin", "echeance", "fechafin", "fechadefin",
        "termino", "datafim", "vigenciafim", "fim", "konec", "platnostdo", "ucinnostdo",
        "koniec", "datazakonczenia", "obowiazujedo",
      ]
    ),
    (
      .field(.latestPossibleEnd),
      [
        "extenddate", "extensiondate", "lastextensiondate", "maximumend", "potentialenddate",
        "verlangerungbis", "prorogation", "prorroga",
      ]
    ),
    (
      .field(.nextReviewOn),
      [
        "reviewdate", "nextreview", "prufdatum", "wiedervorlage", "revision", "datarevisao",
        "datumrevize", "dataprzegladu",
      ]
    ),
    (
      .field(.noticePeriod),
      [
        "notice", "noticeperiod", "kundigungsfrist", "frist", "plazodepreaviso",
        "prazodeavisoprevio", "preavis", "delaidepreavis", "preaviso",
        "avisoprevio", "vypovednilhuta", "vypovednidoba", "okreswypowiedzenia",
      ]
    ),
    (
      .field(.renewal),
      [
        "renewal", "autorenew", "autorenewal", "renewable", "verlangerung", "reconduction",
        "renouvellement", "renovacion", "renovacao", "prorrogavel", "prodlouzeni", "przedluzenie",
      ]
    ),
    (
      .field(.initialTerm),
      [
        "duration", "term", "initialterm", "laufzeit", "dauer", "vertragslaufzeit", "vertragsdauer",
        "duree", "dureemois", "duracion",
        "duracao", "plazo", "prazo", "dobatrvani", "okres",
      ]
    ),
    (
      .field(.value),
      [
        "value", "amount", "contractvalue", "contractamount", "awardamount", "awardedvalue",
        "totalvalue", "price", "total", "vertragswert", "auftragswert", "betrag", "wert", "preis",
        "summe", "montant", "valeur", "prix", "valor", "valorcontrato", "valorglobal", "importe",
        "monto", "precio", "preco", "cena", "castka", "hodnota", "cenasdph", "wartosc", "kwota",
      ]
    ),
    (
      .field(.annualValue),
      [
        "annualvalue", "annualcost", "annualexpense", "annualfee", "costperyear", "yearlycost",
        "jahreswert", "jahreskosten", "jahresentgelt", "jahresbetrag", "jahrespreis",
        "jahresgebuhr", "montantannuel", "valoranual", "rocnicena", "wartoscroczna",
      ]
    ),
    (.field(.url), ["url", "link", "website", "contracturl", "odkaz"]),
  ]
}

extension FieldWords.Meaning {
  /// Whether cells of this meaning are numbers with a unit.
  var isDuration: Bool {
    if case .field(let field) = self { return field.profileKind == .duration }
    return false
  }
}

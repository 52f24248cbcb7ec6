extension FieldWords {
  /// Header words for the place of an agreement among others, its renewal and its notice.
  static let termWords: [(Meaning, Set<String>)] = [
    (
      .field(.kind),
      ["kind", "type", "contracttype", "agreementtype", "art", "vertragsart", "vertragstyp"]
    ),
    (.field(.category), ["art", "vertragstyp", "warengruppe"]),
    (
      .field(.parentReference),
      [
        "parentreference", "parentcontract", "parentagreement", "frameworkcontract",
        "frameworkagreement", "masteragreement", "rahmenvertrag", "rahmenvertragsnummer",
        "rahmenvertragsnr", "hauptvertrag", "contratcadre", "accordcadre", "contratomarco",
        "contratoprincipal", "contratoquadro", "ramcovasmlouva", "umowaramowa",
      ]
    ),
    (
      .field(.renewalTerm),
      [
        "renewalterm", "renewalperiod", "um", "verlangerungum", "verlangertsichum",
        "verlangerungsdauer", "verlangerungszeitraum", "dureedereconduction",
        "plazodeprorroga", "prazodeprorrogacao",
      ]
    ),
    (
      .field(.noticeTo),
      [
        "noticeto", "kundbarzum", "kundbar", "kundigungzum", "kundigungstermin", "resiliablea",
      ]
    ),
    (
      .field(.reviewInterval),
      [
        "reviewinterval", "reviewperiod", "reviewcycle", "reviewevery", "durchsprachealle",
        "uberprufungalle", "prufungalle", "prufintervall", "prufzyklus", "prufturnus",
      ]
    ),
  ]
}

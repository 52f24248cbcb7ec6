/// Words in cells whose meaning is plain: English, German, French, Spanish, Portuguese, Czech and
/// Polish, folded as ``HeaderName`` does and without punctuation.
///
/// A yes or a no is none of them, for it depends on the header what it answers.
enum CellWords {
  /// Whether the cell says that there is no agreed end.
  static func isOpenEnd(_ cell: String) -> Bool { openEnds.contains(plain(cell)) }

  /// What a cell means in a field with a closed list, or nil if only a person can say.
  static func meaning(of cell: String, in field: Field) -> String? {
    lists[field]?.first { $0.cells.contains(plain(cell)) }?.word
  }

  private static func plain(_ cell: String) -> String {
    HeaderName.folded(cell).filter { $0.isLetter || $0.isNumber }
  }

  private static let openEnds: Set<String> = [
    "openended", "indefinite", "indefinitely", "evergreen", "perpetual", "untilfurthernotice",
    "unbefristet", "unbestimmt", "aufunbestimmtezeit", "bisaufweiteres", "indetermine",
    "dureeindeterminee", "indefinido", "indefinida", "indeterminado", "prazoindeterminado",
    "neurcito", "neurcita", "dobaneurcita", "nadobuneurcitou", "nieokreslony",
    "czasnieokreslony", "naczasnieokreslony", "bezterminowo", "bezterminowa",
  ]

  private typealias List = [(word: String, cells: Set<String>)]

  private static let lists: [Field: List] = [
    .renewal: [
      (
        "automatic",
        [
          "automatic", "automatically", "auto", "automatisch", "stillschweigend", "automatique",
          "tacite", "tacitereconduction", "automatica", "automatico", "tacita", "tacito",
          "automaticky", "automaticke", "automatycznie", "automatyczne",
        ]
      ),
      (
        "none",
        ["none", "keine", "ohne", "aucune", "sans", "ninguna", "nenhuma", "zadne", "brak"]
      ),
      ("option", ["option", "optional", "opcion", "opcao", "opce", "opcja"]),
    ],
    .noticeTo: [
      ("termEnd", ["termend", "endofterm", "laufzeitende", "vertragsende", "echeance"]),
      ("monthEnd", ["monthend", "endofmonth", "monatsende", "findemois", "findemes"]),
      ("quarterEnd", ["quarterend", "endofquarter", "quartalsende", "findetrimestre"]),
      ("yearEnd", ["yearend", "endofyear", "jahresende", "findannee", "findeano"]),
      ("anyTime", ["anytime", "jederzeit", "atoutmoment"]),
    ],
    .kind: [
      (
        "contract",
        [
          "contract", "framework", "frameworkcontract", "frameworkagreement", "vertrag",
          "rahmenvertrag", "einzelvertrag", "contrat", "contratcadre", "contrato",
          "contratomarco", "smlouva", "ramcovasmlouva", "umowa", "umowaramowa",
        ]
      ),
      ("sla", ["sla", "servicelevelagreement", "dienstgutevereinbarung"]),
      ("ola", ["ola", "operationallevelagreement"]),
    ],
    .structure: [
      (
        "overarching",
        [
          "framework", "frameworkcontract", "frameworkagreement", "rahmenvertrag",
          "contratcadre", "contratomarco", "ramcovasmlouva", "umowaramowa",
        ]
      ),
      ("standalone", ["contract", "vertrag", "contrat", "contrato", "smlouva", "umowa"]),
      (
        "subsequent",
        [
          "sla", "servicelevelagreement", "dienstgutevereinbarung", "ola",
          "operationallevelagreement", "einzelvertrag",
        ]
      ),
    ],
  ]
}

import Importing

/// What a notice is, in words.
///
/// The notice type tells it, one root being that of several kinds: a prior information notice can
/// also be a consultation of the market or a call for competition. Codes are those of the list
/// `notice-type` of the EU Vocabularies; the call for expressions of interest has none of its own
/// and is told by its subtype `CEI` (eForms SDK, `notice-types.json`).
struct EFormsNoticeKind {
  /// What the notice is, with its article.
  let words: String

  /// Finds the kind by subtype or type; with neither known the words are those of the form.
  init(_ form: EFormsNotice.Form, type: String?, subtype: String?) {
    words =
      subtype.flatMap { Self.subtypes[$0] } ?? type.flatMap { Self.types[$0] }
      ?? Self.words(form)
  }

  private static let subtypes = ["CEI": "a call for expressions of interest"]

  private static let types = [
    "pmc": "a preliminary market consultation",
    "pin-buyer": "an announcement of prior information on a buyer profile",
    "pin-only": "a prior information notice",
    "pin-rtl": "a prior information notice that shortens time limits",
    "pin-tran": "a prior information notice about public transport services",
    "pin-cfc-standard": "a prior information notice that calls for competition",
    "pin-cfc-social": "a prior information notice that calls for competition",
    "cn-standard": "a call for competition",
    "cn-social": "a call for competition",
    "cn-desg": "a notice of a design contest",
    "qu-sy": "a notice of a qualification system",
    "subco": "a call for subcontractors",
    "brin-eeig": "a registration of a European Economic Interest Grouping",
    "brin-ecs": "a registration of a European Company or Cooperative Society",
  ]

  private static func words(_ form: EFormsNotice.Form) -> String {
    switch form {
    case .award: "a contract award notice"
    case .call: "a call for competition"
    case .plan: "a prior information notice"
    case .registration: "a registration of a business"
    }
  }
}

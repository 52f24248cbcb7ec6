import Importing

extension Problem {
  /// A document that is no export and so cannot be restored.
  static func nativeNoExport(file: String, place: Place) -> Problem {
    Problem(
      "native.noExport",
      file: file,
      place: place,
      message: "The file is no export: its root element does not say form=\"export\".",
      remedy: "Import it instead of restoring it."
    )
  }

  /// An export in which something is missing or stands where exports do not have it.
  static func nativeIncomplete(file: String, place: Place, field: String) -> Problem {
    Problem(
      "native.incomplete",
      file: file,
      place: place,
      field: field,
      message: field == "recordedAt"
        ? "The record does not say at which of the recordings it was learned."
        : "The element \(field) stands outside of a revision, as exports do not have it.",
      remedy: "Restore an unchanged export, or take form=\"export\" out of the root element."
    )
  }

  /// Something that is referred to and not in the document.
  static func nativeDangling(file: String, place: Place?, kind: String, reference: String)
    -> Problem
  {
    Problem(
      "native.dangling",
      file: file,
      place: place,
      field: kind,
      value: reference,
      message: "The \(kind) \u{201C}\(reference)\u{201D} is referred to and not in the file.",
      remedy: "Restore an unchanged export, or take form=\"export\" out of the root element."
    )
  }

  /// Recordings or numbers that do not rise.
  static func nativeOrder(file: String, place: Place) -> Problem {
    Problem(
      "native.order",
      file: file,
      place: place,
      message: "The recordings, batches or sources are not in order, or not numbered from 1.",
      remedy: "Restore an unchanged export, or take form=\"export\" out of the root element."
    )
  }

  /// An amount that does not fit its currency.
  static func nativeAmount(file: String, place: Place, field: String, value: String) -> Problem {
    Problem(
      "money.unreadable",
      file: file,
      place: place,
      field: field,
      value: value,
      message: "\u{201C}\(value)\u{201D} is no amount with the decimals of its currency.",
      remedy: "Write the amount with a decimal point and the decimals of its currency."
    )
  }
}

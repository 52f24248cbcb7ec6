import Importing

/// What may be wrong with the files of a mail before they are read.
enum ArchiveProblems {
  static func nested(_ name: String) -> Problem {
    Problem(
      "archive.nested",
      file: name,
      message: "An archive within an archive is not unpacked.",
      remedy: "Choose other files with --attachment, or unpack it yourself and import the files."
    )
  }

  static func noRegister(_ name: String) -> Problem {
    Problem(
      "archive.noRegister",
      file: name,
      message: "No file in the archive has the name of a CSV or XML file.",
      remedy: "Choose one with --attachment ARCHIVE/FILE."
    )
  }

  static func leftOut(_ name: String) -> Problem {
    Problem(
      "archive.leftOut",
      .note,
      file: name,
      message: "The file is left out, since its name is not that of a CSV or XML file.",
      remedy: "Choose it with --attachment if it is a register."
    )
  }

  static func officeDocument(_ name: String, _ mail: String) -> Problem {
    Problem(
      "archive.document",
      file: name,
      message: "The file is an office document, which is not read.",
      remedy: "Save its table as CSV, import that with `liaison import`, and then "
        + "`liaison mail done \(mail)`."
    )
  }
}

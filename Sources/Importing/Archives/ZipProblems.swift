/// What may be wrong with an archive.
struct ZipProblems {
  /// The archive's name.
  let file: String

  private static let again = "Get the file again."
  private static let yourself = "Unpack it yourself, and import the files that you trust."

  func damaged(_ reason: String) -> Problem {
    Problem(
      "zip.damaged",
      file: file,
      message: "The archive is damaged: \(reason).",
      remedy: Self.again
    )
  }

  func damaged(_ entry: ZipEntry, _ reason: String) -> Problem {
    Problem(
      "zip.damaged",
      file: file + "/" + entry.name,
      message: "The file in the archive is damaged: \(reason).",
      remedy: Self.again
    )
  }

  func tooNew() -> Problem {
    Problem(
      "zip.form",
      file: file,
      message: "The archive is written in the form for very large ones (zip64), which is not read.",
      remedy: Self.yourself
    )
  }

  func split() -> Problem {
    Problem(
      "zip.form",
      file: file,
      message: "The archive is one part of several.",
      remedy: "Put the parts together and unpack them yourself."
    )
  }

  func limit(_ excess: String) -> Problem {
    Problem(
      "zip.limit",
      file: file,
      message: "The archive \(excess).",
      remedy: Self.yourself
    )
  }

  func name(_ raw: ArraySlice<UInt8>) -> Problem {
    let text = LabelText.cleaned(String(decoding: raw, as: UTF8.self))
    return Problem(
      "zip.name",
      file: file,
      value: text,
      message: "The archive names a file in a way that could lead out of its folder: "
        + "\u{201C}\(text.prefix(100))\u{201D}.",
      remedy: "Ask the sender what this is; unpack it only if you trust it."
    )
  }

  func repeated(_ entry: ZipEntry) -> Problem {
    Problem(
      "zip.name",
      file: file,
      value: entry.name,
      message: "The archive has two files named \u{201C}\(entry.name)\u{201D}.",
      remedy: "Ask the sender which of them counts."
    )
  }

  func encrypted(_ entry: ZipEntry) -> Problem {
    Problem(
      "zip.encrypted",
      file: file + "/" + entry.name,
      message: "The file in the archive is encrypted.",
      remedy: "Unpack it yourself with its password, and import the file."
    )
  }

  func method(_ entry: ZipEntry) -> Problem {
    Problem(
      "zip.method",
      file: file + "/" + entry.name,
      message: "The file is packed by method \(entry.method), which is not read.",
      remedy: "Unpack it yourself, and import the file; only stored and deflated files are read."
    )
  }
}

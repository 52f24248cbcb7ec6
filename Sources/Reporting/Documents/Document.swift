/// A report about one subject: fields and tables one below the other.
public struct Document: Sendable {
  /// What it is about, such as `Agreement A-17: Cleaning of the offices`.
  public var title: String
  /// Its parts, in the order in which they are read.
  public var sections: [Section]

  /// Makes a document.
  public init(title: String, sections: [Section]) {
    self.title = title
    self.sections = sections
  }

  /// A part of a document: the fields of one thing, or a table.
  public struct Section: Sendable {
    /// What a section holds.
    enum Content: Sendable {
      /// Fields with their values, as one row.
      case fields([Column], Row)
      /// A table, and the sentence that people read if it has no rows.
      case table([Column], [Row], emptySentence: String)
      /// A picture, for people only.
      case picture(Picture)
    }

    /// The name in data; nil for fields that belong to the document's subject itself.
    let key: String?
    /// The heading for people, or nil for none.
    let title: String?
    /// What it holds.
    let content: Content

    /// Makes a section of the subject's own fields, in JSON members of the document's object.
    public static func fields(title: String? = nil, _ columns: [Column], _ row: Row) -> Section {
      Section(key: nil, title: title, content: .fields(columns, row))
    }

    /// Makes a section of the fields of something else, in JSON an object within the document's.
    public static func record(
      key: String,
      title: String,
      _ columns: [Column],
      _ row: Row
    ) -> Section {
      Section(key: key, title: title, content: .fields(columns, row))
    }

    /// Makes a section of a picture, which only HTML and text show.
    static func picture(title: String, _ picture: Picture) -> Section {
      Section(key: nil, title: title, content: .picture(picture))
    }

    /// Makes a section of a table, in JSON an array of objects within the document's object.
    public static func table(
      key: String,
      title: String,
      _ columns: [Column],
      _ rows: [Row],
      emptySentence: String = "None."
    ) -> Section {
      Section(
        key: key,
        title: title,
        content: .table(columns, rows, emptySentence: emptySentence)
      )
    }
  }

  /// Writes the document in a format.
  ///
  /// The title of the options' heading is replaced by the document's, their noun and empty
  /// sentence by those of its tables.
  ///
  /// - Throws: An ``OutputError``.
  public func write(
    as format: OutputFormat,
    to sink: any OutputSink,
    _ options: RenderingOptions
  ) throws {
    switch format {
    case .table: try writeText(to: sink, options)
    case .csv: try writeCSV(to: sink, options)
    case .json: try writeJSON(to: sink, options, asLines: false)
    case .ndjson: try writeJSON(to: sink, options, asLines: true)
    case .markdown: try writeMarkdown(to: sink, options)
    case .html: try writeHTML(to: sink, options)
    }
  }
}

extension [Column] {
  /// Gives the columns that a format shows, each with its 0-based number.
  func shown(in format: OutputFormat) -> [(index: Int, column: Column)] {
    enumerated().filter { $0.element.formats.contains(format) }
      .map { (index: $0.offset, column: $0.element) }
  }
}

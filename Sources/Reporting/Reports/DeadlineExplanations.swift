import Model
public import Storage

/// The deadlines with the steps by which each date came about, so that a person can check them.
public enum DeadlineExplanations {
  /// Makes a document with a section for each agreement, in order of reference.
  ///
  /// - Returns: The document.
  /// - Throws: What reading throws.
  public static func make(_ filter: ReportFilter, _ reader: Reader) throws -> Document {
    var sections: [Document.Section] = []
    try AgreementRows(reader).forEach(filter) { row in
      guard let day = row.standing.decisionDay, filter.contains(day) else { return }
      let explanation = row.record.terms.explanation(
        on: reader.asOf.day,
        calendar: try reader.calendar(row.record.calendar),
        defaults: .standard
      )
      let party = row.counterparty.map { " with \($0.name)" } ?? ""
      sections.append(
        .table(
          key: row.record.reference,
          title: "\(row.record.reference)\(party): send by \(day)",
          [Column("step", "Step")],
          explanation.sentences.map { Row([.text($0)]) }
        )
      )
    }
    return Document(title: "How the deadlines came about", sections: sections)
  }
}

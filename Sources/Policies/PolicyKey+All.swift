extension PolicyKey {
  /// All keys, in the order of the canonical text.
  public static let all = groups.flatMap(\.keys)

  /// The keys in groups with a heading, in the order of ``all``.
  static let groups: [(heading: String, keys: [PolicyKey])] = [
    ("Edition, due days and grades", Policy.generalKeys),
    ("Reviews and what follows", Policy.reviewKeys),
    ("Complaints", Policy.complaintKeys),
    ("Times of a complaint", Policy.targetKeys),
    ("Satisfaction and improvements", Policy.satisfactionKeys),
    ("Measurements and misses", Policy.measurementKeys),
    ("Scorecards", Policy.scorecardKeys),
    ("Service credits", Policy.creditKeys),
    ("Suppliers", Policy.supplierKeys),
    ("Disputes", Policy.disputeKeys),
    ("Notice and renewal", Policy.noticeKeys),
    ("Reminders", Policy.reminderKeys),
    ("Obligations, evidence and findings", Policy.obligationKeys),
  ]

  /// The keys by name.
  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The beginnings that several keys share, such as `complaint.targets`.
  static let groupNames = Set(
    all.flatMap { key in
      let words = key.name.split(separator: ".")
      return (1..<max(words.count, 1)).map { words.prefix($0).joined(separator: ".") }
    }
  )
}

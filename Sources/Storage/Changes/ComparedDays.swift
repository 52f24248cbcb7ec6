import Model

/// Two days that are compared, each as of its last instant.
struct ComparedDays {
  /// One of the days.
  struct Side {
    let day: CivilDay
    /// The last recording that counts as known.
    let recording: Int64

    /// The day as the store writes it, so that texts are compared.
    let text: String

    init(day: CivilDay, recording: Int64) {
      self.day = day
      self.recording = recording
      text = day.description
    }
  }

  let earlier, later: Side

  /// Binds both days: ?1 and ?2 are the earlier day and its recording, ?3 and ?4 those of the
  /// later one.
  func bind(to statement: RawStatement) {
    statement.bind(1, earlier.text)
    statement.bind(2, earlier.recording)
    statement.bind(3, later.text)
    statement.bind(4, later.recording)
  }
}

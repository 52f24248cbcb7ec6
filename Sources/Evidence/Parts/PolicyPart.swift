import Policies
import Rules

/// The thresholds by which was judged, every key with what it means.
enum PolicyPart {
  static func write(_ request: EvidenceRequest, _ writer: PackWriter) throws {
    try writer.folder.write("policy.yaml", request.context.policy.explainedText)
  }
}

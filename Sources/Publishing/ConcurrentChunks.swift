/// Runs `work` on consecutive ranges of `0..<count`, at most `jobs` at a time, and returns the results in order.
///
/// After a failure no further range is started, the running ones are cancelled, and the error of the earliest failed
/// range is thrown. `progress` is called after every range with the number of elements done.
func concurrentChunks<Result: Sendable>(
  of count: Int, jobs: Int, progress: (Int) -> Void = { _ in },
  _ work: @escaping @Sendable (Range<Int>) async throws(PublishingError) -> Result
) async throws(PublishingError) -> [Result] {
  // Short enough to balance the load, long enough that scheduling costs next to nothing.
  let length = min(max(count / (jobs * 8), 1), 128)
  let stretches = stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
  var results: [Int: Result] = [:]
  var failures: [Int: PublishingError] = [:]
  var done = 0
  await withTaskGroup(of: (Int, Swift.Result<Result, PublishingError>).self) { group in
    var next = 0
    func addNext() {
      guard next < stretches.count, failures.isEmpty else { return }
      let index = next
      next += 1
      group.addTask {
        do throws(PublishingError) {
          return (index, .success(try await work(stretches[index])))
        } catch {
          return (index, .failure(error))
        }
      }
    }
    for _ in 0..<jobs { addNext() }
    while let (index, result) = await group.next() {
      switch result {
      case .success(let value):
        results[index] = value
        done += stretches[index].count
        progress(done)
      case .failure(let error):
        failures[index] = error
        group.cancelAll()
      }
      addNext()
    }
  }
  if let earliest = failures.keys.min(), let failure = failures[earliest] { throw failure }
  return stretches.indices.compactMap { results[$0] }
}

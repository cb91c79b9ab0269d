/// Runs work on stretches of a numbered list, at most `jobs` at a time, and gives the results in the order of the list.
///
/// After a failure no further stretch is begun, the running ones are cancelled, and the failure of the earliest is thrown.
/// `progress` is told how many elements are done, after every stretch.
func concurrentChunks<Result: Sendable>(
  of count: Int, jobs: Int, progress: (Int) -> Void = { _ in },
  _ work: @escaping @Sendable (Range<Int>) async throws(PublishingError) -> Result
) async throws(PublishingError) -> [Result] {
  // Short enough to share the work evenly, long enough that handing it out costs nothing.
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

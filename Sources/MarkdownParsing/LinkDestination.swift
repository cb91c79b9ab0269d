/// Where a link or an image leads, judged by an allow-list of schemes.
package enum LinkDestination: Sendable, Hashable {
  /// An absolute address: `https`, `http` or `mailto` only.
  case external(String)
  /// A path as written, percent-decoded: `../sources/x.md`; query and fragment are as written, without `?` and `#`.
  case relative(path: String, query: String?, fragment: String?)
  /// A place in the same document, percent-decoded, without `#`.
  case fragment(String)
  /// An address that is never published: `javascript:`, `data:`, `//host`, any unknown scheme.
  case refused(String)
}

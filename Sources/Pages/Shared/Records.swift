/// The record declarations for the data that templates receive, both those that several pages share and those of a
/// single kind; each is declared where it belongs.
///
/// A declaration names the fields and defines how each is read from the site's model.
enum Records {}

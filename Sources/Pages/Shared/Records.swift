/// What templates are offered: the shapes of what pages have in common and of what single kinds have, each declared where it belongs.
///
/// A declaration names the fields and says how each is read from the model of the site.
enum Records {}

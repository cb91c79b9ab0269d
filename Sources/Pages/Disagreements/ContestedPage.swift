import Comparison
import Templating

extension PagePlanner {
  mutating func addContested() {
    let model = model
    addIndex(.contested, PageKinds.contested) { prose in
      ContestedContent(prose: prose, items: model.disagreementsByItem, criteria: model.disputedCriteria)
    }
  }
}

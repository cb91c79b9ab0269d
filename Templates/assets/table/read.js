// What the tables of the page hold, read once.

// What a cell of judgements can be chosen by, as its words are numbers.
const groups = {
  praised: $words.balance.only_praise,
  criticised: $words.balance.only_criticism,
  mixed: $words.balance.said_both,
  contested: $words.balance.divided,
  unknown: $words.balance.none,
}

// How many sources are for, against and both, as the classes of the drawing tell.
const countsOf = ({ className }) => ["f", "a", "h"].map((name) => Number(className.split(` ${name}`)[1]?.split(" ")[0] ?? 0))

const readCell = (element) => {
  const state = /\bt-([a-z-]+)/.exec(element.className)[1]
  const values = Array.from(element.querySelectorAll("data"), (data) => [data.value, data.textContent])
  const words = element.querySelector(".own") ?? element.querySelector(".s")
  return {
    element,
    state,
    values,
    // How sources judge, where the cell shows nothing else.
    balance: words ? undefined : countsOf(element.querySelector(".b")),
    // What it can be chosen by: keys and words.
    choices: state === "value" ? values : [...values, [state, words?.textContent ?? groups[state]]],
    isContested: state === "contested" || element.querySelector(".s-contested") !== null,
  }
}

const readTable = (section) => {
  const element = section.querySelector("table")
  const itemsAreRows = element.dataset.items === "rows"
  const [corner, ...columns] = element.tHead.rows[0].cells
  const cells = new Map()
  const rows = Array.from(element.tBodies[0].rows, ({ cells: [row, ...rest] }) => {
    rest.forEach((cell, index) => {
      const [item, criterion] = itemsAreRows ? [row, columns[index]] : [columns[index], row]
      cells.set(`${item.dataset.item} ${criterion.dataset.criterion}`, readCell(cell))
    })
    return row
  })
  const heads = (list, name) => new Map(list.map((head) => [head.dataset[name], head]))
  return {
    element,
    section,
    corner,
    itemsAreRows,
    key: element.dataset.group,
    name: section.querySelector("h2").textContent,
    isSortable: element.classList.contains("sorts"),
    items: heads(itemsAreRows ? rows : columns, "item"),
    criteria: heads(itemsAreRows ? columns : rows, "criterion"),
    cell: (item, criterion) => cells.get(`${item} ${criterion}`),
  }
}

const nameOf = (head) => head.querySelector("a").textContent

export const readTables = (root) => {
  const tables = Array.from(root.querySelectorAll(".table-group"), readTable)
  const [items, criteria] = [new Map(), new Map()]
  for (const table of tables) {
    for (const [key, head] of table.items) items.set(key, { name: nameOf(head), pairs: head.dataset.pairs.split(" ") })
    for (const [key, head] of table.criteria) {
      criteria.set(key, { name: nameOf(head), isNumber: head.className.includes("num"), table })
    }
  }
  // The group of rows that shows at first; empty where all do.
  const group = root.querySelector("[data-show]")?.dataset.show ?? ""
  return { tables, items, criteria, group, cell: (item, key) => criteria.get(key).table.cell(item, key) }
}

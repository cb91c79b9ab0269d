// A state that the page's address holds: sharing, reloading and going back keep it.
export const makeStore = ({ read, write }, show) => {
  const load = () => {
    const { state, unknown } = read(location.search)
    store.state = state
    show(unknown)
  }
  const store = {
    load,
    // A small change, such as a letter, replaces the last step: nobody would go back to it.
    update(change, isStep = true) {
      store.state = { ...store.state, ...change }
      show([])
      const address = location.pathname + write(store.state) + location.hash
      history[isStep ? "pushState" : "replaceState"](null, "", address)
    },
    reset() {
      history.pushState(null, "", location.pathname)
      load()
    },
  }
  addEventListener("popstate", load)
  return store
}

// Copies the page's address, and says in words how that went.
export const copyAddress = () => {
  const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject()
  return copied.then(() => $words.common.link_copied, () => $words.common.link_in_bar)
}

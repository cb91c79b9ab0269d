// What `collate serve` adds to every page: it keeps the page as new as the site, and shows what is wrong with the site.
// The server's messages are text that strangers may have written; they reach the page as text alone.
(() => {
  const script = document.currentScript;
  const place = "collate-scroll";
  const hiding = "collate-hidden";
  let { whole, shape } = script.dataset;
  let events = null;

  // MARK: Keeping the page new

  const regions = () => [document.scrollingElement, ...document.querySelectorAll("[role=region]")];

  function keepPlace() {
    const scrolled = regions().map((region) => [region.scrollLeft, region.scrollTop]);
    sessionStorage.setItem(place, JSON.stringify({ path: location.pathname, scrolled }));
  }

  function restorePlace() {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "null");
    sessionStorage.removeItem(place);
    if (kept?.path !== location.pathname) return;
    regions().forEach((region, index) => {
      const [left, top] = kept.scrolled[index] ?? [0, 0];
      region.scrollTo({ left, top, behavior: "instant" });
    });
  }

  function reload() {
    keepPlace();
    location.reload();
  }

  // Only the names of style sheets differ: each new sheet takes the place of the old one when it is there.
  async function swapStyles() {
    const answer = await fetch(location.href, { cache: "no-cache" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const sheets = (of) => [...of.querySelectorAll("link[rel=stylesheet]")];
    const [old, fresh] = [sheets(document), sheets(page)];
    if (old.length !== fresh.length) return reload();
    old.forEach((link, index) => {
      const href = fresh[index].getAttribute("href");
      if (href === link.getAttribute("href")) return;
      const next = link.cloneNode();
      next.href = href;
      next.addEventListener("load", () => link.remove());
      next.addEventListener("error", reload);
      link.after(next);
    });
  }

  function listen() {
    if (events || document.visibilityState === "hidden") return;
    const query = new URLSearchParams({ path: location.pathname, whole, shape });
    events = new EventSource(`/_collate/events?${query}`);
    events.addEventListener("open", () => (script.dataset.state = "listening"));
    events.addEventListener("problems", (event) => showProblems(event.data));
    events.addEventListener("reload", reload);
    events.addEventListener("follow", (event) => location.assign(event.data));
    events.addEventListener("styles", (event) => {
      [whole, shape] = event.data.split(" ");
      swapStyles();
    });
  }

  // A browser has few connections to one host, so only pages that are looked at keep theirs.
  function rest() {
    events?.close();
    events = null;
  }

  // MARK: Showing what is wrong

  const host = document.createElement("collate-problems");
  const root = host.attachShadow({ mode: "open" });
  let told = "";

  function element(name, text = "", className = "") {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function amount(count, noun) {
    return `${count} ${noun}${count === 1 ? "" : "s"}`;
  }

  function placeOf({ file, line, column, link }) {
    if (!file) return [];
    const text = line ? `${file}:${line}:${column}` : file;
    const paragraph = element("p", link ? "" : text, "place");
    if (link) {
      const anchor = element("a", text);
      anchor.href = link;
      paragraph.append(anchor);
    }
    return [paragraph];
  }

  function excerptOf({ line, excerpt, caret }) {
    if (excerpt === undefined) return [];
    const gutter = `${line} | `;
    return [element("pre", `${gutter}${excerpt}\n${" ".repeat(gutter.length)}${caret}`)];
  }

  function itemOf(problem) {
    const item = element("li", "", problem.severity);
    const message = element("p");
    message.append(element("span", `${problem.severity}: `, "severity"), problem.message);
    item.append(message, ...placeOf(problem), ...excerptOf(problem));
    if (problem.suggestion) item.append(element("p", `Did you mean “${problem.suggestion}”?`, "suggestion"));
    if (problem.help) item.append(element("p", `Help: ${problem.help}`, "help"));
    for (const note of problem.notes) {
      item.append(element("p", `Note: ${note.message}`), ...placeOf(note), ...excerptOf(note));
    }
    return item;
  }

  function showProblems(data) {
    if (data === told) return;
    told = data;
    const { errors, warnings, grave, problems } = JSON.parse(data);
    if (!problems.length) return host.remove();
    const parts = [errors && amount(errors, "error"), warnings && amount(warnings, "warning")];
    const title = parts.filter(Boolean).join(", ");
    const style = element("link");
    style.rel = "stylesheet";
    style.href = "/_collate/client.css";
    const panel = element("section", "", "panel");
    panel.setAttribute("aria-label", "What is wrong with the site");
    const heading = element("header");
    const hide = element("button", "Hide");
    heading.append(element("h2", grave && errors ? `${title}: this page is the last good one` : title), hide);
    const list = element("ol");
    list.append(...problems.map(itemOf));
    const missing = errors + warnings - problems.length;
    if (missing > 0) list.append(element("li", `and ${missing} more, which the terminal shows`));
    panel.append(heading, list);
    const badge = element("button", title, `badge ${errors ? "error" : "warning"}`);
    const open = (isOpen) => {
      panel.hidden = !isOpen;
      badge.hidden = isOpen;
    };
    hide.addEventListener("click", () => {
      sessionStorage.setItem(hiding, data);
      open(false);
    });
    badge.addEventListener("click", () => {
      sessionStorage.removeItem(hiding);
      open(true);
    });
    open(grave && sessionStorage.getItem(hiding) !== data);
    root.replaceChildren(style, panel, badge);
    document.documentElement.append(host);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && host.isConnected) root.querySelector(".panel:not([hidden]) button")?.click();
  });
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  restorePlace();
  listen();
})();

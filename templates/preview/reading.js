// Ways through the report: tabs, from a finding to its sentence and back, from a figure to its source and its other places.

const at = (name) => document.getElementById(`ui-${name}`);
const wide = matchMedia("(min-width: 70rem)");
let filter = "all";

export const reading = {
  words: {},
  scroller: () => (wide.matches ? document.scrollingElement : document.querySelector("main")),
  // One figure of the paper can be reached by Tab, the others from there with the arrow keys.
  dress() {
    const figures = [...at("sheet").querySelectorAll("data")];
    const first = figures.find((figure) => figure.tabIndex === 0) ?? figures[0];
    for (const figure of figures) {
      figure.setAttribute("role", "button");
      figure.tabIndex = figure === first ? 0 : -1;
    }
  },
};

// Tabs

const NAMES = { view: { paper: "paper", pages: "printed", text: "audited" }, list: { notes: "list-notes", figures: "list-figures" } };

export function show(group, name) {
  if (document.body.dataset[group] === name) return;
  document.body.dataset[group] = name;
  for (const [one, panel] of Object.entries(NAMES[group])) {
    const tab = at(`tab-${one}`);
    tab.setAttribute("aria-selected", String(one === name));
    tab.tabIndex = one === name ? 0 : -1;
    at(panel).hidden = one !== name;
  }
  document.dispatchEvent(new Event("viewchange"));
}

for (const list of document.querySelectorAll("[data-tabs]")) {
  list.addEventListener("click", ({ target }) => {
    const tab = target.closest("[role=tab]");
    if (tab) show(list.dataset.tabs, tab.dataset.name);
  });
  list.addEventListener("keydown", (event) => {
    const tabs = [...list.querySelectorAll("[role=tab]:not([hidden])")];
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -tabs.length, End: tabs.length }[event.key];
    if (!step) return;
    event.preventDefault();
    const now = tabs.indexOf(document.activeElement);
    const next = Math.abs(step) === 1 ? (now + step + tabs.length) % tabs.length : step < 0 ? 0 : tabs.length - 1;
    show(list.dataset.tabs, tabs[next].dataset.name);
    tabs[next].focus();
  });
}

// Lists

export function lists() {
  const dropped = document.body.dataset.view === "text";
  at("dropped").hidden = !dropped;
  at("notes").hidden = dropped;
  const shown = at(dropped ? "dropped" : "notes");
  at("nothing").hidden = shown.children.length > 0;
  at("n-notes").textContent = shown.children.length;
  at("n-figures").textContent = at("figures").children.length;
}

export function filterFigures(name) {
  filter = name ?? filter;
  const parts = at("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  let n = 0;
  for (const card of at("figures").children) {
    const fits = (filter === "all" || card.classList.contains(filter)) && parts.every((part) => card.dataset.words.includes(part));
    card.hidden = !fits;
    n += fits;
  }
  for (const button of document.querySelectorAll("[data-filter]")) button.setAttribute("aria-pressed", String(button.dataset.filter === filter));
  at("shown").textContent = reading.words.shown?.replace("{n}", n).replace("{all}", at("figures").children.length) ?? "";
}

// Where there is room, each finding stands beside its sentence, below the one before it.
export function alignNotes() {
  const list = at("notes");
  const beside = wide.matches && document.body.dataset.view === "paper" && document.body.dataset.list === "notes";
  list.classList.toggle("beside", beside);
  let floor = 0;
  for (const note of list.children) {
    note.style.top = "";
    if (!beside) continue;
    const mark = document.getElementById(`mark-${note.dataset.number}`);
    const wanted = mark ? mark.getBoundingClientRect().top - list.getBoundingClientRect().top - 24 : 0;
    const top = Math.max(wanted, floor);
    note.style.top = `${top}px`;
    floor = top + note.offsetHeight + 8;
  }
  list.style.minHeight = beside ? `${floor}px` : "";
}

// Going there

function mark(elements) {
  document.querySelectorAll("[data-chosen]").forEach((element) => delete element.dataset.chosen);
  elements.forEach((element) => { if (element) element.dataset.chosen = ""; });
}

function go(element, focus = true) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  if (focus) element.focus({ preventScroll: true });
}

// From a finding to its sentence, from the number in the text to its finding, or to a figure; false for anything else.
export function choose(id, focus = true) {
  const [kind, number] = id.split("-");
  if (kind === "mark" || kind === "finding") {
    const list = document.body.dataset.view === "text" ? at("dropped") : at("notes");
    const paper = document.body.dataset.view === "text" ? at("text") : at("sheet");
    if (kind === "mark" && document.body.dataset.view === "pages") show("view", "paper");
    if (kind === "finding") show("list", "notes");
    const note = list.querySelector(`[data-number="${number}"]`);
    const place = paper.querySelector(`[id="mark-${number}"]`);
    const numbers = [...paper.querySelectorAll(`a[href="#finding-${number}"]`)];
    const marks = numbers.map((one) => (one.closest("sup") ?? one).previousElementSibling).filter((one) => one?.matches("mark, data"));
    mark([note, ...marks, ...numbers]);
    const target = kind === "mark" ? place : note;
    if (target) go(target, focus);
    return true;
  }
  const figure = document.getElementById(id);
  if (!figure?.matches(".sheet data")) return false;
  show("view", "paper");
  chooseFigure(figure.dataset.fact, figure);
  go(figure);
  return true;
}

// Show a figure's card, and mark every place where it stands.
export function chooseFigure(fact, from) {
  const places = [...at("sheet").querySelectorAll("data")].filter((one) => one.dataset.fact === fact || one.dataset.fact.split(" ").includes(fact));
  const card = at("figures").querySelector(`:scope > [data-figure="${CSS.escape(fact)}"]`);
  mark([...places, card]);
  if (!card) return;
  show("list", "figures");
  if (card.hidden) {
    at("search").value = "";
    filterFigures("all");
  }
  card.querySelector("details").open = true;
  if (from) {
    at("sheet").querySelectorAll("data").forEach((one) => { one.tabIndex = one === from ? 0 : -1; });
    from.focus({ preventScroll: true });
  }
  go(from ? card : card.querySelector("summary"), !from);
}

at("sheet").addEventListener("keydown", (event) => {
  const here = event.target.closest("data");
  if (!here) return;
  const figures = [...at("sheet").querySelectorAll("data")];
  const next = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (next) {
    const target = figures[figures.indexOf(here) + next];
    if (!target) return;
    event.preventDefault();
    here.tabIndex = -1;
    target.tabIndex = 0;
    go(target);
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    chooseFigure(here.dataset.fact);
  }
});

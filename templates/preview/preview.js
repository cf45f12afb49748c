import { adopt, parsed, patch } from "./patch.js";
import { alignNotes, choose, chooseFigure, filterFigures, lists, reading, show } from "./reading.js";

const settings = JSON.parse(document.getElementById("ui-settings").textContent);
const words = settings.words;
const at = (name) => document.getElementById(`ui-${name}`);
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
// Said aloud by a screen reader; shown as well where the page does not show it by itself.
const say = (text, state = "") => {
  at("saying").dataset.state = state;
  at("saying").textContent = text;
};

document.querySelectorAll("[data-part]").forEach(adopt);

// What changed

function apply(parts, strip) {
  const hold = held();
  for (const [name, part] of Object.entries(parts)) patch(at(name), part);
  if (parts.sheet) reading.dress();
  if (parts.notes || parts.dropped || parts.figures) lists();
  if (parts.figures) filterFigures();
  if (strip && (parts.trouble || parts.sheet)) at("strip").replaceChildren(...strip.map(parsed));
  at("pdf").hidden = !at("pages").children.length;
  hold();
  alignNotes();
}

// The line that the reader looks at stays where it is, whatever grows above it.
function held() {
  const seen = [...at("sheet").children].find((element) => element.getBoundingClientRect().bottom > 80);
  const top = seen?.getBoundingClientRect().top;
  return () => {
    if (seen?.isConnected) reading.scroller().scrollBy(0, seen.getBoundingClientRect().top - top);
  };
}

// The paper's style sheet, when the report is set in another way; the old one stays until the new one is there.
function look(address) {
  const old = at("look");
  if (old.getAttribute("href") === address) return;
  const fresh = old.cloneNode();
  fresh.href = address;
  old.removeAttribute("id");
  fresh.addEventListener("load", () => { old.remove(); alignNotes(); });
  old.after(fresh);
}

function flash(changed) {
  const ids = new Set(changed.map(([fact]) => fact));
  for (const figure of at("sheet").querySelectorAll("data")) {
    if (!figure.dataset.fact.split(" ").some((id) => ids.has(id))) continue;
    delete figure.dataset.flash;
    void figure.offsetWidth;
    figure.dataset.flash = "";
  }
}

function news(event) {
  const { parts, changed, strip, title, paper } = JSON.parse(event.data);
  const fault = parts.trouble?.order.length;
  apply(parts, strip);
  look(`paper.css?${paper}`);
  at("title").textContent = title || at("title").textContent;
  flash(changed);
  if (changed.length) say(filled(words.figures_changed, { n: changed.length, list: changed.map(([, label, text]) => `${label} ${text ?? ""}`).join("；") }));
  else if (fault) say(words.fault);
  else if (parts.sheet || parts.notes) say(words.updated);
  if (document.body.dataset.view === "pages" && at("press").querySelector("[data-state=stale]")) print();
}

function follow() {
  let failed = 0;
  const state = (name) => { at("live").dataset.state = name; at("live").textContent = words[name]; };
  const events = new EventSource(`events?number=${settings.number}`);
  events.addEventListener("open", () => { failed = 0; state("live"); });
  events.addEventListener("patch", news);
  events.addEventListener("error", () => { state(events.readyState === EventSource.CLOSED || ++failed > 3 ? "ended" : "lost"); });
}

// Printed pages

const print = () => fetch("print", { method: "POST" }).then((answer) => answer.text()).catch(() => refuse(words.no_answer));

document.addEventListener("viewchange", () => {
  if (document.body.dataset.view === "text") show("list", "notes");
  if (document.body.dataset.view === "pages") print();
  lists();
  alignNotes();
});

// Documents dropped or chosen

async function audit(file) {
  if (file.size > settings.megabytes * 2 ** 20) return refuse(filled(words.too_large, { name: file.name, n: settings.megabytes }));
  say(filled(words.auditing, { name: file.name }), "busy");
  try {
    const answer = await fetch(`audit?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });
    const told = await answer.json();
    if (told.error) return refuse(`${told.name}: ${told.error}`);
    at("tab-text").hidden = false;
    show("view", "text");
    show("list", "notes");
    apply(told.parts);
    say(filled(words.audited, { name: told.name, n: told.findings }));
  } catch {
    refuse(words.no_answer);
  }
}

function refuse(text) {
  say(text, "fault");
  setTimeout(() => { if (at("saying").textContent === text) say(""); }, 12000);
}

at("file").addEventListener("change", ({ target }) => {
  if (target.files.length) audit(target.files[0]);
  target.value = "";
});
const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
addEventListener("dragover", (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  at("dropping").hidden = false;
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) at("dropping").hidden = true; });
addEventListener("drop", (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  at("dropping").hidden = true;
  const files = event.dataTransfer.files;
  if (files.length === 1) audit(files[0]);
  else refuse(words.one_file);
});

// Between figures, findings and their lists

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#'], [data-figure], .sheet data, .finding");
  if (!link) return;
  if (link.matches("button.fact")) return chooseFigure(link.dataset.figure);
  if (link.matches("data")) return chooseFigure(link.dataset.fact, link);
  if (link.matches("a")) {
    if (choose(decodeURIComponent(link.hash.slice(1)))) event.preventDefault();
  } else if (link.matches(".finding") && !getSelection().toString() && !event.target.closest("details")) choose(`mark-${link.dataset.number}`, false);
});

document.querySelectorAll("[data-filter]").forEach((button) => button.addEventListener("click", () => filterFigures(button.dataset.filter)));
at("search").addEventListener("input", () => filterFigures());
addEventListener("resize", () => alignNotes());
document.addEventListener("toggle", () => alignNotes(), true);

reading.words = words;
reading.dress();
lists();
filterFigures();
alignNotes();
document.fonts.ready.then(() => alignNotes());
follow();

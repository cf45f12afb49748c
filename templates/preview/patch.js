// Replaces only what changed: fragments by their keys, and inside a changed fragment only the nodes that differ, so that
// what the reader has selected, opened or scrolled to stays.

const keys = new WeakMap();
// States that belong to the reader, not to the report.
const OWN = new Set(["open", "hidden", "style", "tabindex", "role", "aria-pressed", "data-chosen", "data-flash"]);

export function adopt(container) {
  const names = container.dataset.keys.split(" ").filter(Boolean);
  [...container.children].forEach((element, n) => keys.set(element, names[n]));
}

export function patch(container, { order, html }) {
  const known = new Map([...container.children].map((element) => [keys.get(element), element]));
  const wanted = new Set(order);
  let here = container.firstElementChild;
  for (const key of order) {
    const old = known.get(key);
    if (old) {
      while (here && here !== old && !wanted.has(keys.get(here))) here = without(here);
      if (here === old) here = here.nextElementSibling;
      else container.insertBefore(old, here);
      continue;
    }
    const fresh = parsed(html[key]);
    if (here && !wanted.has(keys.get(here)) && here.tagName === fresh.tagName && here.className === fresh.className) {
      morph(here, fresh);
      keys.set(here, key);
      here = here.nextElementSibling;
    } else {
      container.insertBefore(fresh, here);
      keys.set(fresh, key);
    }
  }
  while (here) here = without(here);
}

export function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

function without(element) {
  const next = element.nextElementSibling;
  element.remove();
  return next;
}

function morph(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && !OWN.has(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value && !(name === "open")) old.setAttribute(name, value);
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  after.forEach((node, n) => {
    const one = before[n];
    if (!one) old.append(node);
    else if (one.nodeType !== node.nodeType || one.nodeName !== node.nodeName) one.replaceWith(node);
    else if (one.nodeType === Node.ELEMENT_NODE) morph(one, node);
    else if (one.data !== node.data) one.data = node.data;
  });
  before.slice(after.length).forEach((node) => node.remove());
}

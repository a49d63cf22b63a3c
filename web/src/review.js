// The review loop by keys, on any page that shows findings, and "you missed this" on a report.
// `j k` move, `o` quote, `w` why, `a r e n` decide, `u` undo, `?` all keys. Nothing is decided by a key
// alone: a form opens with the decision chosen, a reason is typed, Enter records it.
import { isTyped } from "./keys.js";

const FINDING = "[data-finding]";
const ACTIONS = { a: "accept", r: "reject", e: "edit", n: "note" };
const KEYS = [
  ["/", "search"], ["j k", "next, previous"], ["o", "open the quote"], ["w", "why"], ["a", "accept"], ["r", "reject"],
  ["e", "edit the value"], ["n", "note"], ["u", "undo your last decision on it"], ["Esc", "close the form"], ["?", "these keys"],
];

export function start() {
  document.addEventListener("keydown", onKey, { capture: true });
  document.addEventListener("click", onClick);
  document.addEventListener("focusin", (event) => mark(event.target.closest?.(FINDING)));
  window.addEventListener("hashchange", comeBack);
  comeBack();
  watchSelection();
  document.documentElement.dataset.keys = "review"; // from here on keys are heard
}

/** The finding that keys are about: the one marked, else the one the page was opened at. */
function here() {
  return document.querySelector(`${FINDING}.here`);
}

function mark(finding) {
  if (!finding || finding.classList.contains("here")) return;
  document.querySelectorAll(`${FINDING}.here`).forEach((each) => each.classList.remove("here"));
  finding.classList.add("here");
}

function comeBack() {
  const name = decodeURIComponent(location.hash.slice(1));
  const finding = document.getElementById(name || "-");
  if (!finding?.matches(FINDING)) return;
  for (let fold = finding.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  go(finding);
}

function go(finding) {
  mark(finding);
  finding.focus({ preventScroll: true });
  finding.scrollIntoView({ block: "nearest" });
}

function onKey(event) {
  if (event.key === "Escape" && close(event)) return;
  if (isTyped(event) || document.querySelector("dialog[open]")) return;
  const act = {
    j: () => move(1), k: () => move(-1), o: () => follow("sup.cites a, .evidences a, a[href^='/reports/']"),
    w: () => follow("a[href^='/findings/']"), u: undo, "?": showKeys,
  }[event.key] ?? (ACTIONS[event.key] && (() => open(ACTIONS[event.key])));
  if (act && act() !== false) {
    event.preventDefault();
    event.stopPropagation();
  }
}

function shown() {
  return [...document.querySelectorAll(FINDING)].filter((each) => each.checkVisibility());
}

function move(step) {
  const all = shown();
  if (!all.length) return false;
  const at = all.indexOf(here());
  go(all[Math.min(Math.max(at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step, 0), all.length - 1)]);
}

function follow(wanted) {
  const link = here()?.querySelector(wanted);
  if (!link) return false;
  link.click();
}

/** The finding in hand; with one on the page, that one needs no mark. */
function subject() {
  const all = shown();
  return here() ?? (all.length === 1 ? all[0] : null);
}

function open(action) {
  const link = subject()?.querySelector("[data-decide]");
  if (!link) return false;
  load(link, action);
}

function undo() {
  const forms = subject()?.querySelectorAll("form[data-mine]");
  if (!forms?.length) return false;
  forms[forms.length - 1].requestSubmit();
}

async function load(link, action) {
  const address = new URL(link.href);
  if (action) address.searchParams.set("action", action);
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok || !answer.headers.get("content-type")?.includes("text/html")) return location.assign(address);
  const place = slotFor(link);
  place.innerHTML = await answer.text();
  place.querySelector("[name=reason]")?.focus();
}

/** Where a form opens: behind its link; any other open form is closed. */
function slotFor(link) {
  document.querySelectorAll(".decide-slot").forEach((each) => each.remove());
  const row = link.closest("tr");
  if (row) return rowFor(row);
  const place = document.createElement("div");
  place.className = "decide-slot";
  link.closest(".decide").after(place);
  return place;
}

/** In a table of figures the form gets a row of its own, as wide as the table. */
function rowFor(row) {
  const place = document.createElement("tr");
  place.className = "decide-slot";
  row.after(place);
  const cell = place.insertCell();
  cell.colSpan = row.cells.length;
  return cell;
}

function close(event) {
  const place = event.target.closest?.(".decide-slot, [data-missed-slot]");
  if (!place) return false;
  const finding = place.matches("tr") ? place.previousElementSibling : place.closest(FINDING);
  if (place.hasAttribute("data-missed-slot")) place.innerHTML = "";
  else place.remove();
  finding?.focus({ preventScroll: true });
  return true;
}

function onClick(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const decide = event.target.closest("[data-decide]");
  const missed = event.target.closest("[data-missed]");
  if (decide) {
    event.preventDefault();
    const slot = (decide.closest("tr") ?? decide.closest(".decide")).nextElementSibling;
    if (slot?.matches(".decide-slot")) slot.remove();
    else load(decide);
  } else if (missed) {
    event.preventDefault();
    openMissed();
  }
}

function showKeys() {
  const box = document.createElement("dialog");
  box.className = "keys";
  box.setAttribute("aria-label", "Keys");
  const rows = KEYS.map(([key, does]) => `<dt>${key.split(" ").map((each) => `<kbd>${each}</kbd>`).join(" ")}</dt><dd>${does}</dd>`);
  box.innerHTML = `<h2>Keys</h2><dl>${rows.join("")}</dl><form method="dialog"><button>Close</button></form>`;
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
}

// You missed this ---------------------------------------------------------------------------------

function watchSelection() {
  const text = document.querySelector(".text[data-report]");
  if (!text || !document.querySelector("[data-missed]")) return;
  document.addEventListener("selectionchange", () => {
    const form = document.querySelector("form.missed");
    const found = form && selected(text);
    if (found) fill(form, found);
  });
  text.addEventListener("mouseup", () => {
    if (selected(text)?.quote && !document.querySelector("form.missed")) openMissed();
  });
}

async function openMissed() {
  const link = document.querySelector("[data-missed]");
  const text = document.querySelector(".text[data-report]");
  const found = selected(text);
  const answer = await fetch(new URL(`${link.href}&action=add_figure`), { headers: { "HX-Request": "true" } });
  if (!answer.ok) return location.assign(link.href);
  const place = document.querySelector("[data-missed-slot]");
  place.innerHTML = await answer.text();
  const form = place.querySelector("form");
  if (found) fill(form, found);
  place.scrollIntoView({ block: "nearest" });
  form.querySelector(found ? "[name=reason]" : "[name=quote]")?.focus({ preventScroll: true });
}

function fill(form, found) {
  form.elements.quote.value = found.quote;
  form.elements.start.value = String(found.start);
}

/** The words selected in the text and where they begin, in code points; null when there are none. */
function selected(text) {
  const choice = getSelection();
  if (!choice?.rangeCount || choice.isCollapsed) return null;
  const range = choice.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  let before = "";
  let quote = "";
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.parentElement.closest("[aria-hidden=true]") || range.comparePoint(node, node.length) < 0) {
      if (!node.parentElement.closest("[aria-hidden=true]")) before += node.data;
      continue;
    }
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (range.comparePoint(node, 0) > 0) break;
    before += node.data.slice(0, from);
    quote += node.data.slice(from, to);
  }
  const lead = quote.length - quote.trimStart().length;
  return quote.trim() ? { quote: quote.trim(), start: [...before].length + lead } : null;
}

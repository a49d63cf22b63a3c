// Keys of lists: `/` goes to the search, `j` and `k` move from row to row, `o` opens, `?` tells them all.

const ROWS = "[data-row]";

export function startKeys() {
  document.addEventListener("keydown", onKey);
}

/** Whether a key is meant for a field, or belongs to the browser. */
export function isTyped(event) {
  const field = event.target.closest?.("input, textarea, select, [contenteditable]");
  return Boolean(field) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
}

function onKey(event) {
  if (event.key === "Escape" && event.target.matches?.("[data-search]")) event.target.blur();
  if (isTyped(event)) return;
  const act = { "/": toSearch, "?": toKeys, j: () => move(1), k: () => move(-1), o: open }[event.key];
  if (act && act() !== false) event.preventDefault();
}

function toSearch() {
  const field = document.querySelector("[data-search]");
  field?.focus();
  field?.select();
}

function toKeys() {
  window.location.assign("/keys");
}

function move(step) {
  const rows = [...document.querySelectorAll(ROWS)];
  if (!rows.length) return false;
  const here = rows.findIndex((row) => row.classList.contains("here"));
  const next = rows[Math.min(Math.max(here + step, 0), rows.length - 1)];
  rows.forEach((row) => row.classList.toggle("here", row === next));
  next.querySelector("a")?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function open() {
  const link = document.querySelector(`${ROWS}.here a`);
  if (!link) return false;
  link.click();
}

// What keys do. Letters do nothing while somebody types, and nothing at all where keys are switched off.

import { fill, go, nextProblem, overview, step } from "./slides.js";
import { setting } from "./settings.js";

const VIEWS = { s: "slides", g: "guide", w: "worksheet", p: "problems" };
const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -1e6, End: 1e6 };
const SCROLL = /^(ArrowUp|ArrowDown|PageUp|PageDown|Home|End)$/;
let digits = "";

/** Begin; `nextTheme` shows the pack under the next theme. */
export function begin(nextTheme) {
  const help = document.getElementById("help");
  document.getElementById("help-button").addEventListener("click", () => help.showModal());
  document.addEventListener("keydown", (event) => {
    if (SCROLL.test(event.key) && scrolls(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || !setting("keys") || types(event.target)) return;
    if (act(event.key, help, nextTheme)) event.preventDefault();
  });
}

function act(name, help, nextTheme) {
  const view = document.documentElement.dataset.view;
  if (name === "?") help.showModal();
  else if (VIEWS[name]) document.querySelector(`.views a[data-view="${VIEWS[name]}"]`)?.click();
  else if (name === "t") nextTheme();
  else if (view !== "slides") return false;
  else if (STEPS[name]) step(STEPS[name]);
  else if (/^\d$/.test(name)) digits += name;
  else if (name === "Enter" && digits) {
    go(Number(digits));
    digits = "";
  } else if (name === "/") document.getElementById("find").focus();
  else if (name === "n") nextProblem();
  else if (name === "f") fill();
  else if (name === "o") overview();
  else if (name === "Escape") overview(false);
  else return false;
  if (!/^\d$/.test(name)) digits = "";
  return true;
}

function types(target) {
  return target.matches?.("input, select, textarea") ?? false;
}

/** Say whether somebody reads on in long notes: then keys that scroll do that. */
function scrolls(target) {
  const box = target.closest?.(".side, .failing");
  return Boolean(box) && box.scrollHeight > box.clientHeight;
}

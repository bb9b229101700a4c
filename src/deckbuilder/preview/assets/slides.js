// One slide at a time: which one is shown, how to get to another, and how to find one.

import { changedSlides, say } from "./say.js";
import { setting } from "./settings.js";

const MEMORY = "deckbuilder-preview-slide";
const slides = () => [...document.querySelectorAll("article.slide")];
const current = () => document.querySelector("article.slide.current");
let place = 0;

/** Begin with the slide that the address names, or the one that was shown last. */
export function begin() {
  if (!document.querySelector(".desk .rail")) return;
  show(named() ?? document.getElementById(sessionStorage.getItem(MEMORY) ?? "") ?? slides()[0], { quietly: true });
  window.addEventListener("hashchange", () => named() && show(named()));
  document.querySelector(".rail").addEventListener("click", (event) => event.target.closest(".thumb") && overview(false));
  document.getElementById("back").addEventListener("click", () => step(-1));
  document.getElementById("on").addEventListener("click", () => step(1));
  document.getElementById("overview").addEventListener("click", () => overview());
  const find = document.getElementById("find");
  find.addEventListener("input", filter);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter") found()[0] && show(document.getElementById(found()[0].dataset.key));
    if (event.key === "Escape") {
      find.value = "";
      filter();
      find.blur();
    }
  });
}

/** Show the slide so many further on. */
export function step(by) {
  const all = slides();
  const at = all.indexOf(current());
  show(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

/** Show a slide by its number in its deck, counted through where there are several. */
export function go(number) {
  const wanted = slides()[number - 1];
  if (wanted) show(wanted);
  else say(`There is no slide ${number}.`);
}

/** Show the next slide that has a problem. */
export function nextProblem() {
  const all = slides();
  const at = all.indexOf(current());
  const wanted = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((each) => each.querySelector(".problem"));
  if (wanted) show(wanted);
  else say("No slide has a problem.");
}

/** Show all slides at once, or one again; without being told, the other of the two. */
export function overview(on = !document.body.classList.contains("overview")) {
  document.body.classList.toggle("overview", on);
  document.getElementById("overview").setAttribute("aria-pressed", String(on));
  document.querySelector(".thumb a[aria-current]")?.scrollIntoView({ block: "nearest" });
}

/** Show the slide alone on the screen, or the page again. */
export function fill() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.getElementById("content")?.requestFullscreen?.();
}

/** See to it that a slide is shown after changes, and the one that changed where that is wanted. */
export function settle(changes) {
  if (!document.querySelector(".desk .rail")) return;
  filter();
  const all = slides();
  if (!all.length) return position();
  const wanted = subject(all, changes);
  const busy = current()?.contains(document.activeElement) && !document.activeElement.matches(".side");
  if (!current()) show(all[Math.min(place, all.length - 1)], { quietly: true });
  else show(setting("jump") && !busy && wanted ? wanted : current(), { quietly: true });
  for (const { put, old } of changes) {
    if (put?.dataset.says && put.dataset.drawing !== old?.dataset.drawing) flash(put);
  }
}

/** Give the slide that changes are about: the only one that was added, or else the only one that was changed. */
function subject(all, changes) {
  const added = changes.filter((each) => each.kind === "added" && each.put.matches(".slide"));
  if (added.length) return added.length === 1 ? added[0].put : null;
  if (changedSlides(changes).length !== 1) return null;
  const touched = all.filter((each) => changes.some(({ put }) => put?.dataset.says && each.contains(put)));
  return touched.length === 1 ? touched[0] : null;
}

function show(slide, { quietly = false } = {}) {
  if (!slide) return position();
  const all = slides();
  for (const each of all) each.classList.toggle("current", each === slide);
  place = all.indexOf(slide);
  for (const thumb of document.querySelectorAll(".thumb a")) {
    const here = thumb.parentElement.dataset.key === slide.id;
    if (here) thumb.setAttribute("aria-current", "true");
    else thumb.removeAttribute("aria-current");
    if (here) reveal(thumb);
  }
  for (const near of [all[place - 1], slide, all[place + 1]]) {
    near?.querySelectorAll("img").forEach((image) => { image.loading = "eager"; });
  }
  sessionStorage.setItem(MEMORY, slide.id);
  if (location.hash.slice(1) !== slide.id) history.replaceState(history.state, "", `#${slide.id}`);
  position();
  if (!quietly) {
    overview(false);
    slide.querySelector(".side").scrollTop = 0;
    say(`Slide ${place + 1} of ${all.length}: ${slide.querySelector("h2").lastChild.textContent.trim()}`);
  }
}

function position() {
  const all = slides();
  document.getElementById("position").textContent = all.length ? `${place + 1} of ${all.length}` : "";
  document.getElementById("back").disabled = place <= 0;
  document.getElementById("on").disabled = place >= all.length - 1;
}

function named() {
  const found = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return found?.matches("article.slide") ? found : null;
}

function reveal(thumb) {
  const list = thumb.closest("ol");
  const [box, frame] = [thumb.getBoundingClientRect(), list.getBoundingClientRect()];
  if (box.top < frame.top || box.bottom > frame.bottom) list.scrollTop += box.top - frame.top - frame.height / 3;
  if (box.left < frame.left || box.right > frame.right) list.scrollLeft += box.left - frame.left - frame.width / 3;
}

function found() {
  return [...document.querySelectorAll(".thumb")].filter((each) => !each.hidden);
}

function filter() {
  const words = document.getElementById("find").value.trim().toLowerCase();
  for (const thumb of document.querySelectorAll(".thumb")) {
    const text = document.getElementById(thumb.dataset.key)?.textContent.toLowerCase() ?? "";
    thumb.hidden = Boolean(words) && !text.includes(words);
  }
  for (const heading of document.querySelectorAll(".rail .section")) heading.hidden = Boolean(words);
  const number = found().length;
  document.querySelector(".none-found").hidden = number > 0 || !words;
  if (words) say(number === 1 ? "1 slide found." : `${number} slides found.`);
}

function flash(element) {
  element.classList.add("fresh");
  setTimeout(() => element.classList.remove("fresh"), 1500);
}

// Sets the page going.

import { follow, refresh } from "./follow.js";
import { begin as keys } from "./keys.js";
import { sayChanges } from "./say.js";
import { begin as settings } from "./settings.js";
import { begin as slides, settle } from "./slides.js";

settings();
slides();
keys(nextTheme);
follow((changes) => {
  settle(changes);
  sayChanges(changes);
});

// A choice is shown in the page as it is, without loading another: the slide stays, and so does the focus.
document.addEventListener("change", (event) => {
  const { form, name } = event.target;
  if (!form?.parentElement.classList.contains("picks")) return;
  // Another pack has other plans.
  if (name === "pack") form.elements.plan?.remove();
  chosen(form);
});
document.addEventListener("submit", (event) => {
  if (!event.target.parentElement.classList.contains("picks")) return;
  event.preventDefault();
  chosen(event.target);
});
let asked = location.search;
window.addEventListener("popstate", () => {
  if (location.search !== asked) renew();
});

function chosen(form) {
  const query = new URLSearchParams(new FormData(form));
  history.pushState(null, "", `${location.pathname}?${query}${location.hash}`);
  renew();
}

function renew() {
  asked = location.search;
  refresh();
}

function nextTheme() {
  const select = document.querySelector('select[name="theme"]');
  select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
  chosen(select.form);
}

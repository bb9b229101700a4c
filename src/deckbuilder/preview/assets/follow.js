// Follows what is saved: waits for news, fetches the page again, and puts in what has changed.

import { apply, compare } from "./sync.js";
import { say } from "./say.js";

/** Where leaves stand. */
const PARTS = ["body", ".top", ".views ul", ".standing", ".rail ol", ".contents-rail ol", "#content"];
const root = document.documentElement;
let after = () => {};
let source = null;
let running = null;
let again = false;

/** Begin; `updated` is called with the changes whenever some were made. */
export function follow(updated) {
  after = updated;
  listen();
  // A browser has few connections for one address, and pages that nobody looks at need none.
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  window.addEventListener("pagehide", stop);
}

/** Fetch the page again, from the address it has now. */
export function refresh() {
  again = running !== null;
  running ??= renew().finally(() => {
    running = null;
    if (again) refresh();
  });
  return running;
}

function listen() {
  if (source) return;
  source = new EventSource(`/events?since=${encodeURIComponent(root.dataset.version)}`);
  source.addEventListener("news", (event) => event.data !== root.dataset.version && refresh());
  source.addEventListener("open", () => connected(true));
  source.addEventListener("error", () => connected(false));
}

function stop() {
  source?.close();
  source = null;
}

function connected(on, otherwise = "The preview has ended") {
  const mark = document.getElementById("connection");
  const state = on ? "on" : "off";
  if (mark.dataset.state === state) return;
  mark.dataset.state = state;
  mark.querySelector(".how").textContent = on ? "Follows your saves" : otherwise;
  say(on ? "The preview is back." : `${otherwise}.`);
}

async function renew() {
  let text;
  try {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
    if (!answer.ok) return connected(false, "This state cannot be shown");
    text = await answer.text();
    connected(true);
  } catch {
    return; // the server has ended, and the page says so
  }
  const fresh = new DOMParser().parseFromString(text, "text/html");
  const changes = [];
  for (const part of PARTS) {
    const [old, other] = [document.querySelector(part), fresh.querySelector(part)];
    if (old && other) changes.push(...compare(old, other));
  }
  await loaded(changes);
  apply(changes);
  document.title = fresh.title;
  document.body.classList.toggle("compared", fresh.body.classList.contains("compared"));
  root.dataset.version = fresh.documentElement.dataset.version;
  const made = changes.filter((each) => each.kind !== "order");
  if (made.length) after(made);
}

/** Wait until the pictures are there that would otherwise flicker, but not long. */
function loaded(changes) {
  const pictures = changes
    .filter((each) => each.kind === "changed" && each.old.checkVisibility?.())
    .flatMap((each) => [...each.fresh.querySelectorAll("img")])
    .slice(0, 8)
    .map((image) => Object.assign(new Image(), { src: image.getAttribute("src") }).decode().catch(() => {}));
  return Promise.race([Promise.all(pictures), new Promise((done) => setTimeout(done, 500))]);
}

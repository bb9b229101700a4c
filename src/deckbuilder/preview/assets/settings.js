// What a person has chosen for themselves, kept in the browser.

const NAMES = { keys: "keys-on", jump: "jump-on" };
const key = (name) => `deckbuilder-preview-${name}`;

/** Say whether something is switched on; it is until somebody switches it off. */
export function setting(name) {
  return localStorage.getItem(key(name)) !== "off";
}

/** Have the boxes show what is chosen, and keep what is changed. */
export function begin() {
  for (const [name, id] of Object.entries(NAMES)) {
    const box = document.getElementById(id);
    box.checked = setting(name);
    box.addEventListener("change", () => localStorage.setItem(key(name), box.checked ? "on" : "off"));
  }
}

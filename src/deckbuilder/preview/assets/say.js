// Says to those who do not see the page what has changed in it, without taking the focus.

const MOST = 4;

/** Say a sentence, politely. */
export function say(text) {
  const place = document.getElementById("said");
  // The same sentence once more is said too.
  place.textContent = place.textContent === text ? `${text}\u00a0` : text;
}

/** Say what changes were made to a page. */
export function sayChanges(changes) {
  const said = [];
  const banner = changes.find((each) => each.fresh?.dataset?.key === "banner");
  if (banner) said.push(banner.fresh.querySelector("h2")?.textContent.trim() ?? "No errors any more.");
  const added = count(changes, "added", ".slide");
  const gone = count(changes, "gone", ".slide");
  if (added) said.push(added === 1 ? "A slide was added." : `${added} slides were added.`);
  if (gone) said.push(gone === 1 ? "A slide was taken out." : `${gone} slides were taken out.`);
  // Where slides were added or taken out, the others have other numbers, which is not worth saying.
  const slides = added || gone ? [] : changedSlides(changes);
  if (slides.length > MOST) said.push(`${slides.length} slides have changed.`);
  else if (slides.length > 1) said.push(`Slides ${slides.slice(0, -1).join(", ")} and ${slides.at(-1)} have changed.`);
  else if (slides.length) said.push(`Slide ${slides[0]} has changed.`);
  const pieces = changes.filter((each) => each.fresh?.closest?.(".paper")).length;
  if (pieces) said.push("The text has changed.");
  if (said.length) say(said.join(" "));
}

/** Give the numbers of the slides that were changed: not of those whose drawing was replaced by its rendering. */
export function changedSlides(changes) {
  const numbers = changes
    .filter((each) => each.kind === "changed" && each.fresh.dataset.says !== undefined)
    .filter((each) => !each.fresh.dataset.drawing || each.fresh.dataset.drawing !== each.old.dataset.drawing)
    .map((each) => Number(each.fresh.dataset.says));
  return [...new Set(numbers)].sort((one, other) => one - other);
}

function count(changes, kind, selector) {
  return changes.filter((each) => each.kind === kind && (each.fresh ?? each.old).matches(selector)).length;
}

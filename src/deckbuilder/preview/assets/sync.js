// Makes a page like another one, and leaves alone what is the same in both.
//
// Elements with data-key are matched by their keys among the children of their parent. One with data-digest is a leaf:
// it is replaced when its digest is another. Others keep their identity, and what stands in them is matched in turn.

const keyed = (element) => [...element.children].filter((child) => child.dataset.key !== undefined);
const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/** Give what is to be done so that `old` is as `fresh`: a list of changes, none of them made yet. */
export function compare(old, fresh) {
  const changes = [];
  collect(old, fresh, changes);
  return changes;
}

function collect(old, fresh, changes) {
  const had = new Map(keyed(old).map((child) => [child.dataset.key, child]));
  const wanted = keyed(fresh);
  const names = new Set(wanted.map((child) => child.dataset.key));
  for (const [name, child] of had) if (!names.has(name)) changes.push({ kind: "gone", old: child });
  let before = null;
  for (const child of wanted) {
    const mine = had.get(child.dataset.key);
    if (mine === undefined) {
      changes.push({ kind: "added", parent: old, before, fresh: child });
      before = child;
      continue;
    }
    if (child.dataset.digest === undefined) collect(mine, child, changes);
    else if (child.dataset.digest !== mine.dataset.digest) changes.push({ kind: "changed", old: mine, fresh: child });
    changes.push({ kind: "order", parent: old, before, key: child.dataset.key });
    before = child;
  }
}

/** Make the changes. What had the focus keeps it, and what was unfolded stays so. */
export function apply(changes) {
  const focus = rememberFocus(changes);
  for (const change of changes) {
    if (change.kind === "gone") change.old.remove();
    else if (change.kind === "changed") {
      const put = document.importNode(change.fresh, true);
      keepOpen(change.old, put);
      change.old.replaceWith(put);
      change.put = put;
    } else if (change.kind === "added") {
      change.put = document.importNode(change.fresh, true);
      place(change.parent, change.put, change.before);
    } else {
      const mine = keyed(change.parent).find((child) => child.dataset.key === change.key);
      if (mine) place(change.parent, mine, change.before);
    }
  }
  focus();
}

function place(parent, child, before) {
  const rest = keyed(parent);
  const previous = before && rest.find((each) => each.dataset.key === before.dataset.key);
  const next = previous ? previous.nextElementSibling : rest[0];
  if (child !== next && child.previousElementSibling !== (previous ?? null)) parent.insertBefore(child, next ?? null);
}

function keepOpen(old, put) {
  if (old.tagName === "DETAILS") put.open = old.open;
  const were = [...old.querySelectorAll("details")];
  [...put.querySelectorAll("details")].forEach((each, index) => { each.open = were[index]?.open ?? false; });
}

function rememberFocus(changes) {
  const active = document.activeElement;
  const change = changes.find((each) => each.kind === "changed" && each.old.contains(active));
  if (!change || active === document.body) return () => {};
  const index = [...change.old.querySelectorAll(FOCUSABLE)].indexOf(active);
  return () => {
    const now = [...change.put.querySelectorAll(FOCUSABLE)];
    (now[index] ?? now[now.length - 1])?.focus({ preventScroll: true });
  };
}

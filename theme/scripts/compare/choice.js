/**
 * Which programmes a reader has picked on their cards to see side by side. The choice lives in the
 * address, and in the link to the comparison.
 */
const comparison = (() => {
  const NAME = "program";
  const bar = /** @type {HTMLElement | null} */ (document.querySelector("[data-compare-bar]"));
  const most = Number(bar?.dataset.most ?? 0);
  const named = new Set(new URLSearchParams(location.search).getAll(NAME));
  const chosen = new Set([...named].slice(0, most));

  /** @param {ParentNode} part of the page */
  const boxes = (part) =>
    /** @type {HTMLInputElement[]} */ ([...part.querySelectorAll("[data-compare] input")]);

  /** Shows on cards what is chosen. @param {ParentNode} part of the page */
  const mark = (part) => {
    for (const box of boxes(part)) {
      box.checked = chosen.has(box.value);
      box.disabled = !box.checked && chosen.size >= most;
      const label = /** @type {HTMLElement} */ (box.closest("[data-compare]"));
      label.hidden = !bar;
    }
  };

  /** Puts the choice into parameters of an address. @param {URLSearchParams} parameters */
  const write = (parameters) => {
    parameters.delete(NAME);
    for (const id of chosen) parameters.append(NAME, id);
    return parameters;
  };

  const show = () => {
    if (!bar) return;
    mark(document);
    const told = /** @type {HTMLElement} */ (bar.querySelector("[role=status]"));
    const full = chosen.size >= most ? `. ${told.dataset.full}` : "";
    told.textContent = chosen.size ? counted(told, chosen.size) + full : "";
    bar.hidden = false;
    const link = /** @type {HTMLAnchorElement} */ (bar.querySelector("a"));
    link.search = String(write(new URLSearchParams()));
  };

  const keep = () => {
    const parameters = String(write(new URLSearchParams(location.search)));
    try {
      history.replaceState(null, "", parameters ? `?${parameters}` : location.pathname);
    } catch {}
    show();
  };

  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest("[data-compare]")) return;
    if (target.checked) chosen.add(target.value);
    else chosen.delete(target.value);
    keep();
  });
  bar?.querySelector("button")?.addEventListener("click", () => {
    const first = boxes(document).find((box) => box.checked);
    chosen.clear();
    keep();
    first?.focus();
  });
  show();

  return { mark, write };
})();

/** Takes what has passed out of the way, on the reader's day; without this the page is whole. */
(() => {
  const calendar = document.querySelector("[data-calendar]");
  if (!calendar) return;

  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (calendar.querySelector(name));
  const now = today();
  const past = part("[data-past]");

  /** A copy of a month for some of its items. @param {Element} month @param {Element[]} items */
  const monthOf = (month, items) => {
    const copy = /** @type {Element} */ (month.cloneNode(true));
    copy.querySelector("ol")?.replaceChildren(...items);
    return copy;
  };

  for (const month of calendar.querySelectorAll("[data-month]")) {
    const items = /** @type {HTMLElement[]} */ ([...month.querySelectorAll("[data-until]")]);
    const passed = items.filter(({ dataset }) => (dataset.until ?? "") < now);
    if (passed.length) past.append(monthOf(month, passed));
    if (passed.length === items.length) month.remove();
  }

  const passed = past.querySelectorAll("[data-until]").length;
  past.hidden = passed === 0;
  part("[data-past-count]").textContent = `(${passed})`;
  part("[data-unknown-day]").hidden = true;
  const isAhead = calendar.querySelector(":scope > [data-month]") !== null;
  part("[data-none-ahead]").hidden = isAhead;
  // Without a list, its order needs no explaining.
  if (!isAhead) calendar.querySelector("[data-not-exact]")?.remove();
})();

/**
 * The list of programmes with its filters. The list is whole without them; what is chosen lives in
 * the address, so that it can be sent and found again.
 */
(async () => {
  const catalogue = document.querySelector("[data-catalogue]");
  if (!catalogue) return;

  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (catalogue.querySelector(name));
  const filters = /** @type {HTMLDetailsElement} */ (part("[data-filters]"));
  const form = /** @type {HTMLFormElement} */ (part("form"));
  const count = part("[data-count]");
  const chips = part("[data-chips]");
  const empty = part("[data-empty]");
  const chosenCount = part("[data-chosen-count]");
  const done = part("[data-done]");
  const boxes = () =>
    /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("[type=checkbox]")]);
  const query = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const ownOrder = /** @type {HTMLOptionElement} */ (form.querySelector("[data-best]"));
  const orders = { own: ownOrder.text, best: ownOrder.dataset.best ?? "" };

  /** @type {Columns} */
  const columns = await siteSearch.part("catalogue");
  const structure = await siteSearch.structure();
  const selection = createSelection(columns, today());
  let asked = 0;

  /** Fails when a catalogue with other programmes has been published since. */
  const insistSame = async () => {
    if ((await siteSearch.structure()) !== structure) throw new Error("the catalogue is another one");
  };

  /** The page of the new catalogue shows the same choice, which stands in the address. */
  const failed = async () => {
    const now = await siteSearch.structure().catch(() => structure);
    const [visit] = performance.getEntriesByType("navigation");
    const hasTried = /** @type {PerformanceNavigationTiming} */ (visit).type === "reload";
    if (now !== structure && !hasTried) location.reload();
    else count.textContent = count.dataset.failed ?? "";
  };

  const [list, more] = [part(".cards"), part("[data-more]")];
  const cards = createCards(list, more, columns.cardsAFile, insistSame, failed);

  /** @param {string} name @param {() => void} remove */
  const chip = (name, remove) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip";
    button.textContent = name;
    button.setAttribute("aria-label", filled(chips.dataset.remove, name));
    button.addEventListener("click", async () => {
      remove();
      await update();
      /** @type {HTMLElement} */ (chips.querySelector(".chip") ?? count).focus();
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  };

  /**
   * The programmes that a text query finds, the best first; null without one.
   * @param {string} text
   */
  const search = async (text) => {
    if (!text) return null;
    const { hits } = await siteSearch.find(text.normalize("NFC"));
    await insistSame();
    return hits.map(({ page }) => page).filter((page) => page < columns.name.length);
  };

  /** @param {Choice} choice @param {number} left */
  const tell = (choice, left) => {
    const picked = boxes().filter((box) => box.checked);
    const all = picked.map((box) =>
      chip(box.nextElementSibling?.textContent ?? "", () => (box.checked = false)),
    );
    if (choice.query)
      all.unshift(chip(filled(chips.dataset.query, choice.query), () => (query.value = "")));
    count.textContent = counted(count, left);
    done.textContent = counted(done, left);
    chips.hidden = all.length === 0;
    chips.querySelector("ul")?.replaceChildren(...all);
    chosenCount.textContent = all.length ? `(${all.length})` : "";
    empty.hidden = left > 0;
    const sentence = /** @type {HTMLElement} */ (empty.querySelector("p"));
    sentence.textContent = counted(sentence, all.length);
    if (left) count.after(chips);
    else empty.append(chips); // it ends with a colon
  };

  const showChoice = async () => {
    const request = (asked += 1);
    const choice = readChoice(form);
    const found = await search(choice.query);
    if (request !== asked) return;
    const left = selection.select(choice, found);
    for (const facet of new Set(boxes().map((box) => box.name))) {
      const counts = selection.count(facet, choice, found);
      for (const box of boxes().filter((box) => box.name === facet)) {
        const told = box.parentElement?.querySelector(".choice__count");
        if (told) told.textContent = String(counts.get(box.value) ?? 0);
      }
    }
    tell(choice, left.length);
    ownOrder.text = choice.query ? orders.best : orders.own;
    await cards.show(left);
  };

  const show = () => showChoice().catch(failed);

  const update = async () => {
    const address = choiceAsAddress(readChoice(form)) || location.pathname;
    // Browsers refuse it when somebody types fast; the next letter brings it up to date.
    try {
      history.replaceState(null, "", address);
    } catch {}
    await show();
  };

  part("[data-pages]")?.remove();
  count.tabIndex = -1;
  filters.hidden = false;
  const wide = matchMedia("(min-width: 56.25em)");
  const fit = () => (filters.open = wide.matches);
  wide.addEventListener("change", fit);
  fit();
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  done.addEventListener("click", () => {
    filters.open = false;
    count.focus();
  });
  part("[data-clear]").addEventListener("click", async () => {
    for (const box of boxes()) box.checked = false;
    query.value = "";
    await update();
    count.focus();
  });
  restoreChoice(form, location.search, Object.keys(columns.values));
  for (const box of boxes().filter((box) => box.checked))
    box.closest(".facet")?.setAttribute("open", "");
  await show();
})();

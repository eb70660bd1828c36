/**
 * Filters over the list of programmes. The list is whole in the HTML; what is chosen lives in the
 * address, so that it can be sent and found again.
 */
(() => {
  const catalogue = document.querySelector("[data-catalogue]");
  const filters = catalogue?.querySelector("[data-filters]");
  if (!filters) return;

  const boxes = [...filters.querySelectorAll("input")];
  const cards = [...catalogue.querySelectorAll(".card")];
  const count = catalogue.querySelector("[data-count]");
  const chips = catalogue.querySelector("[data-chips]");
  const empty = catalogue.querySelector("[data-empty]");
  const chosenCount = filters.querySelector("[data-chosen-count]");

  /** A text with a number: `data-one` or `data-many`, with the number for `#`. */
  const worded = (element, number) =>
    element.dataset[number === 1 ? "one" : "many"].replace("#", number);

  /** The chosen values of each facet. Within a facet one is enough; every facet must be met. */
  const chosen = () => {
    const groups = new Map();
    for (const box of boxes.filter((box) => box.checked)) {
      groups.set(box.name, [...(groups.get(box.name) ?? []), box.value]);
    }
    return groups;
  };

  const matches = (card, groups, except) =>
    [...groups].every(
      ([name, values]) =>
        name === except || card.dataset[name].split(" ").some((value) => values.includes(value)),
    );

  const chip = (box) => {
    const button = document.createElement("button");
    const name = box.nextElementSibling.textContent;
    button.type = "button";
    button.className = "chip";
    button.textContent = name;
    button.setAttribute("aria-label", chips.dataset.remove.replace("#", name));
    button.addEventListener("click", () => {
      box.checked = false;
      update();
      (chips.querySelector(".chip") ?? count).focus();
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  };

  const show = () => {
    const groups = chosen();
    const picked = boxes.filter((box) => box.checked);
    for (const card of cards) card.hidden = !matches(card, groups);
    const number = cards.filter((card) => !card.hidden).length;
    count.textContent = worded(count, number);
    for (const box of boxes) {
      const here = cards.filter(
        (card) =>
          matches(card, groups, box.name) && card.dataset[box.name].split(" ").includes(box.value),
      );
      box.parentElement.querySelector(".choice__count").textContent = here.length;
    }
    chips.hidden = picked.length === 0;
    chips.querySelector("ul").replaceChildren(...picked.map(chip));
    chosenCount.textContent = picked.length ? `(${picked.length})` : "";
    empty.hidden = number > 0;
    const sentence = empty.querySelector("p");
    sentence.textContent = worded(sentence, picked.length);
    if (!empty.hidden) empty.after(chips);
    else count.after(chips);
  };

  const update = () => {
    const picked = boxes.filter((box) => box.checked).map((box) => [box.name, box.value]);
    const query = String(new URLSearchParams(picked));
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
    show();
  };

  const restore = () => {
    const query = new URLSearchParams(location.search);
    for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
    show();
  };

  count.tabIndex = -1;
  filters.hidden = false;
  const wide = matchMedia("(min-width: 56.25em)");
  const fit = () => (filters.open = wide.matches);
  wide.addEventListener("change", fit);
  fit();
  filters.addEventListener("change", update);
  chips.querySelector("[data-clear]").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    update();
    count.focus();
  });
  restore();
})();

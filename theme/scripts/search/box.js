/** The box in the header: suggestions while one types, as a combobox; Enter leads to all results. */
(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-search]"));
  if (!form) return;

  const MOST = 6;
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const list = /** @type {HTMLElement} */ (form.querySelector("[role=listbox]"));
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  let asked = 0;

  const options = () => /** @type {HTMLElement[]} */ ([...list.children]);
  const active = () => options().find((option) => option.ariaSelected === "true");

  /** @param {HTMLElement} [option] */
  const activate = (option) => {
    for (const other of options()) other.ariaSelected = String(other === option);
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };

  /** @param {HTMLElement[]} found */
  const show = (found) => {
    list.replaceChildren(...found);
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    activate();
  };

  /** Seen only where there is nothing else to see. @param {string} text @param {boolean} isSeen */
  const tell = (text, isSeen) => {
    status.textContent = text;
    status.classList.toggle("visually-hidden", !isSeen);
  };

  const close = () => {
    asked += 1;
    show([]);
    tell("", false);
  };

  /** @param {Label} label @param {Found} found @param {number} place */
  const suggestion = ([, address, title, byline], { excerpts }, place) => {
    const option = document.createElement("li");
    option.id = `${list.id}-${place}`;
    option.role = "option";
    option.dataset.address = siteRoot + address;
    const name = document.createElement("span");
    name.append(...marked(excerpts.mark(title)));
    const by = document.createElement("small");
    by.textContent = byline;
    option.append(name, by);
    return option;
  };

  const suggest = async () => {
    const number = (asked += 1);
    const text = input.value.normalize("NFC");
    if (!text.trim()) return close();
    const found = await siteSearch.find(text, true);
    const labels = await Promise.all(
      found.hits.slice(0, MOST).map(({ page }) => found.label(page)),
    );
    // Somebody who types on has asked for something else by now.
    if (number !== asked || document.activeElement !== input) return;
    show(labels.map((label, place) => suggestion(label, found, place)));
    tell(counted(status, labels.length), !labels.length);
  };

  /** @param {HTMLElement} option */
  const go = (option) => {
    location.href = pageAddress(option.dataset.address ?? "");
  };

  /** What can't be found is no fault to tell of here: Enter leads to the page that does. */
  const trySuggesting = () => {
    const number = asked + 1;
    suggest().catch(() => number === asked && close());
  };

  input.addEventListener("input", trySuggesting);
  input.addEventListener("blur", () => close());
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus in the box
  list.addEventListener("click", (event) => {
    const option = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
    if (option instanceof HTMLElement) go(option);
  });

  input.addEventListener("keydown", (event) => {
    const found = options();
    const place = found.findIndex((option) => option === active());
    if (event.key === "ArrowDown" && !found.length) trySuggesting();
    else if (event.key === "ArrowDown") activate(found[place + 1] ?? undefined);
    else if (event.key === "ArrowUp" && found.length)
      activate(place < 0 ? found[found.length - 1] : found[place - 1]);
    else if (event.key === "Escape") {
      if (!found.length && !status.textContent) input.value = "";
      close();
    } else if (event.key === "Enter" && place >= 0) go(found[place]);
    else return;
    event.preventDefault();
  });
})();

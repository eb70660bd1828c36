/** The page of results: what it shows lives in its address, so that it can be sent. */
(() => {
  const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-results]"));
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-search]"));
  if (!page || !form) return;

  const A_TIME = 10;
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (page.querySelector(`[data-${name}]`));
  const heading = part("heading");
  const meant = part("meant");
  const list = part("hits");
  const more = part("more");
  const empty = part("empty");
  const filter = /** @type {HTMLAnchorElement} */ (part("filter"));
  const template = /** @type {HTMLTemplateElement} */ (part("hit"));
  const { title } = document;
  let asked = 0;
  let shown = "";

  /**
   * @param {HTMLElement} item @param {string} address @param {PageText} text @param {Found} found
   */
  const quote = (item, address, text, { excerpts }) => {
    const { heading, anchor, pieces } = excerpts.of(text);
    const link = /** @type {HTMLAnchorElement} */ (item.querySelector(".hit__section"));
    link.textContent = heading;
    link.href = `${address}#${anchor}`;
    link.hidden = !heading;
    item.querySelector(".hit__excerpt")?.replaceChildren(...marked(pieces));
  };

  /** @param {Hit} hit @param {Found} found */
  const item = async ({ page }, found) => {
    const [programme, path, title, byline, key, word, until, after] = await found.label(page);
    const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const item = /** @type {HTMLElement} */ (copy.firstElementChild);
    const address = pageAddress(siteRoot + path);
    if (programme) item.dataset.programme = programme;
    else item.dataset.page = path;
    const link = /** @type {HTMLAnchorElement} */ (item.querySelector(".hit__title a"));
    link.href = address;
    link.append(...marked(found.excerpts.mark(title)));
    const by = /** @type {HTMLElement} */ (item.querySelector(".hit__byline"));
    by.textContent = byline;
    by.hidden = !byline;
    const status = /** @type {HTMLElement} */ (item.querySelector(".status"));
    if (key) {
      status.classList.add(`status--${key}`);
      const said = /** @type {HTMLElement} */ (status.querySelector("[data-word]"));
      said.textContent = word;
      if (until) Object.assign(said.dataset, { until, after });
      tellWhatHasPassed(item);
    } else status.remove();
    whenSeen(item, () =>
      found.textOf(page).then(
        (text) => quote(item, address, text, found),
        () => {}, // a hit without a quotation is one all the same
      ),
    );
    return item;
  };

  /** @param {Found} found @param {string} text */
  const repair = ({ repaired }, text) => {
    meant.hidden = !repaired.length;
    if (!repaired.length) return;
    // From the end, so that the places of the words before stay what they are.
    const better = repaired.reduceRight(
      (better, { word, meant }) => better.slice(0, word.start) + meant + better.slice(word.end),
      text,
    );
    const link = /** @type {HTMLAnchorElement} */ (meant.querySelector("a"));
    link.textContent = better;
    link.href = `?${new URLSearchParams({ q: better })}`;
  };

  /** What is asked for in the address. */
  const asksFor = () =>
    (new URLSearchParams(location.search).get("q") ?? "").normalize("NFC").trim();

  /** @param {Found} found @param {string} text */
  const tell = (found, text) => {
    const isOnlyLimit = found.isLimited && !found.hits.length;
    heading.textContent = isOnlyLimit
      ? filled(heading.dataset.limited, text)
      : counted(heading, found.hits.length, text);
    empty.hidden = found.hits.length > 0 || isOnlyLimit;
    filter.hidden = found.hits.length < 2 && !found.isLimited;
    filter.search = found.asFilters;
    filter.textContent = filter.dataset[found.isLimited ? "limited" : "all"] ?? "";
    repair(found, text);
  };

  /** @param {number} number of the request @param {string} text */
  const answer = async (number, text) => {
    const found = await siteSearch.find(text);
    const isWanted = () => number === asked;
    const make = (/** @type {Hit} */ hit) => item(hit, found);
    await fillList(list, more, found.hits, A_TIME, make, isWanted, again);
    if (isWanted()) tell(found, text);
  };

  const show = async () => {
    const number = (asked += 1);
    const text = (shown = asksFor());
    if (document.activeElement !== input) input.value = text;
    page.classList.toggle("results--asked", text !== "");
    document.title = text ? `${text} – ${title}` : title;
    page.ariaBusy = String(text !== "");
    if (!text) return;
    try {
      await answer(number, text);
    } catch {
      if (number !== asked) return;
      list.replaceChildren();
      for (const part of [more, meant, empty, filter]) part.hidden = true;
      heading.textContent = heading.dataset.failed ?? "";
    } finally {
      if (number === asked) page.ariaBusy = "false";
    }
  };

  /** A new site may have been published since. */
  const again = () => {
    siteSearch.beginAnew();
    show();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", `?${new URLSearchParams({ q: input.value.trim() })}`);
    show().then(() => heading.focus());
  });
  // A link within the page changes the address as well.
  addEventListener("popstate", () => asksFor() !== shown && show());
  show();
})();

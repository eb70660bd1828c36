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
  let asked = 0;

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
    const [programme, path, title, byline, key, word, until, after] = await siteSearch.label(page);
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
    whenSeen(item, async () => quote(item, address, await siteSearch.text(page), found));
    return item;
  };

  /** @param {Found} found @param {string} text */
  const repair = ({ repaired }, text) => {
    meant.hidden = !repaired.length;
    if (!repaired.length) return;
    const better = repaired.reduce(
      (better, { written, meant }) => better.replace(written, meant),
      text,
    );
    const link = /** @type {HTMLAnchorElement} */ (meant.querySelector("a"));
    link.textContent = better;
    link.href = `?${new URLSearchParams({ q: better })}`;
  };

  const show = async () => {
    const number = (asked += 1);
    const text = new URLSearchParams(location.search).get("q")?.trim() ?? "";
    if (document.activeElement !== input) input.value = text;
    page.classList.toggle("results--asked", text !== "");
    if (!text) return;
    page.ariaBusy = "true";
    const found = await siteSearch.find(text);
    let shown = 0;
    const add = async () => {
      const items = await Promise.all(
        found.hits.slice(shown, shown + A_TIME).map((hit) => item(hit, found)),
      );
      if (number !== asked) return;
      if (!shown) list.replaceChildren();
      list.append(...items);
      shown += items.length;
      more.hidden = shown >= found.hits.length;
      /** @type {HTMLElement | null | undefined} */ (
        shown > A_TIME ? items[0].querySelector("a") : null
      )?.focus();
    };
    await add();
    if (number !== asked) return;
    const isOnlyLimit = found.isLimited && !found.hits.length;
    heading.textContent = isOnlyLimit
      ? filled(heading.dataset.limited, text)
      : counted(heading, found.hits.length, text);
    empty.hidden = found.hits.length > 0 || isOnlyLimit;
    filter.hidden = found.hits.length < 2 && !found.isLimited;
    filter.search = found.asFilters;
    filter.textContent = filter.dataset[found.isLimited ? "limited" : "all"] ?? "";
    repair(found, text);
    more.onclick = add;
    page.ariaBusy = "false";
  };

  const fail = () => {
    heading.textContent = heading.dataset.failed ?? "";
    page.ariaBusy = "false";
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", `?${new URLSearchParams({ q: input.value.trim() })}`);
    input.blur();
    show().catch(fail);
  });
  addEventListener("popstate", () => show().catch(fail));
  show().catch(fail);
})();

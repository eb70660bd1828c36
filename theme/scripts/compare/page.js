/** The programmes that the address names, side by side: their rows of the table of all, as columns. */
(() => {
  const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-compare]"));
  if (!page) return;

  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (page.querySelector(name));
  const form = /** @type {HTMLFormElement} */ (part("[data-choose]"));
  const section = part("[data-chosen]");
  const table = part(".side-by-side");
  const columns = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-fact]")]);
  const most = Number(section.dataset.most);
  const rows = new Map(
    /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-programme]")]).map((row) => [
      row.dataset.programme ?? "",
      row,
    ]),
  );
  const named = new Set(new URLSearchParams(location.search).getAll("program"));
  const chosen = [...named].filter((id) => rows.has(id)).slice(0, most);

  /** @param {string[]} ids */
  const addressOf = (ids) => `?${new URLSearchParams(ids.map((id) => ["program", id]))}`;

  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag @param {Partial<HTMLElementTagNameMap[T]>} properties @param {(Node | string)[]} content
   */
  const element = (tag, properties, ...content) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...content);
    return made;
  };

  /** @param {Element} cell */
  const copied = (cell) => [...cell.childNodes].map((node) => node.cloneNode(true));

  /** The cell of a programme under a fact. @param {string} id @param {number} column */
  const cellOf = (id, column) => {
    const row = /** @type {HTMLTableRowElement} */ (rows.get(id));
    return row.cells[column + 1];
  };

  /** @param {string} id */
  const heading = (id) => {
    const row = /** @type {HTMLTableRowElement} */ (rows.get(id));
    const name = row.cells[0].querySelector("a")?.textContent ?? "";
    const others = chosen.filter((other) => other !== id);
    const remove = element("a", {
      className: "side-by-side__remove",
      href: addressOf(others),
      textContent: section.dataset.remove ?? "",
    });
    remove.append(element("span", { className: "visually-hidden", textContent: ` ${name}` }));
    return element("th", { scope: "col" }, ...copied(row.cells[0]), remove);
  };

  /**
   * A mark that tells whether values differ; none where too little is known to tell.
   * @param {HTMLElement[]} cells
   */
  const difference = (cells) => {
    const known = cells.filter((cell) => !("unknown" in cell.dataset));
    const texts = new Set(known.map((cell) => cell.textContent?.trim().replace(/\s+/g, " ")));
    const isSame = texts.size === 1 && known.length === cells.length;
    if (cells.length < 2 || (texts.size < 2 && !isSame)) return [];
    return [
      element("span", {
        className: isSame ? "difference difference--none" : "difference",
        textContent: (isSame ? section.dataset.same : section.dataset.different) ?? "",
      }),
    ];
  };

  /** A fact as a group of rows: what it is, and whether it differs; then a cell for each programme. */
  /** @param {HTMLElement} column @param {number} number */
  const fact = (column, number) => {
    const cells = chosen.map((id) => cellOf(id, number));
    if (!("always" in column.dataset) && cells.every((cell) => "unknown" in cell.dataset)) return [];
    const label = element("th", { scope: "rowgroup", colSpan: chosen.length });
    label.append(`${column.textContent} `, ...difference(cells));
    const values = cells.map((cell) => element("td", { className: cell.className }, ...copied(cell)));
    return [element("tbody", {}, element("tr", {}, label), element("tr", {}, ...values))];
  };

  const showChosen = () => {
    const head = element("tr", {}, ...chosen.map(heading));
    table.replaceChildren(element("thead", {}, head), ...columns.flatMap(fact));
    table.style.setProperty("--programmes", String(chosen.length));
    part("[data-one-more]").hidden = chosen.length > 1;
    section.hidden = false;
    part("[data-all]").hidden = true;
  };

  const offerChoice = () => {
    const label = /** @type {HTMLElement} */ (form.querySelector("label"));
    const labels = Array.from({ length: most }, () => /** @type {HTMLElement} */ (label.cloneNode(true)));
    labels.forEach((label, number) => {
      const name = /** @type {HTMLElement} */ (label.querySelector("span"));
      name.textContent = (name.textContent ?? "").replace("#", String(number + 1));
      const select = /** @type {HTMLSelectElement} */ (label.querySelector("select"));
      select.value = chosen[number] ?? "";
    });
    label.replaceWith(...labels);
    form.hidden = false;
    // What is left open need not stand in the address that is sent on.
    form.addEventListener("formdata", ({ formData }) => {
      const ids = formData.getAll("program").filter((id) => id);
      formData.delete("program");
      for (const id of ids) formData.append("program", id);
    });
  };

  if (chosen.length) showChosen();
  offerChoice();
})();

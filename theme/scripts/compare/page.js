/** The programmes that the address names, side by side: rows of a table of all, as columns. */
(async () => {
  const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-compare]"));
  if (!page) return;

  const MOST_FETCHED = 20; // an address may name any number, and each may cost a file
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (page.querySelector(name));
  const pick = /** @type {HTMLAnchorElement | null} */ (page.querySelector("[data-pick]"));
  const form = /** @type {HTMLFormElement | null} */ (page.querySelector("[data-choose]"));
  const section = part("[data-chosen]");
  const table = part(".side-by-side");
  const columns = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("th[data-fact]")]);
  const most = Number(section.dataset.most);
  const rows = createRows(page, Number(section.dataset.files ?? 0));
  /** @param {string[]} ids */
  const addressOf = (ids) => `?${new URLSearchParams(ids.map((id) => ["program", id]))}`;

  const named = [...new Set(new URLSearchParams(location.search).getAll("program"))];
  // The list goes on with what is chosen.
  if (pick) pick.search = addressOf(named.slice(0, most));
  const cameAll = await rows.fetched(named.slice(0, MOST_FETCHED));
  const chosen = named.filter(rows.has).slice(0, most);

  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag @param {Partial<HTMLElementTagNameMap[T]>} properties @param {(Node | string)[]} content
   */
  const element = (tag, { role, ...properties }, ...content) => {
    const made = Object.assign(document.createElement(tag), properties);
    if (role) made.setAttribute("role", role); // not every browser has it as a property
    made.append(...content);
    return made;
  };

  /** @param {Element} cell */
  const copied = (cell) => [...cell.childNodes].map((node) => node.cloneNode(true));

  /** @param {string} id */
  const nameOf = (id) => rows.head(id).textContent?.trim() ?? "";

  /** What a cell tells, whatever stands beside it and in whichever order. @param {Element} cell */
  const told = (cell) =>
    [...(cell.querySelector("li") ? cell.querySelectorAll("li") : [cell])]
      .map((value) => value.querySelector("span")?.textContent?.trim() ?? "")
      .sort()
      .join("\n");

  /**
   * A mark that tells whether values differ; none where too little is known to tell.
   * @param {HTMLElement[]} cells
   */
  const difference = (cells) => {
    const known = cells.filter((cell) => !("unknown" in cell.dataset));
    const values = new Set(known.map(told));
    const isSame = values.size === 1 && known.length === cells.length;
    if (cells.length < 2 || (values.size < 2 && !isSame)) return [];
    return [
      element("span", {
        className: isSame ? "difference difference--none" : "difference",
        textContent: (isSame ? section.dataset.same : section.dataset.different) ?? "",
      }),
    ];
  };

  /**
   * A row of the comparison. On a narrow screen the heads are out of sight, so each cell has its name.
   * The parts of the table tell what they are: not every browser knows, where styles lay them out.
   * @param {(Node | string)[]} label @param {HTMLElement[]} cells
   */
  const row = (label, cells) => {
    const values = cells.map((cell, number) => {
      const name = element("span", {
        className: "side-by-side__name",
        textContent: nameOf(chosen[number]),
        ariaHidden: "true",
      });
      return element("td", { className: cell.className, role: "cell" }, name, ...copied(cell));
    });
    const head = element("th", { scope: "row", role: "rowheader" }, ...label);
    return element("tr", { role: "row" }, head, ...values);
  };

  /** @param {HTMLElement} column */
  const fact = (column) => {
    const cells = chosen.map((id) => rows.fact(id, column.dataset.fact ?? ""));
    if (!("always" in column.dataset) && cells.every((cell) => "unknown" in cell.dataset)) return [];
    return [row([`${column.textContent} `, ...difference(cells)], cells)];
  };

  /** The longest bar of those that are shown fills its cell. */
  const stretchBars = () => {
    const bars = [...table.querySelectorAll("rect")];
    const widths = bars.map((bar) => parseFloat(bar.getAttribute("width") ?? "0"));
    bars.forEach((bar, number) => {
      bar.setAttribute("width", `${(100 * widths[number]) / Math.max(...widths)}%`);
    });
  };

  const removals = () =>
    chosen.map((id) => {
      const link = element("a", {
        href: addressOf(chosen.filter((other) => other !== id)),
        textContent: section.dataset.remove ?? "",
      });
      link.append(element("span", { className: "visually-hidden", textContent: ` ${nameOf(id)}` }));
      return element("td", { role: "cell" }, link);
    });

  /** A row whose label would be empty. @param {HTMLElement[]} cells */
  const unlabelled = (cells) =>
    element("tr", { role: "row" }, element("td", { role: "cell" }), ...cells);

  const showChosen = () => {
    const heads = chosen.map((id) =>
      element("th", { scope: "col", role: "columnheader" }, ...copied(rows.head(id))),
    );
    const status = row([section.dataset.status ?? ""], chosen.map(rows.status));
    table.replaceChildren(
      element("thead", { role: "rowgroup" }, unlabelled(heads)),
      element("tbody", { role: "rowgroup" }, status, ...columns.flatMap(fact)),
      element("tfoot", { role: "rowgroup" }, unlabelled(removals())),
    );
    stretchBars();
    table.setAttribute("role", "table");
    table.dataset.programmes = String(chosen.length);
    table.style.setProperty("--programmes", String(chosen.length));
    part("[data-one-more]").hidden = chosen.length > 1;
    document.title = `${chosen.map(nameOf).join(", ")} – ${document.title}`;
    section.hidden = false;
    part("[data-all]").hidden = true;
  };

  /** @param {HTMLFormElement} form */
  const offerChoice = (form) => {
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

  if (!cameAll) part("[data-not-loaded]").hidden = false;
  part("[data-missing]").hidden = !cameAll || named.length === chosen.length;
  if (chosen.length) showChosen();
  if (form) offerChoice(form);
  if (pick && cameAll) pick.search = addressOf(chosen);
})();

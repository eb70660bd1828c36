/**
 * The self-check: answers sort the programmes. What is answered stays in the page; it is not stored,
 * sent or put into the address.
 */
(() => {
  const find = /** @type {HTMLElement | null} */ (document.querySelector("[data-find]"));
  if (!find) return;

  const A_TIME = 24;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (find.querySelector(name));
  /** @param {ParentNode} among @param {string} name */
  const parts = (among, name) =>
    /** @type {HTMLElement[]} */ ([...among.querySelectorAll(name)]);
  const radios = /** @type {HTMLInputElement[]} */ (parts(find, "[type=radio]"));
  const summary = part("[data-summary]");
  const groups = ["yes", "maybe", "no"].map((name) => part(`[data-fit=${name}]`));
  let asked = 0;

  const candidates = parts(find, "[data-programme]").map((element) => ({
    element,
    isOver: "over" in element.dataset,
    requirements: parts(element, "[data-rule]").map((element) => ({
      element,
      rule: /** @type {Rule} */ (JSON.parse(element.dataset.rule ?? "{}")),
    })),
  }));

  /** @returns {Answered} */
  const read = () =>
    Object.fromEntries(
      radios.filter(({ checked, value }) => checked && value).map(({ name, value }) => [name, value]),
    );

  /**
   * What is told of a requirement: nothing before the first answer.
   * @param {HTMLElement} element @param {boolean | null} isMet
   * @param {Answered} answers @param {boolean} canHelp whether a further answer can change anything
   */
  const tell = (element, isMet, answers, canHelp) => {
    const name = isMet === null ? "unknown" : isMet ? "met" : "unmet";
    const isTold = Object.keys(answers).length > 0;
    if (isTold) element.dataset.verdict = name;
    else delete element.dataset.verdict;
    const [mark] = parts(element, "[data-mark]");
    mark.textContent = isTold ? (find.dataset[name] ?? "") : "";
    const [ask] = parts(element, "[data-unanswered]");
    if (!ask) return;
    ask.hidden = isMet !== null || !canHelp || !isTold;
    for (const link of parts(ask, "[data-question]"))
      link.hidden = Object.hasOwn(answers, link.dataset.question ?? "");
  };

  /** @param {typeof candidates[number]} candidate @param {Answered} answers */
  const shown = ({ element, requirements }, answers) => {
    const met = requirements.map(({ rule }) => meets(rule, answers));
    const isExcluded = met.includes(false);
    requirements.forEach(({ element }, place) => tell(element, met[place], answers, !isExcluded));
    for (const ask of parts(element, "[data-ask]"))
      ask.hidden = isExcluded || (met.length > 0 && !met.includes(null));
    return element;
  };

  /**
   * The heading of a group counts what can be joined, and what is over beside it.
   * @param {HTMLElement} group @param {typeof candidates} members @param {boolean} isSorted
   */
  const head = (group, members, isSorted) => {
    const [heading] = parts(group, "[data-heading]");
    const { unsorted = "", overOne, overMany, onlyOverOne, onlyOverMany } = heading.dataset;
    const over = members.filter(({ isOver }) => isOver).length;
    const open = members.length - over;
    const [one, many] = open ? [overOne, overMany] : [onlyOverOne, onlyOverMany];
    const beside = over === 1 ? one : many;
    const sum = over
      ? filled(beside?.replace("#", String(over)), counted(heading, open || over))
      : counted(heading, open);
    heading.textContent = isSorted ? sum : unsorted;
  };

  const sort = () => {
    const request = (asked += 1);
    const answers = read();
    const isSorted = Object.keys(answers).length > 0;
    /** @type {typeof candidates[]} */
    const sorted = [[], [], []];
    for (const candidate of candidates) {
      const fit = fits(
        candidate.requirements.map(({ rule }) => rule),
        answers,
      );
      sorted[fit === null ? 1 : fit ? 0 : 2].push(candidate);
    }
    groups.forEach((group, place) => {
      const members = sorted[place];
      head(group, members, isSorted);
      group.hidden = members.length === 0;
      const make = async (/** @type {typeof candidates[number]} */ one) => shown(one, answers);
      const isWanted = () => request === asked;
      const [list] = parts(group, ".candidates");
      const [more] = parts(group, "[data-more]");
      fillList(list, more, members, A_TIME, make, isWanted);
    });
    const [yes, maybe, no] = sorted.map((group) =>
      String(group.filter(({ isOver }) => !isOver).length),
    );
    summary.textContent = isSorted
      ? (summary.dataset.summary ?? "").replace("#", yes).replace("*", maybe).replace("_", no)
      : "";
  };

  for (const element of parts(find, "[data-needs-script]")) element.hidden = false;
  for (const radio of radios) radio.addEventListener("change", sort);
  const clear = () => {
    for (const radio of radios) radio.checked = radio.value === "";
    sort();
  };
  part("[data-clear]").addEventListener("click", () => {
    clear();
    radios.find((radio) => radio.checked)?.focus();
  });
  // Browsers put answers back when a page is loaded again; somebody else may sit there by then.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) clear();
  });
})();

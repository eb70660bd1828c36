/**
 * The self-check: answers sort the programmes. What is answered stays in the page; it is not stored,
 * sent or put into the address.
 */
(() => {
  const find = /** @type {HTMLElement | null} */ (document.querySelector("[data-find]"));
  if (!find) return;

  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (find.querySelector(name));
  const radios = /** @type {HTMLInputElement[]} */ ([...find.querySelectorAll("[type=radio]")]);
  const summary = part("[data-summary]");
  const groups = ["yes", "maybe", "no"].map((name) => part(`[data-fit=${name}]`));

  const candidates = /** @type {HTMLElement[]} */ ([...find.querySelectorAll("[data-programme]")]).map(
    (element) => ({
      element,
      requirements: /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-rule]")]).map(
        (element) => ({
          element,
          rule: /** @type {Rule} */ (JSON.parse(element.dataset.rule ?? "{}")),
        }),
      ),
    }),
  );

  /** @returns {Answered} */
  const read = () =>
    Object.fromEntries(
      radios.filter(({ checked, value }) => checked && value).map(({ name, value }) => [name, value]),
    );

  /** @param {HTMLElement} element @param {boolean | null} isMet @param {Answered} answers */
  const tell = (element, isMet, answers) => {
    const name = isMet === null ? "unknown" : isMet ? "met" : "unmet";
    element.dataset.verdict = name;
    const mark = /** @type {HTMLElement} */ (element.querySelector("[data-mark]"));
    mark.textContent = find.dataset[name] ?? "";
    const ask = /** @type {HTMLElement | null} */ (element.querySelector("[data-unanswered]"));
    if (!ask) return;
    ask.hidden = isMet !== null;
    for (const link of /** @type {NodeListOf<HTMLElement>} */ (
      ask.querySelectorAll("[data-question]")
    ))
      link.hidden = Object.hasOwn(answers, link.dataset.question ?? "");
  };

  const sort = () => {
    const answers = read();
    /** @type {HTMLElement[][]} */
    const sorted = [[], [], []];
    for (const { element, requirements } of candidates) {
      for (const { element, rule } of requirements) tell(element, meets(rule, answers), answers);
      const fit = fits(
        requirements.map(({ rule }) => rule),
        answers,
      );
      sorted[fit === null ? 1 : fit ? 0 : 2].push(element);
    }
    groups.forEach((group, place) => {
      const heading = /** @type {HTMLElement} */ (group.querySelector("[data-heading]"));
      heading.textContent = counted(heading, sorted[place].length);
      group.querySelector("ul")?.replaceChildren(...sorted[place]);
      group.hidden = sorted[place].length === 0;
    });
    const [yes, maybe, no] = sorted.map((group) => String(group.length));
    summary.textContent = (summary.dataset.summary ?? "")
      .replace("#", yes)
      .replace("*", maybe)
      .replace("_", no);
  };

  for (const element of /** @type {NodeListOf<HTMLElement>} */ (
    find.querySelectorAll("[data-needs-script]")
  ))
    element.hidden = false;
  for (const radio of radios) radio.addEventListener("change", sort);
  part("[data-clear]").addEventListener("click", () => {
    for (const radio of radios) radio.checked = radio.value === "";
    sort();
    radios[0].focus();
  });
  sort();
})();

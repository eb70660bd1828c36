/** The cards of the list, a few at a time: those of the first page stand there, the rest are fetched. */

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} more the button for the next ones
 * @param {number} aFile cards in each file
 */
const createCards = (list, more, aFile) => {
  const A_TIME = 24;
  /** @type {Map<number, HTMLElement>} */
  const cards = new Map(
    [...list.children].map((card, number) => [number, /** @type {HTMLElement} */ (card)]),
  );
  let asked = 0;

  /** @param {number} number @returns {Promise<HTMLElement>} */
  const card = async (number) => {
    const known = cards.get(number);
    if (known) return known;
    /** @type {string[]} */
    const block = await siteSearch.part(`cards-${Math.floor(number / aFile)}`);
    const template = document.createElement("template");
    template.innerHTML = block[number % aFile];
    const card = /** @type {HTMLElement} */ (template.content.firstElementChild);
    tellWhatHasPassed(card);
    cards.set(number, card);
    return card;
  };

  /** Shows these programmes, and these only. @param {number[]} numbers */
  const show = async (numbers) => {
    const request = (asked += 1);
    let shown = 0;
    const next = async () => {
      const found = await Promise.all(numbers.slice(shown, shown + A_TIME).map(card));
      if (request !== asked) return;
      if (!shown) list.replaceChildren();
      list.append(...found);
      if (shown) found[0]?.querySelector("a")?.focus();
      shown += found.length;
      more.hidden = shown >= numbers.length;
    };
    more.onclick = next;
    await next();
  };

  return { show };
};

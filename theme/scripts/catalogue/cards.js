/** The cards of the list, a few at a time: those of the first page stand there, the rest are fetched. */

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} more the button for the next ones
 * @param {number} aFile cards in each file
 */
const createCards = (list, more, aFile) => {
  const A_TIME = list.children.length;
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
    const left = [...numbers];
    const take = () => Promise.all(left.splice(0, A_TIME).map(card));
    const first = await take();
    if (request !== asked) return;
    list.replaceChildren(...first);
    more.hidden = !left.length;
    more.onclick = async () => {
      const found = await take();
      if (request !== asked) return;
      list.append(...found);
      more.hidden = !left.length;
      found[0]?.querySelector("a")?.focus();
    };
  };

  return { show };
};

/** The cards of the list, a few at a time: those of the first page stand there, the rest are fetched. */

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} more the button for the next ones
 * @param {number} aFile cards in each file
 * @param {() => Promise<void>} insistSame fails when they are those of another catalogue
 * @param {() => void} failed what to do when the next ones can't be fetched
 */
const createCards = (list, more, aFile, insistSame, failed) => {
  const A_TIME = list.children.length;
  /** @type {Map<number, HTMLElement>} */
  const cards = new Map(
    [...list.children].map((card, number) => [number, /** @type {HTMLElement} */ (card)]),
  );
  let asked = 0;

  /** @param {number} number @returns {Promise<HTMLElement>} */
  const fetched = async (number) => {
    /** @type {string[]} */
    const block = await siteSearch.part(`cards-${Math.floor(number / aFile)}`);
    await insistSame();
    const template = document.createElement("template");
    template.innerHTML = block[number % aFile];
    const card = /** @type {HTMLElement} */ (template.content.firstElementChild);
    tellWhatHasPassed(card);
    cards.set(number, card);
    return card;
  };

  /** @param {number} number @returns {Promise<HTMLElement>} */
  const card = async (number) => {
    const card = cards.get(number) ?? (await fetched(number));
    comparison.mark(card);
    return card;
  };

  /** Shows these programmes, and these only. @param {number[]} numbers */
  const show = (numbers) => {
    const request = (asked += 1);
    return fillList(list, more, numbers, A_TIME, card, () => request === asked, failed);
  };

  return { show };
};

/**
 * The search of a site, for those who show it. What it is made of lies behind this.
 *
 * @typedef {object} Found
 * @property {Hit[]} hits the best first
 * @property {(page: number) => Promise<Label>} label what a hit is shown by
 * @property {(page: number) => Promise<PageText>} textOf what stands on its page
 * @property {boolean} isLimited whether the query names a filter of the list
 * @property {string} asFilters the query as parameters of the list
 * @property {{word: Word, meant: string}[]} repaired words that nothing matched, and what they were taken for
 * @property {ReturnType<typeof createExcerpts>} excerpts
 */

/** @param {string} folder where the index lies, with a slash at the end */
const createSearch = (folder) => {
  let index = createIndex(folder);
  /** @type {ReturnType<typeof start> | undefined} */
  let started;

  const start = async () => {
    const contents = await index.contents();
    const { pages, limits, rules } = contents;
    const analysis = await index.analysis();
    const matching = createMatching(index, pages);
    const spelling = createSpelling(analysis, index);
    const ways = createWays(analysis, index, rules);
    const limit = createLimits(rules, limits);
    const reader = createReader(analysis, index, matching, spelling, ways, limit, rules);
    return { analysis, reader, ranking: createRanking(matching, contents) };
  };

  /** Forgets what has been loaded. */
  const beginAnew = () => {
    index = createIndex(folder, String(Date.now()));
    started = undefined;
  };

  /** Does it, and does it once more from the beginning: a new site may just have been published. */
  /** @template T @param {() => Promise<T>} act @returns {Promise<T>} */
  const insist = (act) => {
    const tried = index;
    return act().catch(() => {
      // Several parts may fail at once: the first of them begins anew for all.
      if (index === tried) beginAnew();
      return act();
    });
  };

  /** @param {string} text @param {boolean} goesOn @returns {Promise<Found>} */
  const findOnce = async (text, goesOn) => {
    started ??= start();
    const { analysis, reader, ranking } = await started;
    const question = await reader.read(text, goesOn);
    const filters = question.rest ? [["q", question.rest], ...question.filters] : question.filters;
    const { label, text: textOf } = index;
    return {
      label,
      textOf,
      hits: await ranking.rank(question),
      isLimited: question.filters.length > 0,
      asFilters: String(new URLSearchParams(filters)),
      repaired: question.terms.flatMap(({ word, repaired }) =>
        repaired ? [{ word, meant: repaired }] : [],
      ),
      excerpts: createExcerpts(analysis, question.terms),
    };
  };

  /**
   * @param {string} text in normal form C
   * @param {boolean} [goesOn] whether the last word may not be whole
   */
  const find = (text, goesOn = false) => insist(() => findOnce(text, goesOn));
  /** @param {string} name */
  const part = (name) => insist(() => index.part(name));

  /** What a page has of the index is of no use with one of another structure. */
  const structure = () => insist(async () => (await index.contents()).structure);

  return { find, part, structure, beginAnew };
};

const searchFolder = new URL(
  /** @type {HTMLElement | null} */ (document.querySelector("[data-search]"))?.dataset.search ?? "",
  document.baseURI,
);
const siteSearch = createSearch(searchFolder.href);
const siteRoot = new URL("../../", searchFolder).href;

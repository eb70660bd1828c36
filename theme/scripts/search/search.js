/**
 * The search of a site, for those who show it. What it is made of lies behind this.
 *
 * @typedef {object} Found
 * @property {Hit[]} hits the best first
 * @property {boolean} isLimited whether the query names a filter of the list
 * @property {string} asFilters the query as parameters of the list
 * @property {{written: string, meant: string}[]} repaired words that nothing matched, and what they were taken for
 * @property {ReturnType<typeof createExcerpts>} excerpts
 */

/** @param {string} folder where the index lies, with a slash at the end */
const createSearch = (folder) => {
  const index = createIndex(folder);

  const start = async () => {
    const { pages, programmes, limits, rules } = await index.contents();
    const analysis = createAnalysis(rules);
    const matching = createMatching(index, pages);
    const spelling = createSpelling(analysis, index);
    const ways = createWays(analysis, index, rules);
    const limit = createLimits(rules, limits);
    const reader = createReader(analysis, index, matching, spelling, ways, limit, rules);
    return { analysis, reader, ranking: createRanking(matching, pages, programmes) };
  };
  /** @type {ReturnType<typeof start> | undefined} */
  let started;

  /**
   * @param {string} text
   * @param {boolean} [goesOn] whether the last word may not be whole
   * @returns {Promise<Found>}
   */
  const find = async (text, goesOn = false) => {
    started ??= start();
    const { analysis, reader, ranking } = await started.catch((error) => {
      started = undefined;
      throw error;
    });
    const question = await reader.read(text.trim(), goesOn);
    const repaired = question.terms.flatMap(({ word, repaired }) =>
      repaired ? [{ written: word.written, meant: repaired }] : [],
    );
    const filters = question.rest ? [["q", question.rest], ...question.filters] : question.filters;
    return {
      hits: await ranking.rank(question),
      isLimited: question.filters.length > 0,
      asFilters: String(new URLSearchParams(filters)),
      repaired,
      excerpts: createExcerpts(analysis, question.terms),
    };
  };

  return { find, label: index.label, text: index.text, part: index.part };
};

const searchFolder = new URL(
  /** @type {HTMLElement | null} */ (document.querySelector("[data-search]"))?.dataset.search ?? "",
  document.baseURI,
);
const siteSearch = createSearch(searchFolder.href);
const siteRoot = new URL("../../", searchFolder).href;

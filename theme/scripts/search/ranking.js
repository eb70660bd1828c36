/**
 * Which pages answer a question, the best first.
 *
 * @typedef {object} Hit
 * @property {number} page
 * @property {number} score
 */

// How much neighbours add that stand together in a title, or as a compound, to what they say apart.
const NEIGHBOURS = 0.9;
// What a weak word and an unknown one count for; the latter as a share of the rarest word.
const WEAK = 0.45;
const UNKNOWN = 0.8;
// A page must answer so much of the question, or less if it is about one of the words.
const COVERED = 0.4;
const COVERED_BY_NAME = 0.25;
// A page without a fact that was asked for is worth less.
const WITHOUT_FACT = 0.4;
const COVERAGE = 2;
// Of two programmes that say about the same, people want the one that they can join.
const OVER = 0.7;

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

/**
 * @param {ReturnType<typeof createMatching>} matching
 * @param {Contents} contents
 */
const createRanking = (matching, { pages: total, programmes, over }) => {
  const isOver = new Set(over);

  /** How much of a question hangs on a word: more, the fewer pages answer it. @param {Term} term */
  const importance = ({ word, answers, best }) => {
    if (word.isWeak) return WEAK;
    if (best < SURE) return UNKNOWN * Math.log(1 + total);
    const good = answers.weight.reduce(
      (number, weight) => number + (weight >= 0.9 * best ? 1 : 0),
      0,
    );
    return Math.log(1 + total / good);
  };

  /**
   * What a page says to a question.
   * @param {number} page
   * @param {Term[]} terms
   * @param {number[]} shares of the question
   * @param {boolean} isGuess
   */
  const weigh = (page, terms, shares, isGuess) => {
    let [strength, covered, isNamed] = [0, 0, false];
    terms.forEach(({ answers, best }, place) => {
      const weight = answers.weight[page];
      if (!weight) return;
      strength += answers.strength[page];
      isNamed ||= answers.level[page] > ABOUT && (weight >= DIRECT || !isGuess);
      if (best >= SURE) covered += shares[place] * (isGuess ? weight : weight / best);
    });
    const isAnswer = covered >= COVERED || (covered >= COVERED_BY_NAME && isNamed);
    return isAnswer ? { strength, covered } : null;
  };

  /**
   * What words add that stand together on the page as well.
   * @param {string[]} pairs @returns {Promise<Map<number, number>>}
   */
  const neighbours = async (pairs) => {
    /** @type {Map<number, number>} */
    const added = new Map();
    for (const { pages, levels, rarity } of await Promise.all(
      pairs.map((pair) => matching.under(pair)),
    )) {
      pages.forEach((page, number) => {
        added.set(page, (added.get(page) ?? 0) + levels[number] * rarity * NEIGHBOURS);
      });
    }
    return added;
  };

  /** @param {Question} question @returns {Promise<Hit[]>} */
  const rank = async ({ terms, pairs }) => {
    const counts = terms.map(importance);
    const all = sum(counts);
    const shares = counts.map((count) => count / all);
    const isGuess = terms.some(({ best }) => best < SURE);
    const required = terms.filter(({ isRequired, best }) => isRequired && best);
    const added = await neighbours(pairs);
    /** @type {Hit[]} */
    const hits = [];
    for (let page = 0; page < total; page += 1) {
      const said = weigh(page, terms, shares, isGuess);
      if (!said) continue;
      const missing = required.filter(({ answers }) => answers.weight[page] < DIRECT).length;
      const worth = WITHOUT_FACT ** missing * (isOver.has(page) ? OVER : 1);
      hits.push({
        page,
        score: (said.strength + (added.get(page) ?? 0)) * worth * said.covered ** COVERAGE,
      });
    }
    // People come for programmes; other pages follow.
    const isOther = (/** @type {Hit} */ { page }) => Number(page >= programmes);
    return hits.sort((a, b) => isOther(a) - isOther(b) || b.score - a.score || a.page - b.page);
  };

  return { rank };
};

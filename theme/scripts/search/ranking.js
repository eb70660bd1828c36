/**
 * Which pages answer a question, the best first.
 *
 * @typedef {object} Hit
 * @property {number} page
 * @property {number} score
 */

// How much neighbours in a title add to what they say apart.
const NEIGHBOURS = 0.9;
// What a weak word and an unknown one count for; the latter as a share of the rarest word.
const WEAK = 0.45;
const UNKNOWN = 0.8;
// A word that is only answered from afar is no answer by itself.
const SURE = 0.42;
// A page must answer so much of the question, or less if one of the words is in its title.
const COVERED = 0.5;
const COVERED_BY_TITLE = 0.25;
const TITLE = 9;
const DIRECT = 0.8;
const COVERAGE = 2;
// People come for programmes: another page is as good only when it says much more.
const OTHER_PAGE = 0.5;

/** @param {ReturnType<typeof createMatching>} matching @param {number} total number of pages in the index @param {number} programmes how many of them, which come first */
const createRanking = (matching, total, programmes) => {
  /** How much of a question hangs on a word: more, the fewer pages answer it. @param {Term} term @param {number} best */
  const importance = ({ word, answers }, best) => {
    if (word.isWeak) return WEAK;
    if (best < SURE) return UNKNOWN * Math.log(1 + total);
    const good = [...answers.values()].filter(({ weight }) => weight >= 0.9 * best).length;
    return Math.log(1 + total / good);
  };

  /** @param {Question} question @returns {Promise<Hit[]>} */
  const rank = async ({ terms, pairs }) => {
    const best = terms.map(({ answers }) => Math.max(0, ...[...answers.values()].map(({ weight }) => weight)));
    const counts = terms.map((term, place) => importance(term, best[place]));
    const isGuess = best.some((weight) => weight < SURE);
    const most = counts.reduce((sum, count) => sum + count, 0);
    /** @type {Map<number, {strength: number, covered: number, isNamed: boolean}>} */
    const pages = new Map();
    terms.forEach(({ answers }, place) => {
      for (const [page, { strength, level, weight }] of answers) {
        const sum = pages.get(page) ?? { strength: 0, covered: 0, isNamed: false };
        sum.strength += strength;
        sum.isNamed ||= level > TITLE && (weight >= DIRECT || !isGuess);
        if (best[place] >= SURE) sum.covered += (counts[place] / most) * (isGuess ? weight : weight / best[place]);
        pages.set(page, sum);
      }
    });
    for (const pair of pairs) {
      for (const [page, { strength }] of await matching.under(pair)) {
        const sum = pages.get(page);
        if (sum) sum.strength += strength * NEIGHBOURS;
      }
    }
    return [...pages]
      .filter(([, { covered, isNamed }]) => covered >= COVERED || (covered >= COVERED_BY_TITLE && isNamed))
      .map(([page, { strength, covered }]) => ({ page, score: strength * covered ** COVERAGE * (page < programmes ? 1 : OTHER_PAGE) }))
      .sort((a, b) => b.score - a.score || a.page - b.page);
  };

  return { rank };
};

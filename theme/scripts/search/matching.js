/**
 * Which pages answer a word in any of several ways, and how well.
 *
 * @typedef {object} Way
 * @property {number} weight how well it answers
 * @property {string} [key] a key that the page stands under
 * @property {boolean} [isWeak] whether the key is that of a word that says little
 * @property {number[][]} [pages] the pages under the key, where they are known already
 * @property {Way[][]} [all] or several things that it must all answer, each with ways of its own
 *
 * @typedef {object} Answers by the number of the page; arrays, since there may be thousands
 * @property {Float32Array} weight how well the best way answers; 0 where none does
 * @property {Float32Array} strength how much the page is about it, the more the rarer it is
 * @property {Float32Array} level the same, however rare
 *
 * @typedef {{pages: number[], levels: number[], rarity: number}} Postings
 */

// The farther a word is from the one that was typed, the less even a title says.
const NEARNESS = 1.6;
// What is only answered from afar is not answered, and what is answered by the word itself.
const SURE = 0.42;
const DIRECT = 0.8;
// Above it, a page is about a thing rather than mentions it; the index tells that in quarters,
// of which a title has 32, a summary 10 and a mention in the text 6.
const ABOUT = 8;

/**
 * @param {ReturnType<typeof createIndex>} index
 * @param {number} total number of pages in the index
 */
const createMatching = (index, total) => {
  /** @type {Map<string, Promise<Postings>>} */
  const known = new Map();

  /** @param {string} key @param {number[][]} [told] @returns {Promise<Postings>} */
  const read = async (key, told) => {
    /** @type {number[]} */
    const pages = [];
    /** @type {number[]} */
    const levels = [];
    for (const [level, ...distances] of told ?? (await index.entry(key))?.pages ?? []) {
      let page = 0;
      for (const distance of distances) {
        pages.push((page += distance));
        levels.push(level);
      }
    }
    return { pages, levels, rarity: Math.log(1 + total / pages.length) };
  };

  /**
   * The pages that stand under a key.
   * @param {string} key @param {number[][]} [told] @returns {Promise<Postings>}
   */
  const under = (key, told) => {
    const postings = known.get(key) ?? read(key, told);
    known.set(key, postings);
    return postings;
  };

  /** @returns {Answers} */
  const none = () => ({
    weight: new Float32Array(total),
    strength: new Float32Array(total),
    level: new Float32Array(total),
  });

  /** The pages that answer in one way at least. @param {Way[]} ways @returns {Promise<Answers>} */
  const any = async (ways) => {
    const best = none();
    /**
     * @param {number} page @param {number} weight @param {number} strength @param {number} level
     */
    const improve = (page, weight, strength, level) => {
      if (strength <= best.strength[page]) return;
      best.strength[page] = strength;
      best.level[page] = level;
      if (weight > best.weight[page]) best.weight[page] = weight;
    };
    const found = await Promise.all(
      ways.map(({ key = "", pages, all }) => (all ? every(all) : under(key, pages))),
    );
    ways.forEach(({ weight }, place) => {
      const answer = found[place];
      const nearness = weight ** NEARNESS;
      if ("pages" in answer) {
        const { pages, levels, rarity } = answer;
        pages.forEach((page, number) => {
          const level = levels[number];
          improve(page, weight, level * rarity * nearness, level * weight);
        });
      } else {
        for (let page = 0; page < total; page += 1) {
          if (!answer.weight[page]) continue;
          improve(
            page,
            answer.weight[page] * weight,
            answer.strength[page] * nearness,
            answer.level[page] * weight,
          );
        }
      }
    });
    return best;
  };

  /**
   * The pages that answer each of several things and are about one of them: two that are only
   * mentioned have nothing to do with each other. None if no page at all is about all of them. As
   * well as the worst, as much as all on an average. Weak words need not be there beside others.
   */
  /** @param {Way[][]} all @returns {Promise<Answers>} */
  const every = async (all) => {
    const telling = all.filter(([way]) => !way.isWeak);
    const parts = await Promise.all((telling.length ? telling : all).map(any));
    const shared = none();
    const isAboutAll = parts[0].level.some((_, page) =>
      parts.every(({ level, weight }) => level[page] > ABOUT && weight[page] >= DIRECT),
    );
    if (!isAboutAll) return shared;
    for (let page = 0; page < total; page += 1) {
      const weight = Math.min(...parts.map((part) => part.weight[page]));
      if (!weight || !parts.some((part) => part.level[page] > ABOUT)) continue;
      shared.weight[page] = weight;
      for (const part of parts) {
        shared.strength[page] += part.strength[page] / parts.length;
        shared.level[page] += part.level[page] / parts.length;
      }
    }
    return shared;
  };

  return { under, any };
};

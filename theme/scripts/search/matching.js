/**
 * Which pages answer a word in any of several ways, and how well.
 *
 * @typedef {object} Way
 * @property {number} weight how well it answers
 * @property {string} [key] a key that the page stands under
 * @property {Way[][]} [all] or several things that it must all answer, each with ways of its own
 *
 * @typedef {object} Answer
 * @property {number} strength how much the page is about it, the more the rarer it is
 * @property {number} level the same, however rare
 * @property {number} weight how well the best way answers
 *
 * @typedef {Map<number, Answer>} Answers by the number of the page
 */

// The farther a word is from the one that was typed, the less even a title says.
const NEARNESS = 1.6;

/** @param {ReturnType<typeof createIndex>} index @param {number} total number of pages in the index */
const createMatching = (index, total) => {
  /** @type {Map<string, Promise<Answers>>} */
  const known = new Map();

  /** @param {string} key @returns {Promise<Answers>} */
  const read = async (key) => {
    const groups = (await index.entry(key))?.pages ?? [];
    const found = groups.reduce((sum, group) => sum + group.length - 1, 0);
    const rarity = Math.log(1 + total / found);
    /** @type {Answers} */
    const answers = new Map();
    for (const [level, ...distances] of groups) {
      let page = 0;
      for (const distance of distances) {
        page += distance;
        answers.set(page, { level, strength: level * rarity, weight: 1 });
      }
    }
    return answers;
  };

  /** The pages that stand under a key. @param {string} key @returns {Promise<Answers>} */
  const under = (key) => {
    const answers = known.get(key) ?? read(key);
    known.set(key, answers);
    return answers;
  };

  /** The pages that answer in one way at least. @param {Way[]} ways @returns {Promise<Answers>} */
  const any = async (ways) => {
    const found = await Promise.all(ways.map((way) => (way.all ? every(way.all) : under(way.key ?? ""))));
    /** @type {Answers} */
    const best = new Map();
    ways.forEach(({ weight }, place) => {
      for (const [page, answer] of found[place]) {
        const strength = answer.strength * weight ** NEARNESS;
        const before = best.get(page);
        if (before && before.strength >= strength) continue;
        best.set(page, {
          strength,
          level: answer.level * weight,
          weight: Math.max(answer.weight * weight, before?.weight ?? 0),
        });
      }
    });
    return best;
  };

  /** The pages that answer each of several things. @param {Way[][]} all @returns {Promise<Answers>} */
  const every = async (all) => {
    const found = await Promise.all(all.map(any));
    /** @type {Answers} */
    const shared = new Map();
    for (const page of found[0].keys()) {
      const each = found.flatMap((answers) => answers.get(page) ?? []);
      if (each.length < all.length) continue;
      shared.set(page, {
        strength: mean(each.map((answer) => answer.strength)),
        level: mean(each.map((answer) => answer.level)),
        weight: Math.min(...each.map((answer) => answer.weight)),
      });
    }
    return shared;
  };

  return { under, any };
};

/** @param {number[]} numbers */
const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

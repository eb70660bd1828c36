/** The ways in which pages can answer a word: by itself, by what is near it, by what it is made of. */

// How much less a way answers than the word itself.
const PARTS = 0.85;
const SPLIT = 0.8;
const BEGUN = 0.5;
const START = 0.45;
const ENDING = 0.3;

const SHORTEST_PART = 3;
const SHORTEST_START = 6;
const MOST_BEGUN = 8;

/**
 * @param {ReturnType<typeof createAnalysis>} analysis
 * @param {ReturnType<typeof createIndex>} index
 * @param {Rules} rules
 */
const createWays = (analysis, index, { links, family: endings }) => {
  /** @param {Entry} entry @param {number} weight @returns {Way[]} */
  const linked = ({ links = [] }, weight) =>
    links.map(([key, nearness, pages]) => ({ key, weight: weight * nearness, pages }));

  /**
   * A key and what is near it.
   * @param {string} key @param {number} [weight] @returns {Promise<Way[]>}
   */
  const near = async (key, weight = 1) => {
    const entry = await index.entry(key);
    if (!entry) return [];
    const others = linked(entry, weight);
    const isWeak = analysis.isWeak(key);
    return entry.pages ? [{ key, weight, pages: entry.pages, isWeak }, ...others] : others;
  };

  /** The same, and the parts of a compound. @param {string} key @param {number} [weight] */
  const whole = async (key, weight = 1) => {
    const ways = await near(key, weight);
    const parts = (await index.entry(key))?.parts ?? [];
    return [...ways, ...all(await Promise.all(parts.map((part) => near(part))), weight * PARTS)];
  };

  /**
   * Several things at once, if each has a way.
   * @param {Way[][]} parts @param {number} weight @returns {Way[]}
   */
  const all = (parts, weight) =>
    parts.length && parts.every((part) => part.length) ? [{ all: parts, weight }] : [];

  /** The ways of a part, unless only its family answers it. @param {string} folded */
  const ofPart = async (folded) => {
    const ways = await whole(analysis.stem(folded));
    return ways.some(({ weight }) => weight >= SPLIT) ? ways : [];
  };

  /**
   * The parts of a compound that the index does not know, if it knows all of them.
   * @param {string} folded @param {number} most parts @returns {Promise<Way[][]>}
   */
  const split = async (folded, most) => {
    for (let cut = folded.length - SHORTEST_PART; cut >= SHORTEST_PART; cut -= 1) {
      const rest = folded.slice(cut);
      if (endings.includes(rest)) continue;
      for (const link of ["", ...links]) {
        const head = folded.slice(0, cut - link.length);
        if (head.length < SHORTEST_PART || folded.slice(head.length, cut) !== link) continue;
        const first = await ofPart(head);
        if (!first.length) continue;
        const last = await ofPart(rest);
        if (last.length) return [first, last];
        const others = most > 2 ? await split(rest, most - 1) : [];
        if (others.length) return [first, ...others];
      }
    }
    return [];
  };

  /** @param {Word} word @param {number} most parts */
  const apart = async ({ pieces, folded }, most) => {
    const parts =
      pieces.length > 1 ? await Promise.all(pieces.map(ofPart)) : await split(folded, most);
    return all(parts, SPLIT);
  };

  /**
   * Words that go on from this one; of a word that is known, what is made of it: "fly" is no
   * beginning of "flygtning".
   * @param {string} folded @param {string} [known] its key @returns {Promise<Way[]>}
   */
  const longer = async (folded, known) => {
    const keys = folded.length >= SHORTEST_PART ? await index.beginning(folded, known) : [];
    return keys.slice(0, MOST_BEGUN).map((key) => ({ key, weight: BEGUN }));
  };

  /**
   * The longest word that this one begins with.
   * @param {string} folded @returns {Promise<Way[]>}
   */
  const start = async (folded) => {
    for (let cut = folded.length - SHORTEST_PART; cut >= SHORTEST_START; cut -= 1) {
      const key = analysis.stem(folded.slice(0, cut));
      // "Byggetilladelse" begins with a form of "byg", which says too little to go by.
      if (key.length < SHORTEST_START) continue;
      if ((await index.entry(key))?.pages) return all([await near(key)], START);
    }
    return [];
  };

  /**
   * The longest word that this one ends in: what the thing is.
   * @param {string} folded @returns {Promise<Way[]>}
   */
  const ending = async (folded) => {
    for (let cut = SHORTEST_PART; cut < folded.length - SHORTEST_PART; cut += 1) {
      const key = analysis.stem(folded.slice(cut));
      if ((await index.entry(key))?.pages) return near(key, ENDING);
    }
    return [];
  };

  return { linked, near, whole, apart, longer, start, ending };
};

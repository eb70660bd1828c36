/**
 * What a query asks for: for each of its words the pages that answer it.
 *
 * @typedef {object} Term
 * @property {Word} word
 * @property {Answers} answers
 * @property {number} best how well the page answers that answers best; 0 when none does
 * @property {Set<string>} keys what it is looked for by
 * @property {boolean} [isRequired] whether it is a fact that a page must have
 * @property {string} [repaired] the word that was taken for it
 *
 * @typedef {object} Question
 * @property {Term[]} terms
 * @property {string[]} pairs keys of neighbours
 */

const PART = 0.85;
const SPLIT = 0.8;
const BEGUN = 0.5;
const REPAIRED = 0.8;
const START = 0.45;
const ENDING = 0.3;
const LONG_START = 6;
const MOST_BEGUN = 8;
const MOST_PARTS = 4;
const LONGEST_PHRASE = 4;
const LONGEST_JOINED = 3;
const NEGATIONS = ["uden", "ikke", "ingen"];

/** @param {Answers} answers */
const highest = ({ weight }) => weight.reduce((most, each) => Math.max(most, each), 0);

/** @param {Way[]} ways @returns {string[]} */
const keysOf = (ways) => ways.flatMap(({ key, all }) => (key ? key.split("_") : (all ?? []).flatMap(keysOf)));

/**
 * @param {ReturnType<typeof createAnalysis>} analysis
 * @param {ReturnType<typeof createIndex>} index
 * @param {ReturnType<typeof createMatching>} matching
 * @param {ReturnType<typeof createSpelling>} spelling
 * @param {Rules} rules
 */
const createReader = (analysis, index, matching, spelling, { links, family: endings }) => {
  /** @param {Entry} entry @param {number} weight @returns {Way[]} */
  const linked = ({ links = [] }, weight) => links.map(([key, nearness, pages]) => ({ key, weight: weight * nearness, pages }));

  /** A key, what answers it as well, and its parts. @param {string} key @param {number} [weight] @param {boolean} [whole] @returns {Promise<Way[]>} */
  const waysOf = async (key, weight = 1, whole = false) => {
    const entry = await index.entry(key);
    if (!entry) return [];
    const near = linked(entry, weight);
    const ways = entry.pages ? [{ key, weight, pages: entry.pages }, ...near] : near;
    const parts = whole && entry.parts ? await Promise.all(entry.parts.map((part) => waysOf(part))) : [];
    const isWhole = parts.length && parts.every((part) => part.length);
    return isWhole ? [...ways, { all: parts, weight: weight * PART }] : ways;
  };

  /** The ways of a part, unless only its family answers it. @param {string} folded */
  const waysOfPart = async (folded) => {
    const ways = await waysOf(analysis.stem(folded));
    return ways.some(({ weight }) => weight >= SPLIT) ? ways : [];
  };

  /** A compound that the index does not know, by parts that it knows. @param {string} folded @param {number} most parts @returns {Promise<Way[][]>} */
  const split = async (folded, most) => {
    for (let cut = folded.length - 3; cut >= 3; cut -= 1) {
      const rest = folded.slice(cut);
      if (endings.includes(rest)) continue;
      for (const link of ["", ...links]) {
        const head = folded.slice(0, cut - link.length);
        if (head.length < 3 || folded.slice(head.length, cut) !== link) continue;
        const first = await waysOfPart(head);
        if (!first.length) continue;
        const last = await waysOfPart(rest);
        if (last.length) return [first, last];
        const others = most > 2 ? await split(rest, most - 1) : [];
        if (others.length) return [first, ...others];
      }
    }
    return [];
  };

  /** @param {Way[][]} parts @returns {Way[]} */
  const together = (parts) => (parts.length && parts.every((part) => part.length) ? [{ all: parts, weight: SPLIT }] : []);

  /** @param {Word} word @param {number} parts how many at most */
  const apart = async ({ pieces, folded }, parts) =>
    together(pieces.length > 1 ? await Promise.all(pieces.map(waysOfPart)) : await split(folded, parts));

  /** @param {string} start @returns {Promise<Way[]>} */
  const beginning = async (start) => {
    const keys = start.length > 3 ? await index.beginning(start) : [];
    return keys.slice(0, MOST_BEGUN).map((key) => ({ key, weight: BEGUN }));
  };

  /** What a word ends in is what the thing is. @param {string} folded @returns {Promise<Way[]>} */
  const ending = async (folded) => {
    for (let cut = 3; cut <= folded.length - 4; cut += 1) {
      const key = analysis.stem(folded.slice(cut));
      if ((await index.entry(key))?.pages) return waysOf(key, ENDING);
    }
    return [];
  };

  /** What a long word begins with, when the index knows that as a word. @param {string} folded @returns {Promise<Way[]>} */
  const start = async (folded) => {
    for (let cut = folded.length - 3; cut >= LONG_START; cut -= 1) {
      const key = analysis.stem(folded.slice(0, cut));
      if ((await index.entry(key))?.pages) return waysOf(key, START);
    }
    return [];
  };

  /** Guesses at a word, the likeliest first; what a guess finds makes the next superfluous. @param {Word} word */
  const guesses = async function* (word) {
    const own = await waysOf(word.key, 1, true);
    const isKnown = own.length > 0;
    const root = analysis.family(word.key);
    const related = root && !own.some(({ key }) => key === word.key) ? await waysOf(root) : [];
    yield { ways: [...own, ...related, ...(isKnown ? [] : await apart(word, 2))] };
    if (!/^[a-z]+$/.test(word.folded)) return;
    yield { ways: await beginning(word.folded) };
    const meant = await spelling.nearest(word);
    const repaired = await Promise.all(meant.map(({ key }) => waysOf(key, REPAIRED, true)));
    yield { ways: repaired.flat(), repaired: meant[0]?.written };
    yield { ways: await apart(word, MOST_PARTS) };
    yield { ways: await start(word.folded) };
    yield { ways: await ending(word.folded) };
  };

  /** @param {Word} word @param {boolean} goesOn whether more letters may come @param {Way[]} more ways @returns {Promise<Term>} */
  const term = async (word, goesOn, more) => {
    const longer = goesOn ? await beginning(word.folded) : [];
    for await (const { ways, repaired } of guesses(word)) {
      const all = [...ways, ...more, ...longer];
      const answers = await matching.any(all);
      const isRequired = (await index.entry(word.key))?.fact === 1;
      const term = { word, answers, best: highest(answers), keys: new Set(keysOf(all)), isRequired, repaired };
      if (term.best) return term;
    }
    return { word, answers: await matching.any([]), best: 0, keys: new Set() };
  };

  /** What words say together: a phrase that is known, or a compound written apart. @param {Word[]} span @returns {Promise<Way[]>} */
  const joined = async (span) => {
    const phrase = await index.entry(span.map((word) => word.key).join("_"));
    /** @type {Way[]} */
    const ways = phrase ? linked(phrase, 1) : [];
    if (span.length > LONGEST_JOINED) return ways;
    for (const link of span.length === 2 ? ["", ...links] : [""]) {
      const key = analysis.stem(span.map((word) => word.folded.toLowerCase()).join(link));
      ways.push(...(await waysOf(key)));
    }
    return ways;
  };

  /** @param {string} text @param {boolean} goesOn whether the last word may not be whole @returns {Promise<Question>} */
  const read = async (text, goesOn) => {
    const words = analysis.words(text.normalize("NFC"));
    /** @type {Map<Word, Way[]>} */
    const shared = new Map(words.map((word) => [word, []]));
    /** @type {Set<Word>} */
    const negated = new Set();
    const { openings } = await index.contents();
    for (let from = 0; from < words.length; from += 1) {
      if (words[from].isStop && !openings.includes(words[from].key)) continue;
      for (let to = from + 2; to <= Math.min(words.length, from + LONGEST_PHRASE); to += 1) {
        const span = words.slice(from, to);
        const ways = await joined(span);
        for (const word of span) shared.get(word)?.push(...ways);
        if (ways.length && NEGATIONS.includes(span[0].folded)) span.forEach((word) => negated.add(word));
      }
    }
    const telling = words.filter((word) => !word.isStop);
    const asked = telling.length ? telling : words;
    const terms = await Promise.all(
      asked.map(async (word) => {
        const ways = shared.get(word) ?? [];
        if (!negated.has(word)) return term(word, goesOn && word.end === text.length, ways);
        const answers = await matching.any(ways);
        return { word, answers, best: highest(answers), keys: new Set(keysOf(ways)), isRequired: true };
      }),
    );
    const pairs = asked.slice(1).map((word, place) => `${asked[place].key}_${word.key}`);
    return { terms, pairs };
  };

  return { read };
};

/**
 * What a query asks for: for each of its words the pages that answer it.
 *
 * @typedef {object} Term
 * @property {Word} word
 * @property {Answers} answers
 * @property {number} best how well the page answers that answers best; 0 when none does
 * @property {Map<string, number>} keys what it is looked for by, each with how well it answers
 * @property {boolean} isRequired whether it is a fact that a page must have
 * @property {string} [repaired] the word that was taken for it
 *
 * @typedef {object} Question
 * @property {Term[]} terms
 * @property {string[]} pairs keys of what neighbours say together
 * @property {[facet: string, value: string][]} filters of the list that the query names
 * @property {string} rest the query without them
 */

const REPAIRED = 0.8;
const WORD_OF_PHRASE = 0.5;
const MOST_PARTS = 4;
const MOST_WORDS = 30;
const LONGEST_PHRASE = 5;
const LONGEST_JOINED = 3;
const MOST_TOGETHER = 10;

/**
 * The keys of ways, each with how well it answers; a word of a phrase says less than the phrase.
 * @param {Way[]} ways @returns {[key: string, weight: number][]}
 */
const keysOf = (ways) =>
  ways.flatMap(({ key = "", all = [], weight }) => {
    const inPhrase = key.includes("_") ? weight * WORD_OF_PHRASE : weight;
    /** @type {[string, number][]} */
    const own = key ? key.split("_").map((part) => [part, inPhrase]) : [];
    /** @type {[string, number][]} */
    const parts = all.flatMap(keysOf).map(([part, near]) => [part, near * weight]);
    return [...own, ...parts];
  });

/** Any two or three of several. @template T @param {T[]} all @returns {T[][]} */
const choices = (all) =>
  all.flatMap((first, place) => {
    const after = all.slice(place + 1);
    return after.flatMap((second, next) => [
      [first, second],
      ...after.slice(next + 1).map((third) => [first, second, third]),
    ]);
  });

/** @param {[key: string, weight: number][]} keys */
const nearestOf = (keys) => new Map(keys.sort(([, one], [, other]) => one - other));

/**
 * @param {ReturnType<typeof createAnalysis>} analysis
 * @param {ReturnType<typeof createIndex>} index
 * @param {ReturnType<typeof createMatching>} matching
 * @param {ReturnType<typeof createSpelling>} spelling
 * @param {ReturnType<typeof createWays>} ways
 * @param {ReturnType<typeof createLimits>} limits
 * @param {Rules} rules
 */
const createReader = (analysis, index, matching, spelling, ways, limits, { links, negations }) => {
  /**
   * Guesses at a word, the likeliest first; what a guess finds makes the next superfluous.
   * @param {Word} word @returns {AsyncGenerator<{found: Way[], repaired?: string}>}
   */
  const guesses = async function* (word) {
    const own = await ways.whole(word.key);
    const root = analysis.family(word.key);
    const isSaid = own.some(({ key }) => key === word.key);
    // Kinship that leads only far away must not keep a slip of the pen from being repaired.
    const kin = root && !isSaid ? await ways.near(root) : [];
    const related = kin.filter(({ weight }) => weight >= SURE);
    const isSure = own.some(({ weight }) => weight >= SURE);
    const parts = isSure ? [] : await ways.apart(word, 2);
    yield { found: [...own, ...related, ...parts] };
    if (word.isStop || !/^[a-z]+$/.test(word.folded)) return;
    // A word that is known is spelt right, though nothing answers it.
    const isKnown = own.length > 0 || (await index.entry(word.key)) !== undefined;
    yield { found: await ways.longer(word.folded, isKnown ? word.key : undefined) };
    if (isKnown) return;
    const meant = await spelling.nearest(word, parts.length > 0);
    yield { found: meant ? await ways.whole(meant.key, REPAIRED) : [], repaired: meant?.written };
    yield { found: await ways.apart(word, MOST_PARTS) };
    yield { found: await ways.start(word.folded) };
    yield { found: await ways.ending(word.folded) };
  };

  /**
   * @param {Word} word @param {Way[]} found @param {boolean} isRequired @returns {Promise<Term>}
   */
  const answered = async (word, found, isRequired) => {
    const answers = await matching.any(found);
    const best = answers.weight.reduce((most, weight) => Math.max(most, weight), 0);
    return { word, answers, best, keys: nearestOf(keysOf(found)), isRequired };
  };

  /** @param {Word} word @param {Way[]} more ways that it has in its place */
  const term = async (word, more) => {
    const isFact = !word.isWeak && (await index.entry(word.key))?.fact === 1;
    for await (const { found, repaired } of guesses(word)) {
      const term = await answered(word, [...found, ...more], isFact);
      if (term.best) return { ...term, repaired };
    }
    return answered(word, [], false);
  };

  /** What the key of a compound would be whose parts are written apart. @param {Word[]} span */
  const compounds = (span) => {
    const parts = span.map((word) => word.folded.toLowerCase());
    return (span.length === 2 ? ["", ...links] : [""]).map((link) => analysis.stem(parts.join(link)));
  };

  /**
   * What words say together: a phrase that is known, or a compound written apart.
   * @param {Word[]} span
   */
  const joined = async (span) => {
    const { stopPhrases } = await index.contents();
    const key = span.map((word) => word.key).join("_");
    const says = span.some((word) => !word.isStop) || stopPhrases.includes(key);
    const phrase = says && (await index.entry(key));
    const found = phrase ? ways.linked(phrase, 1) : [];
    // A stop word is part of a compound only if it is a name as well: "med udvalg".
    const isCompound = span.every((word) => !word.isStop || stopPhrases.includes(word.key));
    if (!isCompound || span.length > LONGEST_JOINED) return found;
    for (const key of compounds(span)) found.push(...(await ways.near(key)));
    return found;
  };

  /**
   * The ways that words have from others.
   * @param {Word[]} words @param {Word[]} telling those of them that are no stop words
   */
  const company = async (words, telling) => {
    // The files of all that follows, at once.
    await Promise.all(telling.map((word) => index.entry(word.key)));
    /** @type {Map<Word, Way[]>} */
    const shared = new Map(words.map((word) => [word, []]));
    /** @type {Set<Word>} */
    const negated = new Set();
    for (const [from, first] of words.entries()) {
      for (let to = from + 2; to <= Math.min(words.length, from + LONGEST_PHRASE); to += 1) {
        const span = words.slice(from, to);
        const found = await joined(span);
        const isNegation = found.length > 0 && negations.includes(first.written.toLowerCase());
        for (const word of span) {
          shared.get(word)?.push(...found);
          if (isNegation) negated.add(word);
        }
      }
    }
    const others = telling.filter((word) => !negated.has(word));
    const together = choices(others.slice(0, MOST_TOGETHER));
    const known = await Promise.all(together.map((some) => index.entry(analysis.sought(some))));
    for (const [place, some] of together.entries()) {
      const entry = known[place];
      const found = entry ? ways.linked(entry, 1) : [];
      for (const word of some) shared.get(word)?.push(...found);
    }
    return { shared, negated };
  };

  /**
   * @param {string} text
   * @param {boolean} goesOn whether the last word may not be whole
   * @returns {Promise<Question>}
   */
  const read = async (text, goesOn) => {
    const { filters, rest: words } = limits.read(analysis.words(text).slice(0, MOST_WORDS));
    const telling = words.filter((word) => !word.isStop);
    const { shared, negated } = await company(words, telling);
    const phrased = words.filter((word) => shared.get(word)?.length);
    const asked = [telling, phrased, words].find((some) => some.length) ?? [];
    const terms = asked.map(async (word) => {
      const more = shared.get(word) ?? [];
      // "Uden eksamen" asks for the opposite of what its words say.
      if (negated.has(word)) return answered(word, more, true);
      const isLast = goesOn && word.end === text.length;
      return term(word, isLast ? [...more, ...(await ways.longer(word.folded))] : more);
    });
    const pairs = asked.slice(1).flatMap((word, place) => {
      const first = asked[place];
      return [`${first.key}_${word.key}`, ...compounds([first, word])];
    });
    const rest = words.map((word) => word.written).join(" ");
    return { terms: await Promise.all(terms), pairs, filters, rest };
  };

  return { read };
};

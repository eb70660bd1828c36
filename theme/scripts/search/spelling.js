/** Words of the index that a misspelt word may be meant for. */

const SHORTEST = 4;
const LONG = 9;

/**
 * @param {ReturnType<typeof createAnalysis>} analysis
 * @param {ReturnType<typeof createIndex>} index
 */
const createSpelling = (analysis, index) => {
  /** @type {Map<string, Word>} */
  const read = new Map();
  /** A word of the index. @param {string} written */
  const known = (written) => {
    const word = read.get(written) ?? analysis.words(written)[0];
    read.set(written, word);
    return word;
  };

  /**
   * The first of those that are nearest.
   * @param {string} letter that they begin with @param {Word} word
   * @param {number} least letters that it may be away
   */
  const nearestAmong = async (letter, { folded, key }, least) => {
    /** @type {Word | undefined} */
    let found;
    for (const other of (await index.spellings(letter)).map(known)) {
      const away = Math.min(distance(folded, other.folded, least), distance(key, other.key, least));
      if (away > least || other.isStop) continue;
      // Of so few letters, one that is another makes another word.
      const isShort = folded.length === SHORTEST;
      if (isShort && !hasLettersOf(folded, other.folded) && !hasLettersOf(key, other.key)) continue;
      if (!found || away < least) found = other;
      least = away;
    }
    return found;
  };

  /**
   * The nearest word, the most frequent of those: one letter away, two for a long word; of the
   * shortest, two letters may have changed places.
   * @param {Word} word @param {boolean} isCompound whether its parts are words: one mistake at most
   * @returns {Promise<Word | undefined>}
   */
  const nearest = async (word, isCompound) => {
    if (word.folded.length < SHORTEST) return undefined;
    const most = word.folded.length < LONG || isCompound ? 1 : 2;
    const found = await nearestAmong(word.folded[0], word, most);
    // The first two letters may have changed places.
    return found ?? nearestAmong(word.folded[1], word, most);
  };

  return { nearest };
};

/** @param {string} a @param {string} b */
const hasLettersOf = (a, b) => [...a].sort().join("") === [...b].sort().join("");

/**
 * Edit distance with transpositions; more than `most` counts as just more.
 * @param {string} a @param {string} b @param {number} most
 */
const distance = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let previous = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost);
      const changedPlaces = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (changedPlaces) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, previous] = [previous, row];
  }
  return previous[b.length];
};

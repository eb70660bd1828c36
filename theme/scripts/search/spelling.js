/** Words of the index that a misspelt word may be meant for. */

const SHORTEST = 5;
const LONG = 8;
const MOST_MEANT = 3;

/** @param {ReturnType<typeof createAnalysis>} analysis @param {ReturnType<typeof createIndex>} index */
const createSpelling = (analysis, index) => {
  /** The nearest words, the most frequent first: one letter away, two for a long word. @param {Word} word @returns {Promise<Word[]>} */
  const nearest = async ({ folded, key }) => {
    if (folded.length < SHORTEST) return [];
    // The first two letters may have changed places.
    const letters = [...new Set([folded[0], folded[1]])];
    const known = (await Promise.all(letters.map(index.spellings))).flat();
    let least = folded.length < LONG ? 1 : 2;
    /** @type {Word[]} */
    let found = [];
    for (const written of known) {
      const [other] = analysis.words(written);
      const away = Math.min(distance(folded, other.folded, least), distance(key, other.key, least));
      if (away > least) continue;
      if (away < least) found = [];
      least = away;
      found.push(other);
    }
    return found.slice(0, MOST_MEANT);
  };

  return { nearest };
};

/** Edit distance with transpositions; more than `most` counts as just more. @param {string} a @param {string} b @param {number} most */
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

/**
 * The words of a query as keys, by the rules that made the index: generator/search/analysis.py.
 *
 * @typedef {object} Rules
 * @property {string[]} stop
 * @property {string[]} weak
 * @property {Record<string, string>} numbers
 * @property {string[]} ordinals
 * @property {string[]} months
 * @property {string[]} family
 * @property {string[]} links
 * @property {string[]} negations
 * @property {string[]} atMost
 * @property {Record<string, {facet: string, size: number}>} units
 * @property {Record<string, string>} folding
 * @property {Record<string, string[]>} endings
 * @property {Record<string, string>} after
 * @property {string[]} short
 * @property {Record<string, string>} whole
 * @property {Record<string, string>} irregular
 *
 * @typedef {object} Word
 * @property {string} written
 * @property {string} folded
 * @property {string} key
 * @property {string[]} pieces its parts as they are written apart, folded
 * @property {boolean} isStop whether it says nothing of what is sought
 * @property {boolean} isWeak whether it says little
 * @property {number} start where it stands in the text
 * @property {number} end
 */

const SOFT_HYPHEN = "\u00ad";

/** @param {Rules} rules */
const createAnalysis = (rules) => {
  const aWord =
    /[0-9]{1,2}\.(?= ?[A-Za-zÆØÅæøå])|[\p{L}\p{N}](?:[\p{L}\p{N}\u00ad]|[-'’.,](?=[\p{L}\p{N}]))*/gu;
  const aPiece = /[0-9]+(?:[.,][0-9]+)*|[^0-9.,'’-]+/gu;
  const consonantTwice = /([b-df-hj-np-tv-z])\1$/;
  const spellings = new RegExp(Object.keys(rules.folding).join("|"), "g");

  /** @param {string} text */
  const fold = (text) => text.toLowerCase().replace(spellings, (found) => rules.folding[found]);

  const stop = new Set(rules.stop.map(fold));
  const endings = Object.entries(rules.endings)
    .flatMap(([left, ends]) => ends.map((end) => ({ end, left: Number(left) })))
    .sort((a, b) => b.end.length - a.end.length);

  /** @param {string} word @param {{end: string, left: number}} ending */
  const endsWith = (word, { end, left }) => {
    const rest = word.slice(0, -end.length);
    return (
      word.endsWith(end) &&
      rest.length >= left &&
      /[aeiouy]/.test(rest) &&
      (rules.after[end] ?? rest).includes(rest[rest.length - 1])
    );
  };

  /**
   * Finds the stem that a table gives a form; with a hyphen, a form may be a last part as well.
   * @param {Record<string, string>} table
   */
  const listed = (table) => {
    const last = Object.keys(table).filter((form) => form[0] === "-").map((form) => form.slice(1));
    return (/** @type {string} */ form) => {
      const end = last.find((end) => form.endsWith(end));
      if (end) return form.slice(0, -end.length) + table[`-${end}`];
      return Object.hasOwn(table, form) ? table[form] : undefined;
    };
  };

  const short = rules.short.flatMap((stem) => [[`${stem}er`, stem], [`${stem}erne`, stem]]);
  const ofWhole = listed({ ...Object.fromEntries(short), ...rules.whole });
  const ofRest = listed(rules.irregular);

  /** A folded word without its inflection. @param {string} folded */
  const stem = (folded) => {
    if (!/^[a-z]+$/.test(folded)) return folded;
    const known = ofWhole(folded);
    if (known) return known;
    const ending = endings.find((candidate) => endsWith(folded, candidate));
    let base = ending ? folded.slice(0, -ending.end.length) : folded;
    if (base.length > 3) base = base.replace(consonantTwice, "$1");
    if (base.length > 4 && /[^aeiouy]el$/.test(base)) base = `${base.slice(0, -2)}l`;
    return ofRest(base) ?? base;
  };

  const stopKeys = new Set([...stop].map(stem));

  /** Where a key lies in the order of the index: beside a word of its own that tells. */
  /** @param {string} key */
  const place = (key) => {
    const parts = key.split("_");
    return parts.length > 1 ? `${parts.find((part) => !stopKeys.has(part)) ?? parts[0]}_${key}` : key;
  };

  /** The key of several words that may stand anywhere, in any order. @param {Word[]} words */
  const sought = (words) => [...new Set(words.map((word) => word.key))].sort().join("+");

  /** What words made from one another share; empty for none. @param {string} key */
  const family = (key) => {
    const end = rules.family.find((end) => key.endsWith(end) && key.length - end.length >= 4);
    if (!end) return "";
    const root = key.slice(0, -end.length);
    return end === "ning" && /[aeiouy]$/.test(root) ? `${root}n` : root;
  };

  /** @param {string} written */
  const piece = (written) => {
    if (/^[0-9]/.test(written)) return written.replace(/[.,]/g, "");
    const folded = fold(written);
    const inCapitals = written.length > 1 && written === written.toUpperCase();
    if (inCapitals && stop.has(folded)) return folded.toUpperCase();
    return Object.hasOwn(rules.numbers, folded) ? rules.numbers[folded] : folded;
  };

  /** @param {string} digits @param {string} following */
  const ordinal = (digits, following) =>
    rules.months.includes(fold(following))
      ? digits
      : (rules.ordinals[Number(digits) - 1] ?? digits);

  /** @param {string} written @param {string} said @param {number} start @returns {Word} */
  const word = (written, said, start) => {
    const pieces = (said.match(aPiece) ?? []).map(piece);
    const folded = pieces.join("");
    const key = pieces.length > 1 ? stem(folded.toLowerCase()) : stem(folded);
    return {
      written,
      folded,
      key,
      pieces,
      isStop: stop.has(folded),
      isWeak: isWeak(key),
      start,
      end: start + written.length,
    };
  };

  const weak = new Set(rules.weak.map((written) => stem(fold(written))));

  /** Whether a word with a key says little. @param {string} key */
  const isWeak = (key) => weak.has(key);

  /** The words of a text, in order. The text is to be in normal form C. @param {string} text */
  const words = (text) => {
    const found = [...text.matchAll(aWord)];
    return found.map(([written], place) => {
      const following = found[place + 1]?.[0] ?? "";
      const bare = written.replaceAll(SOFT_HYPHEN, "");
      const said = bare.endsWith(".") ? ordinal(bare.slice(0, -1), following) : bare;
      return word(written, said, found[place].index);
    });
  };

  return { words, stem, family, place, sought, isWeak };
};

/**
 * Limits in a query: "under 10 dage" is a filter of the list rather than words to look for.
 *
 * @typedef {Record<string, Record<string, number>>} Limits by filter, the values and what they allow
 */

/** @param {Rules} rules @param {Limits} limits */
const createLimits = ({ atMost, units }, limits) => {
  /** The strictest value that a filter has for an amount. @param {string} facet @param {number} amount */
  const value = (facet, amount) =>
    Object.entries(limits[facet] ?? {})
      .filter(([, most]) => most <= amount)
      .sort(([, a], [, b]) => b - a)[0]?.[0];

  /** @param {Word[]} words @returns {{filters: [facet: string, value: string][], rest: Word[]}} */
  const read = (words) => {
    for (const [place, word] of words.entries()) {
      const two = words[place + 1] ? `${word.folded} ${words[place + 1].folded}` : "";
      const length = atMost.includes(two) ? 2 : atMost.includes(word.folded) ? 1 : 0;
      if (!length) continue;
      const [number, unit] = words.slice(place + length, place + length + 2);
      const { facet, size } = units[unit?.key] ?? {};
      const amount = number?.isStop ? 1 : Number(number?.key); // "et år"
      const found = facet && size && value(facet, amount * size);
      if (!found) continue;
      return {
        filters: [[facet, found]],
        rest: [...words.slice(0, place), ...words.slice(place + length + 2)],
      };
    }
    return { filters: [], rest: words };
  };

  return { read };
};

/**
 * Which programmes a choice leaves, in which order, and how many each further value would leave.
 *
 * @typedef {object} Columns by number, in display order
 * @property {number} cardsAFile
 * @property {Record<string, string[][]>} values by facet
 * @property {string[][]} closes last days to sign up, as `2027-03-01`, or `loebende`
 * @property {(string | null)[]} until the last day on which its status holds, where that is known
 * @property {(number | null)[]} minutes the most time that it takes
 * @property {number[]} name its place by name
 */

const REACHABLE = "aaben";
const ROLLING = "loebende";

/** @param {Columns} columns @param {string} day on which somebody reads */
const createSelection = (columns, day) => {
  const all = columns.name.map((_, number) => number);

  /**
   * The next day on which it is too late; rolling ones come after dates, the rest last.
   * @param {number} number
   */
  const deadline = (number) => {
    const ahead = columns.closes[number].filter((last) => last !== ROLLING && last >= day).sort();
    if (ahead.length) return ahead[0];
    return columns.closes[number].includes(ROLLING) ? "8" : "9";
  };

  /** @type {Record<string, (a: number, b: number) => number>} */
  const orders = {
    deadline: (a, b) => (deadline(a) < deadline(b) ? -1 : deadline(a) > deadline(b) ? 1 : 0),
    name: (a, b) => columns.name[a] - columns.name[b],
    time: (a, b) => (columns.minutes[a] ?? Infinity) - (columns.minutes[b] ?? Infinity) || 0,
  };

  /** @param {string} facet @param {number} number */
  const values = (facet, number) => {
    const known = columns.values[facet]?.[number] ?? [];
    // What has passed is no longer open, planned or running; the card says so as well.
    if (facet === "status") return (columns.until[number] ?? day) < day ? [] : known;
    if (facet !== "deadline") return known;
    const isAhead = columns.closes[number].some((last) => last === ROLLING || last >= day);
    return known.filter((value) => value !== REACHABLE || isAhead);
  };

  /**
   * @param {number} number
   * @param {Choice["facets"]} facets
   * @param {string} [except] a facet that does not count
   */
  const fits = (number, facets, except) =>
    [...facets].every(
      ([facet, chosen]) =>
        facet === except || values(facet, number).some((value) => chosen.includes(value)),
    );

  /** @param {Choice} choice @param {number[] | null} found by the query, the best first */
  const select = ({ facets, sort }, found) => {
    const left = (found ?? all).filter((number) => fits(number, facets));
    // An equal pair keeps its order: the catalogue's own, or that of the query.
    return orders[sort] ? left.sort(orders[sort]) : left;
  };

  /** How many programmes of each value of a facet the rest of the choice leaves. */
  /** @param {string} facet @param {Choice} choice @param {number[] | null} found */
  const count = (facet, { facets }, found) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const number of found ?? all) {
      if (!fits(number, facets, facet)) continue;
      for (const value of values(facet, number)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };

  return { select, count };
};

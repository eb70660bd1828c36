/**
 * What a hit says about the query: the passage in which most of its words stand, with them marked.
 *
 * @typedef {object} Excerpt
 * @property {string} heading of the section it is from; empty for the page's summary
 * @property {string} anchor
 * @property {{text: string, isMarked: boolean}[]} pieces
 */

const EXCERPT_LENGTH = 170;
const EXCERPT_BEFORE = 50;

/** @param {ReturnType<typeof createAnalysis>} analysis @param {Term[]} terms */
const createExcerpts = (analysis, terms) => {
  /** The number of the term that a word answers; -1 for none. @param {Word} word */
  const answered = (word) =>
    terms.findIndex(({ keys }) => {
      if (keys.has(word.key) || word.pieces.some((piece) => keys.has(analysis.stem(piece))))
        return true;
      return [...keys].some((key) => key.length > 3 && word.folded.includes(key));
    });

  /** @param {string} text */
  const mark = (text) => {
    const marked = analysis.words(text).filter((word) => !word.isStop && answered(word) >= 0);
    const pieces = [];
    let from = 0;
    for (const { start, end } of marked) {
      pieces.push(
        { text: text.slice(from, start), isMarked: false },
        { text: text.slice(start, end), isMarked: true },
      );
      from = end;
    }
    return [...pieces, { text: text.slice(from), isMarked: false }].filter((piece) => piece.text);
  };

  /** The part of a passage in which most terms stand. @param {string} text */
  const best = (text) => {
    const words = analysis.words(text).filter((word) => !word.isStop);
    const found = words
      .map((word) => ({ word, term: answered(word) }))
      .filter(({ term }) => term >= 0);
    const count = (/** @type {number} */ start) =>
      new Set(
        found
          .filter(({ word }) => word.start >= start && word.end < start + EXCERPT_LENGTH)
          .map(({ term }) => term),
      ).size;
    const starts = found.map(({ word }) => Math.max(0, word.start - EXCERPT_BEFORE));
    const counts = starts.map(count);
    const most = Math.max(0, ...counts);
    return { most, start: most ? starts[counts.indexOf(most)] : 0 };
  };

  /** @param {string} text @param {number} start */
  const cut = (text, start) => {
    const space = start ? text.indexOf(" ", start) : -1;
    const from = space >= 0 && space < start + EXCERPT_BEFORE ? space + 1 : start;
    const end = text.lastIndexOf(" ", from + EXCERPT_LENGTH);
    const to =
      from + EXCERPT_LENGTH >= text.length ? text.length : end > from ? end : from + EXCERPT_LENGTH;
    return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  };

  /** @param {PageText} page @returns {Excerpt} */
  const of = ([summary, ...passages]) => {
    const all = [
      { heading: "", anchor: "", text: summary },
      ...passages.map(([heading, anchor, text]) => ({ heading, anchor, text })),
    ];
    const places = all.map(({ text }) => best(text));
    const most = Math.max(...places.map((place) => place.most));
    const chosen = places.findIndex((place) => place.most === most);
    const { heading, anchor, text } = all[chosen];
    return { heading, anchor, pieces: mark(cut(text, places[chosen].start)) };
  };

  return { of, mark };
};

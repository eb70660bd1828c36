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
// What a word is worth that the query's word is a part of, and what still is a clear answer.
const HOLDS = 0.9;
const CLEAR = 0.6;

/** @param {ReturnType<typeof createAnalysis>} analysis @param {Term[]} terms */
const createExcerpts = (analysis, terms) => {
  /** How well a word of a text answers each term. @param {Word} word @returns {number[]} */
  const answers = (word) => {
    const own = [word.key, ...word.pieces.map(analysis.stem)];
    return terms.map(({ keys, word: asked }) => {
      const weight = Math.max(0, ...own.map((key) => keys.get(key) ?? 0));
      const holds = asked.key.length > 3 && word.folded.includes(asked.key);
      return Math.max(weight, holds ? HOLDS : 0);
    });
  };

  /** The telling words of a text, each with how well it answers. @param {string} text */
  const answering = (text) =>
    analysis
      .words(text)
      .filter((word) => !word.isStop)
      .map((word) => ({ word, answers: answers(word) }))
      .filter(({ answers }) => answers.some((weight) => weight > 0));

  /** @param {string} text @returns {{text: string, isMarked: boolean}[]} */
  const mark = (text) => {
    const found = answering(text);
    // Beside the word itself, one that is only near it is not what the reader looks for.
    const best = terms.map((_, term) => Math.max(0, ...found.map(({ answers }) => answers[term])));
    const marked = found.filter(({ answers }) =>
      answers.some((weight, term) => weight > 0 && weight >= CLEAR * best[term]),
    );
    const pieces = [];
    let from = 0;
    for (const { word } of marked) {
      pieces.push(
        { text: text.slice(from, word.start), isMarked: false },
        { text: text.slice(word.start, word.end), isMarked: true },
      );
      from = word.end;
    }
    return [...pieces, { text: text.slice(from), isMarked: false }].filter((piece) => piece.text);
  };

  /** The part of a passage that answers most, and how much. @param {string} text */
  const best = (text) => {
    const found = answering(text);
    const worth = (/** @type {number} */ start) => {
      const near = found.filter(
        ({ word }) => word.start >= start && word.end < start + EXCERPT_LENGTH,
      );
      return sum(terms.map((_, term) => Math.max(0, ...near.map(({ answers }) => answers[term]))));
    };
    const starts = found.map(({ word }) => Math.max(0, word.start - EXCERPT_BEFORE));
    const worths = starts.map(worth);
    const most = Math.max(0, ...worths);
    return { most, start: most ? starts[worths.indexOf(most)] : 0 };
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

/**
 * Whether a programme is for a reader, as far as the answers can tell: true, false, or null for what
 * is not known. The same as `generator/model/fit.py`.
 *
 * @typedef {Record<string, string>} Answered the answer to each question that has one
 * @typedef {Record<string, string[]>} Rule by question, the answers that meet a requirement
 */

/** @param {Rule} rule @param {Answered} answers @returns {boolean | null} */
const meets = (rule, answers) => {
  const questions = Object.entries(rule);
  const given = questions.filter(([question]) => Object.hasOwn(answers, question));
  if (!given.every(([question, wanted]) => wanted.includes(answers[question]))) return false;
  return questions.length > 0 && given.length === questions.length ? true : null;
};

/** @param {Rule[]} rules @param {Answered} answers @returns {boolean | null} */
const fits = (rules, answers) => {
  const met = rules.map((rule) => meets(rule, answers));
  if (met.includes(false)) return false;
  return met.length > 0 && !met.includes(null) ? true : null;
};

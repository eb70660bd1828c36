/** What several scripts of a page need. */

/**
 * The text that an element has for a number: `data-none`, `data-one` or `data-many`, with the number
 * for `#` and the words for `*`.
 * @param {HTMLElement} element @param {number} number @param {string} [words]
 */
const counted = (element, number, words = "") => {
  const { none, one, many = "" } = element.dataset;
  const text = number === 1 ? (one ?? many) : number === 0 ? (none ?? many) : many;
  return filled(text.replace("#", String(number)), words);
};

/** A text with words for its `*`. @param {string | undefined} text @param {string} words */
const filled = (text = "", words) => text.replace("*", () => words);

/** Texts as nodes, some of them marked. @param {{text: string, isMarked: boolean}[]} pieces */
const marked = (pieces) =>
  pieces.map(({ text, isMarked }) => {
    if (!isMarked) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });

/**
 * The address of a page; without a server a folder does not lead to its page.
 * @param {string} address
 */
const pageAddress = (address) => {
  const url = new URL(address, document.baseURI);
  if (url.protocol === "file:") url.pathname = url.pathname.replace(/\/$/, "/index.html");
  return url.href;
};

/**
 * Does something once an element comes into view.
 * @param {Element} element @param {() => void} act
 */
const whenSeen = (element, act) => {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    act();
  });
  observer.observe(element);
};

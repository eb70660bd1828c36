/** What several scripts of a page need. */

/**
 * The text that an element has for a number: `data-none`, `data-one`, `data-two` or `data-many`, with
 * the number for `#` and the words for `*`.
 * @param {HTMLElement} element @param {number} number @param {string} [words]
 */
const counted = (element, number, words = "") => {
  const { none, one, two, many = "" } = element.dataset;
  const text = [none, one, two][number] ?? many;
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
 * Fills a list with the first of many things, and lets a button add the next ones.
 * @template T
 * @param {HTMLElement} list @param {HTMLElement} more the button
 * @param {T[]} things @param {number} aTime
 * @param {(thing: T) => Promise<HTMLElement>} make
 * @param {() => boolean} isWanted whether nothing else has been asked for meanwhile
 * @param {() => void} [failed] what to do when the next ones can't be made
 */
const fillList = async (list, more, things, aTime, make, isWanted, failed = () => {}) => {
  const left = [...things];
  const take = () => Promise.all(left.splice(0, aTime).map(make));
  const first = await take();
  if (!isWanted()) return;
  list.replaceChildren(...first);
  more.hidden = !left.length;
  more.onclick = async () => {
    const next = await take().catch(failed);
    if (!next || !isWanted()) return;
    list.append(...next);
    more.hidden = !left.length;
    next[0]?.querySelector("a")?.focus();
  };
};

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

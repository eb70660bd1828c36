/**
 * The index, of which a query loads only its own parts: scripts that call `searchData`.
 * Scripts, not JSON, since a browser loads them from a folder without a server as well.
 *
 * @typedef {object} Entry
 * @property {number[][]} [pages] groups of a strength and the pages that have it, as distances
 * @property {string[]} [parts] the keys of what a compound is made of
 * @property {1} [fact] whether it is a word of facts, such as a place or a price
 * @property {[key: string, nearness: number, pages?: number[][]][]} [links] keys that answer it as well,
 * how well, and their pages where they are few
 *
 * @typedef {object} Words a file of words
 * @property {string} before what its keys come before; empty in the last one
 * @property {Record<string, Entry>} entries
 * @property {string} known keys that are known to be spelt right, and lead nowhere
 *
 * @typedef {object} Contents
 * @property {string} structure what its parts have in common: the same pages, divided into the same files
 * @property {string} version another one whenever a part is
 * @property {number} pages how many there are: programmes first, then other pages
 * @property {number} programmes how many of them
 * @property {number[]} over those that nobody can join any more
 * @property {number} pagesAFile how many share a file of hits, and one of texts
 * @property {string[]} shards what the keys in each file of words come after
 * @property {string[]} spellings the letters that words begin with, each of which has a file of spellings
 * @property {string[]} stopPhrases phrases of stop words alone, and stop words that are names in capitals
 * @property {Limits} limits
 * @property {Rules} rules
 *
 * @typedef {[programme: string, address: string, title: string, byline: string, ...status: string[]]} Label
 * @typedef {[summary: string, ...passages: [heading: string, anchor: string, text: string][]]} PageText
 */

/** @type {Map<string, (structure: string, data: any) => void>} */
const searchDataAwaited = new Map();

/**
 * Called by each part of the index when it arrives.
 * @param {string} name @param {string} structure @param {any} data
 */
function searchData(name, structure, data) {
  searchDataAwaited.get(name)?.(structure, data);
}

/**
 * @param {string} folder where the index lies, with a slash at the end
 * @param {string} [fresh] makes the browser ask again for contents that it has
 */
const createIndex = (folder, fresh = "") => {
  /** @type {Map<string, Promise<any>>} */
  const loaded = new Map();

  /**
   * A part, of an index that is divided in the same way.
   * @param {string} name @param {string} asked what makes its address another one @param {string} [structure]
   * @returns {Promise<any>}
   */
  const load = (name, asked, structure) => {
    const known = loaded.get(name);
    if (known) return known;
    const promise = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const fail = (/** @type {string} */ why) => reject(new Error(`${script.src} ${why}`));
      searchDataAwaited.set(name, (told, data) => {
        if (structure && told !== structure) fail("is of another index");
        resolve(name === "index" ? { ...data, structure: told } : data);
      });
      script.src = `${folder}${name}.js${asked && `?${asked}`}`;
      const end = (/** @type {string} */ why) => {
        script.remove();
        fail(why); // without effect when the part has come
      };
      script.onload = () => end("is no part of the index");
      script.onerror = () => end("is missing");
      document.head.append(script);
    });
    loaded.set(name, promise);
    return promise;
  };

  /** @returns {Promise<Contents>} */
  const contents = () => load("index", fresh);

  /** @type {ReturnType<typeof createAnalysis> | undefined} */
  let rules;
  /** How words become the keys of the index. */
  const analysis = async () => (rules ??= createAnalysis((await contents()).rules));

  /** What a file of the index holds. @param {string} name */
  const part = async (name) => {
    const { version, structure } = await contents();
    return load(name, version, structure);
  };

  /**
   * The number of the file in which a key would lie.
   * @param {string[]} shards @param {string} key
   */
  const shardOf = (shards, key) => {
    let [low, high] = [0, shards.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shards[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };

  /** The file of words with a number. @param {number} number @returns {Promise<Words>} */
  const words = async (number) => {
    const { shards } = await contents();
    const start = [...new TextEncoder().encode(shards[number])];
    const file = await part(`words-${start.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`);
    if (file.before !== (shards[number + 1] ?? "")) throw new Error("words are divided otherwise");
    return file;
  };

  /** @param {string} key @returns {Promise<Entry | undefined>} */
  const entry = async (key) => {
    const { entries, known } = await words(
      shardOf((await contents()).shards, (await analysis()).place(key)),
    );
    if (Object.hasOwn(entries, key)) return entries[key];
    return known.split(" ").includes(key) ? {} : undefined;
  };

  /**
   * The keys that begin with something, the most frequent first.
   * @param {string} start @param {string} [head] the key of what they must be made of
   */
  const beginning = async (start, head) => {
    const { shards } = await contents();
    const first = shardOf(shards, start);
    const last = shardOf(shards, `${start}\uffff`);
    const numbers = Array.from({ length: last - first + 1 }, (_, place) => first + place);
    const found = (await Promise.all(numbers.map(words))).flatMap(({ entries }) => Object.entries(entries));
    return found
      .filter(([key, { pages }]) => key.startsWith(start) && pages && !key.includes("_"))
      .filter(([, { parts = [] }]) => !head || parts[0] === head)
      .map(([key, { pages = [] }]) => ({
        key,
        pages: pages.reduce((sum, group) => sum + group.length - 1, 0),
      }))
      .sort((a, b) => b.pages - a.pages || (a.key < b.key ? -1 : 1))
      .map(({ key }) => key);
  };

  /**
   * The words as they are written that begin with a letter, the most frequent first.
   * @param {string} letter @returns {Promise<string[]>}
   */
  const spellings = async (letter) =>
    (await contents()).spellings.includes(letter) ? part(`spelling-${letter}`) : [];

  /** What the files of a kind hold of a page. @param {string} kind @param {number} page */
  const ofPage = async (kind, page) => {
    const { pagesAFile } = await contents();
    return (await part(`${kind}-${Math.floor(page / pagesAFile)}`))[page % pagesAFile];
  };

  /** What a hit is shown by. @param {number} page @returns {Promise<Label>} */
  const label = (page) => ofPage("hits", page);

  /** What stands on a page. @param {number} page @returns {Promise<PageText>} */
  const text = (page) => ofPage("texts", page);

  return { contents, analysis, part, entry, beginning, spellings, label, text };
};

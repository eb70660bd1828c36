/**
 * The index, of which a query loads only its own parts: scripts that call `searchData`.
 * Scripts, not JSON, since a browser loads them from a folder without a server as well.
 *
 * @typedef {object} Entry
 * @property {number[][]} [pages] groups of a strength and the pages that have it, as distances
 * @property {string[]} [parts] the keys of what a compound is made of
 * @property {[string, number][]} [links] keys that answer it as well, and how well
 *
 * @typedef {object} Contents
 * @property {string} version
 * @property {number} pages how many there are: programmes first, then other pages
 * @property {number} programmes how many of them
 * @property {number} hitsAFile
 * @property {number} textsAFile
 * @property {string[]} shards what the keys in each file of words begin with
 * @property {string[]} spellings first letters of the words in each file of spellings
 * @property {Rules} rules
 *
 * @typedef {[programme: string, address: string, title: string, byline: string, ...status: string[]]} Label
 * @typedef {[summary: string, ...passages: [heading: string, anchor: string, text: string][]]} PageText
 */

/** @type {Map<string, (data: any) => void>} */
const searchDataAwaited = new Map();

/** Called by each part of the index when it arrives. @param {string} name @param {any} data */
function searchData(name, data) {
  searchDataAwaited.get(name)?.(data);
}

/** @param {string} folder where the index lies, with a slash at the end */
const createIndex = (folder) => {
  /** @type {Map<string, Promise<any>>} */
  const loaded = new Map();

  /** @param {string} name @param {string} [version] @returns {Promise<any>} */
  const load = (name, version) => {
    const known = loaded.get(name);
    if (known) return known;
    const promise = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      searchDataAwaited.set(name, resolve);
      script.src = `${folder}${name}.js${version ? `?${version}` : ""}`;
      script.onload = () => script.remove();
      script.onerror = () => {
        loaded.delete(name);
        reject(new Error(`${script.src} is missing`));
      };
      document.head.append(script);
    });
    loaded.set(name, promise);
    return promise;
  };

  /** @returns {Promise<Contents>} */
  const contents = () => load("index");

  /** What a file of the index holds. @param {string} name */
  const part = async (name) => load(name, (await contents()).version);

  /** @type {Map<string, Entry | undefined>} */
  const entries = new Map();

  /** @param {string} key @returns {Promise<Entry | undefined>} */
  const entry = async (key) => {
    if (entries.has(key)) return entries.get(key);
    const { shards } = await contents();
    const lower = key.toLowerCase();
    let length = lower.length;
    while (length && !shardSet(shards).has(lower.slice(0, length))) length -= 1;
    const found = length ? (await part(`words-${lower.slice(0, length)}`))[key] : undefined;
    entries.set(key, found);
    return found;
  };

  /** @type {Set<string>} */
  let knownShards = new Set();
  /** @param {string[]} shards */
  const shardSet = (shards) => (knownShards.size ? knownShards : (knownShards = new Set(shards)));

  /** The keys that begin with something, the most frequent first. @param {string} start */
  const beginning = async (start) => {
    const { shards } = await contents();
    const names = shards.filter((shard) => shard.startsWith(start) || start.startsWith(shard));
    const parts = await Promise.all(names.map((name) => part(`words-${name}`)));
    return parts
      .flatMap((words) => Object.entries(words))
      .filter(([key, entry]) => key.startsWith(start) && entry.pages && !key.includes("_"))
      .map(([key, entry]) => ({ key, pages: entry.pages.reduce((sum, group) => sum + group.length - 1, 0) }))
      .sort((a, b) => b.pages - a.pages || (a.key < b.key ? -1 : 1))
      .map(({ key }) => key);
  };

  /** The words that begin with a letter as they are written, the most frequent first. */
  /** @param {string} letter @returns {Promise<string[]>} */
  const spellings = async (letter) =>
    (await contents()).spellings.includes(letter) ? part(`spelling-${letter}`) : [];

  /** What a hit is shown by. @param {number} page @returns {Promise<Label>} */
  const label = async (page) => {
    const { hitsAFile } = await contents();
    return (await part(`hits-${Math.floor(page / hitsAFile)}`))[page % hitsAFile];
  };

  /** What stands on a page. @param {number} page @returns {Promise<PageText>} */
  const text = async (page) => {
    const { textsAFile } = await contents();
    return (await part(`texts-${Math.floor(page / textsAFile)}`))[page % textsAFile];
  };

  return { contents, part, entry, beginning, spellings, label, text };
};

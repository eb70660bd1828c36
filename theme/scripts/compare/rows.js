/**
 * What is told of each programme, as the row of a table: all of them stand on the page, or, where
 * they are many, in files of which only those are fetched that are needed.
 * @param {HTMLElement} page @param {number} files how many; 0 where the page has the rows
 */
const createRows = (page, files) => {
  const PRIME = 65521;
  const blank = page.querySelector("[data-blank]");
  const rows = new Map(
    /** @type {HTMLTableRowElement[]} */ ([...page.querySelectorAll("[data-programme]")]).map((row) => [
      row.dataset.programme ?? "",
      row,
    ]),
  );

  /** The file that holds a programme, as `generator/showing/comparison.py` tells it. @param {string} id */
  const fileOf = (id) =>
    [...id].reduce((told, letter) => (31 * told + (letter.codePointAt(0) ?? 0)) % PRIME, 0) % files;

  /** Fetches what is known of these programmes; whether all files came. @param {string[]} ids */
  const fetched = async (ids) => {
    if (!files) return true;
    const names = [...new Set(ids.map(fileOf))].map((file) => `compared-${files}-${file}`);
    const answers = await Promise.allSettled(names.map(siteSearch.part));
    /** @type {Record<string, string>} */
    const found = Object.assign(
      {},
      ...answers.map((answer) => (answer.status === "fulfilled" ? answer.value : {})),
    );
    for (const id of ids.filter((id) => Object.hasOwn(found, id))) {
      const body = document.createElement("tbody");
      body.innerHTML = found[id];
      tellWhatHasPassed(body);
      rows.set(id, body.rows[0]);
    }
    return answers.every(({ status }) => status === "fulfilled");
  };

  /** @param {string} id */
  const has = (id) => rows.has(id);

  /** @param {string} id */
  const row = (id) => /** @type {HTMLTableRowElement} */ (rows.get(id));

  /** @param {string} id */
  const head = (id) => row(id).cells[0];

  /** @param {string} id */
  const status = (id) => row(id).cells[1];

  /** What is told of a fact, or that it is not known. @param {string} id @param {string} key */
  const fact = (id, key) => {
    const place = `[data-fact="${key}"]`;
    return /** @type {HTMLElement} */ (row(id).querySelector(place) ?? blank?.querySelector(place));
  };

  return { fetched, has, head, status, fact };
};

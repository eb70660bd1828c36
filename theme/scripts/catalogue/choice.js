/**
 * What a reader has chosen among the programmes, and its form as an address.
 *
 * @typedef {object} Choice
 * @property {Map<string, string[]>} facets the chosen values of each; one of them is enough
 * @property {string} query
 * @property {string} sort a key of `orders`; empty for the catalogue's own order
 */

/** @param {HTMLFormElement} form */
const readChoice = (form) => {
  /** @type {Choice} */
  const choice = { facets: new Map(), query: "", sort: "" };
  for (const [name, value] of /** @type {Iterable<[string, string]>} */ (new FormData(form))) {
    if (name === "q") choice.query = value.trim();
    else if (name === "sort") choice.sort = value;
    else choice.facets.set(name, [...(choice.facets.get(name) ?? []), value]);
  }
  return choice;
};

/** @param {Choice} choice */
const choiceAsAddress = ({ facets, query, sort }) => {
  const parameters = new URLSearchParams();
  if (query) parameters.set("q", query);
  for (const [name, values] of facets) for (const value of values) parameters.append(name, value);
  if (sort) parameters.set("sort", sort);
  comparison.write(parameters);
  return String(parameters) && `?${parameters}`;
};

/**
 * Puts into a form what an address says. A value that the form does not have is kept as well: a
 * sent address must never show more than was asked for.
 * @param {HTMLFormElement} form @param {string} address @param {string[]} facets
 */
const restoreChoice = (form, address, facets) => {
  const parameters = new URLSearchParams(address);
  for (const facet of facets) {
    for (const value of parameters.getAll(facet)) {
      const known = [...form.elements].some(
        (field) =>
          field instanceof HTMLInputElement && field.name === facet && field.value === value,
      );
      if (!known) form.append(hiddenBox(facet, value));
    }
  }
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = parameters.getAll(field.name).includes(field.value);
    } else if (field instanceof HTMLInputElement) {
      field.value = parameters.get(field.name) ?? "";
    } else if (field instanceof HTMLSelectElement) {
      field.value = parameters.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.value = "";
    }
  }
};

/** @param {string} name @param {string} value */
const hiddenBox = (name, value) => {
  const label = document.createElement("label");
  const box = document.createElement("input");
  const text = document.createElement("span");
  Object.assign(box, { type: "checkbox", name, value });
  text.textContent = value;
  label.hidden = true;
  label.append(box, text);
  return label;
};

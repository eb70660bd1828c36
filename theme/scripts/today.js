/**
 * Tells what has passed since the site was built: `data-until` is the last day on which something
 * lies ahead; after it a note is added, or the word is replaced by `data-after`.
 */

/** The day on which somebody reads, as `2027-03-01`. */
const today = () =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(new Date());

/** @param {ParentNode} part of the page */
const tellWhatHasPassed = (part) => {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (
    part.querySelectorAll("[data-until]")
  )) {
    const { until = "", after, note } = element.dataset;
    if (until >= today()) continue;
    if (note) element.append(` (${note})`);
    if (after) {
      element.textContent = after;
      element.closest(".status")?.classList.add("status--passed");
    }
  }
};

tellWhatHasPassed(document);

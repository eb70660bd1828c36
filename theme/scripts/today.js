/**
 * Tells what has passed since the site was built: `data-until` is the last day on which something
 * lies ahead; after it a note is added, the word is replaced by `data-after`, or all of it is hidden.
 */

/** The day on which somebody reads, as `2027-03-01`. */
const today = () =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(new Date());

/** @param {ParentNode} part of the page */
const tellWhatHasPassed = (part) => {
  const now = today();
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (
    part.querySelectorAll("[data-until]")
  )) {
    const { until = "", after, note, passing } = element.dataset;
    if (until >= now) continue;
    if (passing !== undefined) element.hidden = true;
    if (note) element.append(` (${note})`);
    if (after) {
      element.textContent = after;
      element.closest(".status")?.classList.add("status--passed");
    }
  }
};

tellWhatHasPassed(document);

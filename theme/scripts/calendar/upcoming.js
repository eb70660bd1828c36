/** The next few things that happen, on the reader's day; nothing is shown where nothing is known. */
(async () => {
  const section = /** @type {HTMLElement | null} */ (document.querySelector("[data-upcoming]"));
  if (!section) return;

  const SHOWN = 5;
  const now = today();
  // Files hold what comes in the order of its last day; `until` has the last one of each.
  const until = section.dataset.upcoming?.split(" ") ?? [];
  /** @type {string[]} */
  const ahead = [];
  for (let file = 0; file < until.length && ahead.length < SHOWN; file += 1) {
    if (until[file] < now) continue;
    /** @type {[string, string][]} */
    const block = await siteSearch.part(`dates-${file}`);
    ahead.push(...block.filter(([last]) => last >= now).map(([, html]) => html));
  }

  /** @type {HTMLElement} */ (section.querySelector("ol")).innerHTML = ahead
    .slice(0, SHOWN)
    .join("");
  section.hidden = ahead.length === 0;
})().catch(() => {
  // The calendar, to which the page leads as well, has them all.
});

/** What needs a script on any page: printing, scrolling wide text by keyboard, links in a folder. */
(() => {
  const reachable = new ResizeObserver((entries) => {
    for (const { target } of /** @type {{target: HTMLElement}[]} */ (
      /** @type {unknown} */ (entries)
    )) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const frame of document.querySelectorAll("pre, .table-frame")) reachable.observe(frame);

  // Opened from a folder, a link to a folder would show its files.
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest("a[href]");
    if (link instanceof HTMLAnchorElement) link.href = pageAddress(link.href);
  });

  for (const form of document.forms) form.action = pageAddress(form.action);

  for (const button of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("[data-print]")
  )) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();

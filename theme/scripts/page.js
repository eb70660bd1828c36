/** What needs a script: printing, Material's search dialog, scrolling wide text by keyboard. */
(() => {
  const toggle = document.querySelector("[data-md-toggle=search]");
  const query = document.querySelector("[data-md-component=search-query]");
  let opener = null;

  for (const button of query ? document.querySelectorAll("[data-open-search]") : []) {
    button.hidden = false;
    button.addEventListener("click", () => {
      opener = button;
      toggle.click();
      query.focus();
    });
  }

  document.querySelector("[data-close-search]")?.addEventListener("click", () => toggle.click());
  toggle?.addEventListener("change", () => {
    if (!toggle.checked) opener?.focus();
  });

  const reachable = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const frame of document.querySelectorAll("pre, .table-frame")) reachable.observe(frame);

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();

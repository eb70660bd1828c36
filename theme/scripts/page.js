/** What needs a script: printing, opening Material's search, scrolling wide text by keyboard. */
(() => {
  const search = document.querySelector("[data-md-toggle=search]");

  for (const button of document.querySelectorAll("[data-open-search]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      search.click();
      document.querySelector("[data-md-component=search-query]").focus();
    });
  }

  for (const frame of document.querySelectorAll("pre, .table-frame")) {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
  }

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();

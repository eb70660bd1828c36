/** Buttons that need a script: printing, and opening Material's search. */
(() => {
  const search = document.querySelector("[data-md-toggle=search]");

  for (const button of document.querySelectorAll("[data-open-search]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      search.click();
      document.querySelector("[data-md-component=search-query]").focus();
    });
  }

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();

/**
 * The key that leads to the box. It can be switched off on the page of results, since whoever speaks
 * to the computer may press a single key unawares (WCAG 2.1.4).
 */
(() => {
  const input = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-search] input"));
  if (!input) return;

  const KEY = "/";
  const OFF = "search-shortcut-off";

  // Where a browser keeps nothing, the choice lasts as long as the page.
  let isOn = true;
  try {
    isOn = !localStorage.getItem(OFF);
  } catch {}

  /** @param {boolean} wish */
  const choose = (wish) => {
    isOn = wish;
    try {
      if (wish) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    } catch {}
  };

  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const isTyping =
      target.isContentEditable ||
      target.matches("input:not([type=checkbox], [type=radio]), select, textarea");
    const isOther = event.key !== KEY || event.ctrlKey || event.metaKey || event.altKey;
    if (!isOn || isTyping || isOther) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  const choice = /** @type {HTMLElement | null} */ (document.querySelector("[data-shortcut]"));
  const box = choice?.querySelector("input");
  if (!choice || !box) return;
  choice.hidden = false;
  box.checked = isOn;
  box.addEventListener("change", () => choose(box.checked));
})();

const form = document.querySelector(".search");
const list = form.querySelector(".hits");
let entries;

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  entries ??= await (await fetch(form.dataset.index)).json();
  const query = form.elements.q.value.toLowerCase();
  const hits = entries.filter((entry) => `${entry.title} ${entry.text}`.toLowerCase().includes(query));
  list.replaceChildren(...hits.slice(0, 10).map((hit) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = hit.address;
    link.textContent = hit.title;
    return item;
  }));
  list.hidden = false;
});

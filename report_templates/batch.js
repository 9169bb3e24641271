"use strict";
// The page shows its first stories without this script; with it, all can be searched and sorted. It asks for nothing.
(() => {
  const SHOWN = 200;
  const [NUMBER, NAME, OUTLETS, , CONFLICTS, CHECKS, , REASON, REPORTS] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const all = JSON.parse(document.getElementById("all").textContent);
  const haystack = all.map((s) => `${s[NUMBER]} ${s[NAME]} ${s[OUTLETS]} ${s[REASON]}`.toLowerCase());
  const form = document.querySelector("form.filters");
  const table = document.querySelector("table.stories");
  const heads = [...table.querySelectorAll("th[data-column]")];
  const more = document.querySelector("p.more");
  const [before, next] = more.querySelectorAll("button");
  const compared = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  let column = 0, up = true, first = 0, found = [];

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const row = (s) => {
    const made = element("tr");
    const name = element("th", s[REPORTS].length ? undefined : s[NAME]);
    name.scope = "row";
    if (s[REPORTS].length) {
      name.append(element("a", s[NAME]));
      name.firstChild.href = `reports/${s[REPORTS][0]}`;
    }
    if (s[REASON]) name.append(element("br"), element("span", `skipped: ${s[REASON]}`, "quiet"));
    const links = element("td");
    for (const report of s[REPORTS]) {
      const ending = report.slice(report.lastIndexOf(".") + 1);
      const link = element("a", ending);
      link.href = `reports/${report}`;
      link.setAttribute("aria-label", `${ending} of story ${s[NUMBER]}`);
      links.append(link, " ");
    }
    made.append(element("td", s[NUMBER], "n"), name, element("td", s[OUTLETS]), ...s.slice(3, 7).map((n) => element("td", n, "n")), links);
    return made;
  };
  const draw = () => {
    table.tBodies[0].replaceChildren(...found.slice(first, first + SHOWN).map((at) => row(all[at])));
    const last = Math.min(first + SHOWN, found.length);
    form.querySelector("output").textContent = `${found.length.toLocaleString()} of ${all.length.toLocaleString()} stories`;
    table.caption.textContent = found.length ? `Stories ${first + 1} to ${last} of ${found.length} found` : "No story found";
    [before.disabled, next.disabled] = [first === 0, last === found.length];
    more.hidden = found.length <= SHOWN;
  };
  const choose = () => {
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const which = form.elements.which.value;
    const wanted = { "": () => true, conflicts: (s) => s[CONFLICTS], checks: (s) => s[CHECKS], skipped: (s) => s[REASON] }[which];
    found = [...all.keys()].filter((at) => wanted(all[at]) && words.every((word) => haystack[at].includes(word)));
    const order = column === NAME || column === OUTLETS
      ? (a, b) => compared(all[a][column], all[b][column])
      : (a, b) => all[a][column] - all[b][column];
    found.sort((a, b) => (up ? order(a, b) : order(b, a)) || a - b);
    first = 0;
    draw();
  };
  for (const head of heads) {
    const button = element("button", head.textContent);
    button.type = "button";
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const at = Number(head.dataset.column);
      // counts begin with the greatest, which is what one looks for
      up = at === column ? !up : at < 3;
      column = at;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      choose();
    });
  }
  before.addEventListener("click", () => { first = Math.max(0, first - SHOWN); draw(); });
  next.addEventListener("click", () => { first += SHOWN; draw(); table.scrollIntoView(); });
  form.addEventListener("input", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  document.querySelector("nav.pages")?.setAttribute("hidden", "");
  choose();
})();

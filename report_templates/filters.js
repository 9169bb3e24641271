"use strict";
// Every finding is shown without this script; with it a reader can choose which. It asks for nothing and keeps nothing.
(() => {
  const form = document.querySelector("form.filters");
  const found = [...document.querySelectorAll("[data-kind]")];
  const blocks = [...document.querySelectorAll("article.block")];
  const apply = () => {
    const [kind, level, version] = ["kind", "level", "version"].map((name) => form.elements[name].value);
    for (const f of found) {
      f.hidden = (kind && f.dataset.kind !== kind) || (level && f.dataset.level !== level)
        || (version && !f.dataset.versions.split(" ").includes(version));
    }
    for (const b of blocks) {
      b.hidden = Boolean(kind || level || version) && !b.querySelector("[data-kind]:not([hidden])");
    }
    form.querySelector("output").textContent = `${found.filter((f) => !f.hidden).length} / ${found.length}`;
  };
  // a link to a finding that is filtered out must still lead to it
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
  });
  form.addEventListener("change", apply);
  form.hidden = false;
  apply();
})();

"use strict";
// The page is whole without this: it only adds the filter and the keys.
(() => {
  const claims = [...document.querySelectorAll(".claim")];
  const filter = document.getElementById("filter");
  const shown = document.getElementById("shown");
  let at = -1;

  const visible = () => claims.filter((claim) => !claim.hidden);

  const go = (step) => {
    const open = visible();
    if (!open.length) return;
    at = Math.min(Math.max(at + step, 0), open.length - 1);
    open[at].focus({ preventScroll: true });
    open[at].scrollIntoView({ block: "start" });
  };

  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const claim of claims) {
      const text = claim.textContent.toLowerCase();
      claim.hidden = !words.every((word) => text.includes(word));
    }
    at = -1;
    shown.textContent = `${visible().length} of ${claims.length} claims`;
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === filter) {
      if (event.key === "Escape") { filter.value = ""; filter.dispatchEvent(new Event("input")); filter.blur(); }
      return;
    }
    if (event.key === "/") { event.preventDefault(); filter.focus(); }
    else if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "o") {
      const all = document.activeElement.querySelectorAll?.("details") ?? [];
      const open = [...all].some((one) => !one.open);
      for (const one of all) one.open = open;
    }
  });

  // A link to a report opens its text, or it would lead to a closed box.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const box = target?.querySelector(".fulltext") ?? target?.closest("details");
    if (box) { box.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => { for (const one of document.querySelectorAll("details:not(.fulltext)")) one.open = true; });
  reveal();
})();

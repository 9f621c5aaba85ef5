"use strict";
// Narrows, sorts and lights up what is already on the page. Everything can be read without it.
(() => {
  const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, " ").toLowerCase();
  const by = (id) => document.getElementById(id);
  const table = by("table");

  function light(id) {
    for (const lit of document.querySelectorAll(".here")) lit.classList.remove("here");
    if (!id) return;
    for (const span of document.querySelectorAll(`[data-s~="${CSS.escape(id)}"]`)) span.classList.add("here");
    by("at-" + id)?.classList.add("here");
    by("row-" + id)?.classList.add("here");
  }

  function arrive() {
    const target = by(decodeURIComponent(location.hash.slice(1)));
    const found = /^(?:at-|row-)?(s\d+)$/.exec(target?.id ?? "");
    light(found?.[1]);
    if (!target) return;
    if (target.closest("tr")?.hidden) reset();
    const folded = target.closest("details");
    if (folded) folded.open = true;
    if (target.matches("tr")) { target.tabIndex = -1; target.focus({ preventScroll: true }); }
    settle(target, 8);
  }
  // What comes into sight is laid out only then and moves its neighbours: go there again until it stays.
  function settle(target, tries, before = NaN) {
    // A mark keeps its own distance from the top, so that the same words come before it as without this script.
    target.scrollIntoView({ block: target.matches("section, .mark, .mark *") ? "start" : "center" });
    const now = target.getBoundingClientRect().top;
    if (tries && Math.abs(now - before) !== 0) requestAnimationFrame(() => settle(target, tries - 1, now));
  }
  addEventListener("hashchange", arrive);
  if (!table) { arrive(); return; }

  const body = table.tBodies[0], rows = [...body.rows], form = by("controls"), input = by("words"), report = by("report");
  const items = rows.map((row, order) => ({ row, order, act: row.dataset.a, report: row.dataset.r, words: null }));
  const boxes = [...form.querySelectorAll("[name=act]")];

  // "two words" in quotation marks stay together; every term must begin some word of the row.
  const finders = (query) => [...query.matchAll(/"([^"]+)"|(\S+)/g)].map((found) => (found[1] ?? found[2]).replaceAll('"', "").trim())
    .filter(Boolean).map((term) => {
      const start = /^[\p{Script=Latin}\p{N}]/u.test(term) ? "(?<![\\p{L}\\p{N}])" : "";
      return new RegExp(start + term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "u");
    });

  function narrow() {
    const wanted = finders(fold(input.value)), acts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const item of items) {
      const fits = (!report.value || item.report === report.value) && (!acts.size || acts.has(item.act))
        && wanted.every((finder) => finder.test(item.words ??= fold([...item.row.cells].map((cell) => cell.textContent).join(" "))));
      if (item.row.hidden === fits) item.row.hidden = !fits;
      count += fits;
    }
    by("count").textContent = (count ? "" : "Nothing matches: ") + `${count.toLocaleString("en")} of ${items.length.toLocaleString("en")} statements`;
    const none = by("none"), query = input.value.trim();
    none.hidden = count > 0;
    if (!count) {
      none.textContent = `No statement ${query ? `matches \u201c${query}\u201d` : "matches"}${acts.size || report.value ? " with these choices" : ""}. `
        + "Only this table is searched, not the reports\u2019 texts. \u201cShow all\u201d above brings every statement back.";
    }
  }
  // What was found starts in the upper half of what a keyboard on the screen leaves free; the words typed stay right above it.
  function reveal() {
    const top = (rows.every((row) => row.hidden) ? by("none") : body).getBoundingClientRect().top;
    const seen = window.visualViewport?.height ?? innerHeight, wanted = seen / 2;
    if (top < 0 || top > wanted) scrollBy(0, top - wanted);
  }
  let soon = 0;
  form.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(() => { narrow(); reveal(); }, items.length > 2000 ? 150 : 0); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(narrow));
  function reset() { form.reset(); narrow(); }

  for (const teller of document.querySelectorAll(".teller")) {
    teller.addEventListener("click", (event) => {
      event.preventDefault();
      reset();
      input.value = `"${teller.dataset.q.replaceAll('"', "")}"`;
      narrow();
      reveal();
      input.focus({ preventScroll: true });
    });
  }

  const collator = new Intl.Collator("en", { numeric: true });
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = "sort";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const down = heading.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keys = new Map(items.map((item) => [item, column === 0 ? "" : fold(item.row.cells[column].textContent)]));
      const sorted = [...items].sort((a, b) => collator.compare(keys.get(a), keys.get(b)) || a.order - b.order);
      if (down) sorted.reverse();
      body.append(...sorted.map((item) => item.row));
    });
  });

  // With a mouse the whole row leads to its place, unless words are being marked or a link was meant.
  body.addEventListener("click", (event) => {
    if (event.target.closest("a") || String(getSelection())) return;
    event.target.closest("tr")?.querySelector(".no a").click();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) arrive();
  });
  form.hidden = false;
  narrow();
  if (location.hash) arrive();
})();

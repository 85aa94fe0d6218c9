// Keys. What they are stands in the page: any element with data-key="a" (or "g i") is pressed by them,
// a field is focused, and data-move="1" moves to the next card. `?` lists what the page declares.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const cards = () => all("[data-card]");
  const current = () => document.querySelector('[data-card][aria-current="true"]');
  let place = 0;
  let waitingFor = "";
  let timer = 0;

  function select(card, { focus = true } = {}) {
    cards().forEach((c) => c.removeAttribute("aria-current"));
    if (!card) return;
    card.setAttribute("aria-current", "true");
    place = cards().indexOf(card);
    if (focus) {
      card.focus({ preventScroll: true });
      const { top, bottom } = card.getBoundingClientRect();
      if (top < 8 || bottom > innerHeight - 8) card.scrollIntoView({ block: bottom - top > innerHeight - 80 ? "start" : "nearest" });
    }
  }

  // After a swap the card that took the place of the one decided is the next to decide.
  function settle(focus) {
    const list = cards();
    if (!list.length) return;
    const kept = current();
    select(kept && list.indexOf(kept) === place ? kept : list[Math.min(place, list.length - 1)], { focus });
    count();
  }

  function count() {
    const several = document.getElementById("several");
    if (several) several.classList.toggle("any", all('input[name="id"][form="several"]:checked').length > 0);
  }

  function declared(key) {
    const card = current();
    const shown = (e) => e.matches("[data-move]") || e.offsetParent !== null || e.closest(".unseen-form");
    const of = (from) => all("[data-key]", from).find((e) => e.dataset.key === key && shown(e));
    return (card && of(card)) || all("[data-key]").find((e) => e.dataset.key === key && shown(e) && !e.closest("[data-card]")) || of(document);
  }

  function press(element) {
    if (element.dataset.move) {
      const list = cards();
      const next = list[Math.max(0, Math.min(list.length - 1, place + Number(element.dataset.move)))];
      if (next) select(next);
    } else if (element.matches("input:not([type=checkbox]), textarea")) {
      element.focus();
    } else {
      const card = element.closest("[data-card]");
      if (card && element.name === "choice") card.classList.add("going");
      element.click();
    }
  }

  function says(element) {
    return (element.dataset.keySays || element.getAttribute("aria-label") || element.querySelector("span:not(.unseen)")?.textContent || element.textContent).trim().replace(/\s+/g, " ");
  }

  function help() {
    const list = document.getElementById("help-keys");
    const seen = new Map();
    all("[data-key]").forEach((e) => seen.has(e.dataset.key) || seen.set(e.dataset.key, says(e)));
    list.replaceChildren(...[...seen].flatMap(([keys, text]) => {
      const dt = document.createElement("dt");
      keys.split(" ").forEach((k) => dt.append(Object.assign(document.createElement("kbd"), { textContent: k }), " "));
      return [dt, Object.assign(document.createElement("dd"), { textContent: text })];
    }));
    document.getElementById("help").showModal();
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    if (typing && event.key === "Escape") return event.target.blur();
    if (typing || document.querySelector("dialog[open]")) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      const undo = declared("u");
      if (undo) { event.preventDefault(); press(undo); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1 && document.documentElement.dataset.keys === "off") return;
    // Enter on a button or link is that button's; Enter on a card opens it.
    if (event.key === "Enter" && !event.target.matches("body, main, [data-card]")) return;
    const keys = waitingFor + event.key;
    waitingFor = "";
    clearTimeout(timer);
    const found = declared(keys);
    if (found) { event.preventDefault(); press(found); return; }
    if (all("[data-key]").some((e) => e.dataset.key.startsWith(`${keys} `))) {
      waitingFor = `${keys} `;
      timer = setTimeout(() => { waitingFor = ""; }, 1200);
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-help]")) help();
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      const from = document.getElementById(copy.dataset.copy) ?? copy.parentElement.querySelector("span");
      navigator.clipboard.writeText(from.value ?? from.textContent);
      const { copied } = copy.dataset;
      const label = copy.textContent;
      if (copied && label !== copied) {
        copy.textContent = copied;
        setTimeout(() => { copy.textContent = label; }, 1500);
      }
    }
    const card = event.target.closest("[data-card]");
    if (card) select(card, { focus: false });
  });
  document.addEventListener("change", count);
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest("[data-card]");
    if (card) select(card, { focus: false });
  });
  document.addEventListener("htmx:after:swap", () => settle(!document.activeElement || document.activeElement === document.body || !!document.activeElement.closest("[data-card]")));
  settle(false);
})();

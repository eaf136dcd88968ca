// Beffroi: what the pages do beside links and forms. Everything here adds to a page that works
// without it. No dependency, no build. Typed text is kept in this browser only until the server
// has acknowledged it.
"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const PREFIX = "beffroi:";
  const DAY = 24 * 3600 * 1000;

  // ── Keeping what is typed ────────────────────────────────────────────────
  const store = {
    get(key) { try { return JSON.parse(localStorage.getItem(PREFIX + key)); } catch { return null; } },
    set(key, text) { try { localStorage.setItem(PREFIX + key, JSON.stringify({ text, at: Date.now() })); return true; } catch { return false; } },
    drop(key) { try { localStorage.removeItem(PREFIX + key); } catch { /* storage refused: nothing is kept */ } },
    keys() { try { return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)); } catch { return []; } },
  };
  const forgetOld = () => store.keys().forEach((key) => { if (Date.now() - (store.get(key)?.at ?? 0) > 7 * DAY) store.drop(key); });
  const debounce = (work, delay) => { let timer; return () => { clearTimeout(timer); timer = setTimeout(work, delay); }; };
  const clock = () => new Date().toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" }).replace(":", "\u00a0h\u00a0");

  function say(place, words, trouble = false) {
    if (!place) return;
    place.textContent = words;
    place.classList.toggle("trouble", trouble);
  }

  async function send(form, area, key, note) {
    const text = area.value;
    const body = new FormData();
    body.set("csrfmiddlewaretoken", $("[name=csrfmiddlewaretoken]", form).value);
    body.set("texte", text);
    body.set("version", form.dataset.version ?? "");
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body, redirect: "error", headers: { "X-Requested-With": "fetch" } });
      if (!answer.ok) throw new Error(String(answer.status));
      if (area.value === text) store.drop(key);
      say(note, `Saisie enregistrée à ${clock()}.`);
    } catch {
      const kept = store.set(key, area.value);
      say(note, kept
        ? "Le serveur ne répond pas, ou votre session a expiré. Votre texte est gardé dans ce navigateur\u202f; reconnectez-vous dans un autre onglet, puis continuez ici."
        : "Le serveur ne répond pas. Copiez votre texte avant de fermer cette page.", true);
    }
  }

  function autosave(form) {
    const area = $("textarea", form), key = form.dataset.keep, note = $(".saved", form);
    const kept = store.get(key);
    if (kept && kept.text !== area.value) {
      area.value = kept.text;
      say(note, "Nous avons retrouvé votre dernière saisie dans ce navigateur.");
    }
    const later = debounce(() => send(form, area, key, note), 900);
    area.addEventListener("input", () => { store.set(key, area.value); later(); });
    form.addEventListener("submit", (event) => (event.submitter?.name === "abandonner" ? store.drop(key) : store.set(key, area.value)));
  }

  function keep(form) {
    const area = $("textarea", form), key = form.dataset.keep, note = $(".saved", form);
    const kept = store.get(key);
    if (kept && kept.text && !area.value) {
      area.value = kept.text;
      say(note, "Nous avons retrouvé le texte que vous aviez commencé.");
    }
    area.addEventListener("input", debounce(() => (area.value ? store.set(key, area.value) : store.drop(key)), 300));
    form.addEventListener("submit", () => area.value && store.set(key, area.value));
  }

  // ── Dropping a file ──────────────────────────────────────────────────────
  function drop(zone) {
    const input = $("input[type=file]", zone), name = $("[data-chosen]", zone);
    const show = () => { name.textContent = input.files.length > 1 ? `${input.files.length}\u00a0fichiers choisis` : input.files.length ? `Fichier choisi\u00a0: ${input.files[0].name}` : ""; };
    input.addEventListener("change", show);
    ["dragenter", "dragover"].forEach((event) => zone.addEventListener(event, (e) => { e.preventDefault(); zone.classList.add("over"); }));
    ["dragleave", "drop"].forEach((event) => zone.addEventListener(event, () => zone.classList.remove("over")));
    zone.addEventListener("drop", (e) => {
      if (!e.dataTransfer?.files.length) return;
      e.preventDefault();
      input.files = e.dataTransfer.files;
      show();
    });
  }

  // ── The workbench: a click on a point shows it in both texts ─────────────
  function light(number) {
    $$(".lit").forEach((lit) => lit.classList.remove("lit"));
    const together = $$(`[data-point~="${CSS.escape(number)}"]`);
    together.forEach((one) => one.classList.add("lit"));
    ["origine", "brouillon", "points"].forEach((part) => {
      const first = $(`#${part} [data-point~="${CSS.escape(number)}"]`);
      const box = first?.closest("[data-scroll]");
      if (box && box.scrollHeight > box.clientHeight) {
        const offset = first.getBoundingClientRect().top - box.getBoundingClientRect().top;
        box.scrollTop += offset - box.clientHeight / 3;
      } else first?.scrollIntoView({ block: "nearest" });
    });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-show]");
    if (!link) return;
    event.preventDefault();
    light(link.dataset.show);
    $(link.getAttribute("href"))?.focus({ preventScroll: true });
  });

  // ── A draft being written ────────────────────────────────────────────────
  const count = (number, one, many) => `${number}\u00a0${number >= 2 ? many : one}`;
  const lasting = (seconds) => (seconds < 90 ? count(Math.max(5, Math.round(seconds / 5) * 5), "seconde", "secondes") : count(Math.round(seconds / 60), "minute", "minutes"));

  function stream(box) {
    const text = $("[data-text]", box), label = $("[data-label]", box), bar = $("progress", box), left = $("[data-left]", box);
    const began = Date.now() - 1000 * parseFloat(box.dataset.elapsed || "0");
    const source = new EventSource(box.dataset.stream);
    const at = (event, work) => source.addEventListener(event, (e) => work(JSON.parse(e.data)));
    let line = null;
    // One element a line, laid out as the finished page will be: titles, items, bold.
    const lay = (piece) => {
      if (!line) { line = document.createElement("p"); line.raw = ""; text.append(line); }
      line.raw += piece;
      const title = /^(#{1,6}) +/.exec(line.raw), item = /^[-•–] +/.exec(line.raw);
      const bare = line.raw.slice((title || item || [""])[0].length);
      line.className = title ? `strong level-${title[1].length}` : item ? "item" : "";
      line.replaceChildren(...bare.split(/\*\*(?=\S)([^*]+?)\*\*/).map((words, rank) => {
        if (rank % 2 === 0) return words;
        const bold = document.createElement("strong");
        bold.textContent = words;
        return bold;
      }));
    };
    const write = (words, whole) => {
      const follow = text.scrollHeight - text.scrollTop - text.clientHeight < 60;
      if (whole) { text.replaceChildren(); line = null; }
      words.split("\n").forEach((piece, rank) => { if (rank) line = null; if (piece) lay(piece); });
      if (follow) text.scrollTop = text.scrollHeight;
    };
    text.replaceChildren();
    at("piece", (data) => write(data.text, false));
    at("replace", (data) => write(data.text, true));
    let step = null;
    const tell = () => {
      if (!step) return;
      const spent = (Date.now() - began) / 1000, rest = (step.spent / step.done) * (step.total - step.done) - (spent - step.spent);
      const where = step.done ? `${step.done} sur ${step.total}, ` : "";
      left.textContent = !step.done ? `Depuis ${lasting(spent)}.` : rest > 2 ? `${where}encore ${lasting(rest)} environ.` : `${where}encore un instant.`;
    };
    at("progress", ({ label: words, done, total }) => {
      if (words && label.textContent !== words) label.textContent = words;
      if (!total) return;
      bar.max = total;
      bar.value = done;
      step = { done, total, spent: (Date.now() - began) / 1000 };
      tell();
    });
    setInterval(tell, 5000);
    at("end", () => { source.close(); text.classList.add("done"); location.reload(); });
    source.onerror = () => { left.textContent = "La liaison est coupée. Le travail continue sur le serveur\u202f; cette page se raccroche d’elle-même."; };
  }

  // ── Starting ─────────────────────────────────────────────────────────────
  const once = (element, work) => { if (!element.dataset.ready) { element.dataset.ready = "1"; work(element); } };
  function start(root) {
    $$("[data-forget]", root).forEach((one) => store.drop(one.dataset.forget));
    $$("form[data-autosave]", root).forEach((one) => once(one, autosave));
    $$("form[data-keep]:not([data-autosave])", root).forEach((one) => once(one, keep));
    $$("[data-drop]", root).forEach((one) => once(one, drop));
    $$("[data-stream]", root).forEach((one) => once(one, stream));
    $$("[data-print]", root).forEach((one) => once(one, (button) => { button.hidden = false; button.addEventListener("click", () => print()); }));
    $$("form[data-leaving]", root).forEach((one) => once(one, (form) => form.addEventListener("submit", () => store.keys().forEach(store.drop))));
  }
  forgetOld();
  start(document);
  document.addEventListener("htmx:load", (event) => start(event.detail.elt));
  // A partial answer that fails must not be silent: the whole page is asked for instead.
  ["htmx:responseError", "htmx:sendError"].forEach((event) => document.addEventListener(event, () => {
    const place = $("#alerte");
    if (place) { place.hidden = false; place.textContent = "Le serveur n’a pas répondu. Rien n’est perdu\u00a0: réessayez, ou rechargez la page."; }
  }));
})();

// Une réponse qui vient : la page redemande l’échange à chaque nouvelle de son travail, et le met
// à sa place. Sans ce script, la page se recharge d’elle-même.
"use strict";
(() => {
  const follow = (article) => {
    const source = new EventSource(article.dataset.follow);
    const address = article.dataset.fragment;
    let asked = false, again = false, over = false;
    const refresh = async () => {
      if (asked) { again = true; return; }
      asked = true;
      try {
        const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" } });
        if (answer.ok && !answer.redirected) put(await answer.text());
      } catch { /* la liaison est coupée : le flux se raccroche et redemandera */ }
      asked = false;
      if (again) { again = false; refresh(); }
    };
    const put = (html) => {
      const fresh = new DOMParser().parseFromString(html, "text/html").querySelector(".exchange");
      if (!fresh) return;
      const kept = document.activeElement;
      const inside = article.contains(kept) ? kept.closest("[id]")?.id : "";
      article.replaceChildren(...fresh.childNodes);
      if (over) ["data-follow", "data-fragment"].forEach((name) => article.removeAttribute(name));
      const back = over ? document.getElementById(`q${article.id.slice(1)}`) : null;
      if (inside) (document.getElementById(inside) ?? back)?.focus({ preventScroll: true });
    };
    ["progress", "piece", "replace"].forEach((name) => source.addEventListener(name, refresh));
    source.addEventListener("end", () => { over = true; source.close(); refresh(); });
  };
  document.querySelectorAll("[data-follow]").forEach(follow);
})();

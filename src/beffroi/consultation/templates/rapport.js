(function () {
  "use strict";
  var field = document.getElementById("mot"), told = document.getElementById("compte"), all = document.getElementById("tout");
  var figures = JSON.parse(document.getElementById("figures").textContent);
  var rows = [].slice.call(document.querySelectorAll("#liste > li"));
  var plain = function (text) { return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’']/g, " "); };
  var words = rows.map(function (row) { return " " + plain(row.querySelector(".dit").textContent).replace(/[^a-z0-9]+/g, " "); });
  var kinds = rows.map(function (row) { return " " + row.dataset.k + " "; });
  var said = function (n) { return n + (n > 1 ? " réponses" : " réponse"); };
  function show(test, tell) {
    var n = 0;
    rows.forEach(function (row, i) { row.hidden = !test(i); if (!row.hidden) n += 1; });
    told.textContent = tell(n);
    all.hidden = n === rows.length;
  }
  function everything() { show(function () { return true; }, function () { return ""; }); }
  function search() {
    var asked = plain(field.value).split(/[^a-z0-9]+/).filter(Boolean);
    if (!asked.length) return everything();
    show(function (i) { return asked.every(function (word) { return words[i].indexOf(" " + word) >= 0; }); },
      function (n) { return n ? said(n) + (asked.length > 1 ? " avec ces mots." : " avec ce mot.") : "Aucune réponse avec " + (asked.length > 1 ? "ces mots" : "ce mot") + ". Essayez-en un autre."; });
  }
  function figure(kind) {
    var known = figures[kind] || [kind, 0];
    show(function (i) { return kinds[i].indexOf(" " + kind + " ") >= 0; }, function (n) {
      return known[0] + "\u00a0: " + said(n) + (n < known[1] ? " sur " + known[1] + ". Les autres sont dans le fichier des données ouvertes." : ".");
    });
  }
  function like(row) {
    var item = document.getElementById("r" + row), near = item ? item.dataset.p.split(" ") : [];
    show(function (i) { return rows[i].id === "r" + row || near.indexOf(rows[i].id.slice(1)) >= 0; },
      function () { return "La réponse " + row + " et celles dont le sens est le plus proche."; });
  }
  function follow() {
    var hash = decodeURIComponent(location.hash.slice(1)), parts = hash.split("/");
    if (parts[0] !== "voir" && parts[0] !== "proches") {
      if (/^r\d+$/.test(hash)) { everything(); var target = document.getElementById(hash); if (target) target.scrollIntoView(); }
      return;
    }
    field.value = "";
    if (parts[0] === "voir") figure(parts.slice(1).join("/")); else like(parts[1]);
    document.getElementById("reponses").scrollIntoView();
    told.focus({ preventScroll: true });
  }
  field.addEventListener("input", search);
  all.addEventListener("click", function () { field.value = ""; everything(); history.replaceState(null, "", "#reponses"); field.focus(); });
  window.addEventListener("hashchange", follow);
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) { event.preventDefault(); follow(); }
  });
  follow();
})();

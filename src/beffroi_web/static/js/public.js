// The page of inhabitants works without this. Here only: hearing the answer with the voice of the
// visitor's own browser. Nothing is stored, nothing is sent.
"use strict";
(() => {
  const button = document.getElementById("ecouter");
  const text = document.getElementById("texte-reponse");
  if (!button || !text || !("speechSynthesis" in window)) return;
  const begin = button.textContent;
  const rest = () => { button.textContent = begin; button.setAttribute("aria-pressed", "false"); };
  button.hidden = false;
  rest();
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) { speechSynthesis.cancel(); rest(); return; }
    const said = new SpeechSynthesisUtterance(text.innerText);
    said.lang = "fr-FR";
    said.rate = 0.95;
    said.onend = said.onerror = rest;
    button.textContent = button.dataset.arreter;
    button.setAttribute("aria-pressed", "true");
    speechSynthesis.speak(said);
  });
  window.addEventListener("pagehide", () => speechSynthesis.cancel());
})();

// « Masquer la sélection » : ce qui est sélectionné dans le texte s’ajoute aux passages à masquer.
const watched = new AbortController();
function selectable(within) {
  within.querySelectorAll("[data-add-selection]").forEach((button) => {
    const form = button.closest("form");
    const field = form.querySelector("#" + button.dataset.addSelection);
    const text = form.querySelector("[data-select]") || document.querySelector("[data-select]");
    const show = () => {
      const selection = document.getSelection();
      const chosen = selection.toString().trim();
      button.hidden = !chosen || !text.contains(selection.anchorNode);
      if (!button.hidden) button.dataset.chosen = chosen;
    };
    document.addEventListener("selectionchange", show, { signal: watched.signal });
    show(); // une sélection faite avant l’arrivée de ce script compte aussi
    button.addEventListener("click", () => {
      field.value = [field.value.trim(), button.dataset.chosen].filter(Boolean).join("\n");
      form.requestSubmit();
    });
  });
}
selectable(document);

// La relecture avant l’envoi s’ouvre au-dessus de la page. Sans script, c’est une page entre deux.
function dialogOf() {
  let dialog = document.querySelector("dialog[data-sending]");
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.dataset.sending = "";
    dialog.className = "sending";
    dialog.setAttribute("aria-labelledby", "titre-relecture");
    document.body.append(dialog);
  }
  return dialog;
}
async function ask(form, button) {
  const answer = await fetch(form.action || location.href, { method: "POST", body: new FormData(form, button) });
  if (answer.redirected) { location.assign(answer.url); return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const review = page.querySelector("[data-review]");
  if (!answer.ok || !review) { form.removeAttribute("data-dialog"); form.requestSubmit(button); return; }
  const dialog = dialogOf();
  const back = document.createElement("button");
  back.type = "button";
  back.className = "button quiet";
  back.textContent = "Revenir à mes réponses";
  back.addEventListener("click", () => dialog.close());
  review.querySelector(".crumb").replaceChildren(back);
  dialog.replaceChildren(review);
  const inner = review.querySelector("form");
  inner.dataset.dialog = "";
  listen(inner);
  selectable(review);
  if (!dialog.open) dialog.showModal();
  review.querySelector("h1").focus();
}
function listen(form) {
  form.addEventListener("submit", (event) => {
    if (!form.hasAttribute("data-dialog") || !window.HTMLDialogElement) return;
    event.preventDefault();
    const button = event.submitter;
    button?.setAttribute("aria-busy", "true");
    ask(form, button)
      .catch(() => { form.removeAttribute("data-dialog"); form.requestSubmit(button); })
      .finally(() => button?.removeAttribute("aria-busy"));
  });
}
document.querySelectorAll("form[data-dialog]").forEach(listen);

// « Masquer la sélection » : ce qui est sélectionné dans le texte s’ajoute aux passages à masquer.
document.querySelectorAll("[data-add-selection]").forEach((button) => {
  const field = document.getElementById(button.dataset.addSelection);
  const text = document.querySelector("[data-select]");
  const show = () => {
    const selection = document.getSelection();
    const chosen = selection.toString().trim();
    button.hidden = !chosen || !text.contains(selection.anchorNode);
    if (!button.hidden) button.dataset.chosen = chosen;
  };
  document.addEventListener("selectionchange", show);
  show(); // une sélection faite avant l’arrivée de ce script compte aussi
  button.addEventListener("click", () => {
    field.value = [field.value.trim(), button.dataset.chosen].filter(Boolean).join("\n");
    button.closest("form").requestSubmit();
  });
});

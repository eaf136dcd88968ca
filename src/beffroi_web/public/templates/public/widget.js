(() => {
  "use strict";
  const allowed = [{% for origin in origins %}"{{ origin|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
  const here = document.currentScript;
  const put = (node) => { if (here) here.after(node); else document.body.append(node); };
  if (!allowed.includes(location.origin)) {
    const said = document.createElement("p");
    said.textContent = "Ce site n’est pas encore autorisé à afficher la page des questions : ajoutez son adresse dans Beffroi, « Réglages », « Page publique ».";
    put(said);
    return;
  }
  const frame = document.createElement("iframe");
  frame.src = "{{ address|escapejs }}";
  frame.title = "{{ title|escapejs }}";
  frame.loading = "lazy";
  frame.style.cssText = "width:100%;height:44rem;border:0;color-scheme:normal";
  put(frame);
})();

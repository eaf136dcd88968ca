(() => {
  "use strict";
  const frame = document.createElement("iframe");
  frame.src = "{{ address|escapejs }}";
  frame.title = "{{ title|escapejs }}";
  frame.loading = "lazy";
  frame.style.cssText = "width:100%;height:44rem;border:0;color-scheme:normal";
  const here = document.currentScript;
  if (here) here.after(frame); else document.body.append(frame);
})();

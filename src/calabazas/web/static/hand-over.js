// Paste or drop anywhere: what was on the clipboard, or the files, goes into the plain forms at the end of the page.
"use strict";
(() => {
  const inField = (target) => target.closest && target.closest("input, textarea, [contenteditable]");

  document.addEventListener("paste", (event) => {
    if (inField(event.target) && !event.clipboardData.files.length) return;
    const form = document.getElementById("pasted");
    const html = event.clipboardData.getData("text/html");
    const text = event.clipboardData.getData("text/plain");
    if (event.clipboardData.files.length) {
      event.preventDefault();
      sendFiles(event.clipboardData.files);
    } else if (html || text) {
      event.preventDefault();
      form.elements.html.value = html;
      form.elements.text.value = text;
      form.submit();
    }
  });

  function sendFiles(files) {
    const form = document.getElementById("dropped");
    form.elements.file.files = files;
    form.submit();
  }

  const sign = document.getElementById("drop");
  const carriesFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    sign.hidden = false;
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) sign.hidden = true; });
  document.addEventListener("drop", (event) => {
    sign.hidden = true;
    if (!carriesFiles(event) || !event.dataTransfer.files.length) return;
    event.preventDefault();
    sendFiles(event.dataTransfer.files);
  });
})();

// Reads a part of the page aloud: <button data-read="#id" hidden>. Without this file, or in a browser without a voice, the button stays away.
'use strict';
(() => {
  const voice = globalThis.speechSynthesis;
  if (!voice || !globalThis.SpeechSynthesisUtterance) return;
  const parts = 'h1, h2, h3, h4, legend, p, li, blockquote, dt, dd, label';
  let playing = null;
  let run = 0;

  const stop = () => {
    run += 1;
    voice.cancel();
    if (playing) {
      playing.textContent = playing.dataset.word;
      playing.setAttribute('aria-pressed', 'false');
    }
    playing = null;
  };

  // Innermost parts only, so that nothing is said twice; buttons, links to act and what only a screen reader says are left out.
  const sentences = (root) => [...root.querySelectorAll(parts)]
    .filter((part) => !part.querySelector(parts) && !part.closest('[hidden], [data-silent], .sr, details:not([open])'))
    .map((part) => {
      const copy = part.cloneNode(true);
      for (const silent of copy.querySelectorAll('.sr, [hidden], button, svg')) silent.remove();
      return copy.textContent.replace(/\s+/g, ' ').trim();
    })
    .filter((text) => text.length > 0);

  for (const button of document.querySelectorAll('button[data-read]')) {
    const root = document.querySelector(button.dataset.read);
    if (!root) continue;
    button.dataset.word = button.textContent.trim();
    button.setAttribute('aria-pressed', 'false');
    button.hidden = false;
    button.addEventListener('click', () => {
      const again = playing === button;
      stop();
      if (again) return;
      playing = button;
      button.textContent = 'Stop met voorlezen';
      if (document.documentElement.lang === 'en') button.textContent = 'Stop reading';
      button.setAttribute('aria-pressed', 'true');
      const mine = run;
      const texts = sentences(root);
      texts.forEach((text, at) => {
        // One sentence a time: long texts are cut off by some browsers.
        const said = new SpeechSynthesisUtterance(text);
        said.lang = (root.closest('[lang]')?.lang ?? 'nl') === 'en' ? 'en-GB' : 'nl-NL';
        said.rate = 0.95;
        if (at === texts.length - 1) said.onend = () => { if (mine === run) stop(); };
        voice.speak(said);
      });
      if (texts.length === 0) stop();
    });
  }

  addEventListener('pagehide', stop);
})();

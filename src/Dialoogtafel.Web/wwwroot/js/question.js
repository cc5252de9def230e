// One question: saves by itself and reads aloud. Without script the buttons do all of it.
(() => {
  const form = document.querySelector('form[data-question]');
  const said = form.querySelector('[data-said]');
  const field = name => form.elements.namedItem('Form.' + name);
  // At most two seconds of typing are ever lost: a save leaves after one and a half, so that it has half a second to arrive.
  const Calm = 1000, Longest = 1500, Again = 3000, Longer = 4;

  if (said) {
    let since = 0, timer = 0, dirty = false, heard = 0, refused = 0, cutOff = false, pressed = null, goesOn = false;
    said.textContent = form.dataset.auto;

    const save = async () => {
      clearTimeout(timer);
      since = 0;
      dirty = false;
      const turn = ++field('Turn').value;
      const body = new URLSearchParams(new FormData(form));
      try {
        const answer = await fetch(form.action, { method: 'POST', body, keepalive: true, headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(20000) });
        if (!answer.ok) throw answer;
        const { served, say } = await answer.json();
        cutOff = false;
        // An earlier save that is answered later says nothing new.
        if (turn < heard) return;
        heard = turn;
        refused = 0;
        if (served) field('Served').value = served;
        if (!dirty) said.textContent = say;
        goesOn = pressed !== null;
        if (goesOn) form.requestSubmit(pressed);
      } catch (failure) {
        const isRefused = failure instanceof Response;
        said.textContent = isRefused ? form.dataset.lost : form.dataset.waiting;
        dirty = true;
        cutOff = failure instanceof TypeError || failure.name === 'TimeoutError';
        refused = isRefused ? refused + 1 : 0;
        if (isRefused) await renew();
        clearTimeout(timer);
        // Never given up, because she was told to leave the page open; only less and less often.
        timer = setTimeout(save, Again * 2 ** Math.min(Longer, Math.max(0, refused - 1)));
      }
    };

    // The cookies went and came back by the mailed link: the form needs the token that belongs to the new ones.
    const renew = async () => {
      try {
        const page = new DOMParser().parseFromString(await (await fetch(form.action)).text(), 'text/html');
        const token = page.querySelector('form[data-question] [name=__RequestVerificationToken]');
        if (token) form.elements.namedItem(token.name).value = token.value;
      } catch { /* Tried again with the next save. */ }
    };

    const later = () => {
      const now = performance.now();
      since ||= now;
      dirty = true;
      refused = 0;
      clearTimeout(timer);
      timer = setTimeout(save, Math.max(0, Math.min(Calm, since + Longest - now)));
    };
    const leave = () => { if (dirty) save(); };

    form.addEventListener('input', event => event.target.type === 'radio' ? save() : later());
    form.addEventListener('submit', event => {
      // Without a connection the next page would be the browser's own, and what stands here gone: it stays, and goes on when it is saved.
      if ((cutOff || !navigator.onLine) && !goesOn) {
        event.preventDefault();
        pressed = event.submitter;
        save();
        return;
      }
      clearTimeout(timer);
      dirty = false;
      ++field('Turn').value;
    });
    addEventListener('online', leave);
    addEventListener('pagehide', leave);
    // Also when she comes back to it, with a new cookie perhaps.
    document.addEventListener('visibilitychange', leave);
  }

  const aloud = form.querySelector('[data-aloud]');
  if ('speechSynthesis' in window) {
    const words = aloud.textContent;
    const quiet = () => { aloud.textContent = words; };
    aloud.hidden = false;
    aloud.addEventListener('click', () => {
      if (speechSynthesis.speaking) { speechSynthesis.cancel(); quiet(); return; }
      const speech = new SpeechSynthesisUtterance([...form.querySelectorAll('[data-read] > *, .card b')].map(part => part.textContent.trim()).join('. '));
      speech.lang = document.documentElement.lang;
      speech.onend = speech.onerror = quiet;
      aloud.textContent = aloud.dataset.stop;
      speechSynthesis.speak(speech);
    });
    addEventListener('pagehide', () => speechSynthesis.cancel());
  }
})();

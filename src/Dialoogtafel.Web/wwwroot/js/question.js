// One question: saves by itself and reads aloud. Without script the buttons do all of it.
(() => {
  const form = document.querySelector('form[data-question]');
  const said = form.querySelector('[data-said]');
  const field = name => form.elements.namedItem('Form.' + name);
  const Calm = 1000, Longest = 2000, Again = 3000, Refusals = 3;

  if (said) {
    let since = 0, timer = 0, dirty = false, heard = 0, refused = 0;
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
        // An earlier save that is answered later says nothing new.
        if (turn < heard) return;
        heard = turn;
        refused = 0;
        if (served) field('Served').value = served;
        if (!dirty) said.textContent = say;
      } catch (failure) {
        const isRefused = failure instanceof Response;
        said.textContent = isRefused ? form.dataset.lost : form.dataset.waiting;
        dirty = true;
        if (isRefused && ++refused > Refusals) return;
        if (isRefused) await renew();
        clearTimeout(timer);
        timer = setTimeout(save, Again);
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
    form.addEventListener('submit', () => { clearTimeout(timer); dirty = false; ++field('Turn').value; });
    addEventListener('online', leave);
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', () => { if (document.hidden) leave(); });
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

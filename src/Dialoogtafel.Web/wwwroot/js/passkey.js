// Passkeys for the team: asks the browser and puts its answer in the form. Without this file everything works by code app.
'use strict';
(() => {
  const known = globalThis.PublicKeyCredential;
  if (!known || !known.parseCreationOptionsFromJSON || !known.parseRequestOptionsFromJSON) return;
  for (const part of document.querySelectorAll('[data-passkey-part]')) part.hidden = false;
  for (const part of document.querySelectorAll('[data-no-passkey]')) part.hidden = true;

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const wrong = form.querySelector('[data-passkey-wrong]');
    const button = form.querySelector('button');
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      wrong.hidden = true;
      button.disabled = true;
      try {
        const token = form.elements.namedItem('__RequestVerificationToken').value;
        const answer = await fetch(form.dataset.options, { method: 'POST', headers: { RequestVerificationToken: token } });
        if (!answer.ok) throw new Error('no question');
        const question = await answer.json();
        const credential = form.dataset.passkey === 'create'
          ? await navigator.credentials.create({ publicKey: known.parseCreationOptionsFromJSON(question) })
          : await navigator.credentials.get({ publicKey: known.parseRequestOptionsFromJSON(question) });
        form.querySelector('input[name$=Credential]').value = JSON.stringify(credential.toJSON());
        form.submit();
      } catch {
        button.disabled = false;
        wrong.hidden = false;
        button.focus();
      }
    });
  }
})();

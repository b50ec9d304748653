// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors

/* Adds new mails above those that are on the page, so that what somebody has opened and is reading stays as it is. */

const REFRESH_MS = 2000;
const title = document.title;
const mails = document.getElementById('mails');
const state = document.getElementById('state');
let unseen = 0;

function showTitle() {
  document.title = unseen ? `(${unseen}) ${title}` : title;
}

function show(page) {
  const current = [...page.getElementById('mails').children];
  const known = new Set([...mails.children].map((mail) => mail.id));
  const fresh = current.filter((mail) => !known.has(mail.id));
  const kept = new Set(current.map((mail) => mail.id));
  [...mails.children].filter((mail) => !kept.has(mail.id)).forEach((mail) => mail.remove());
  fresh.reverse().forEach((mail) => {
    mail.classList.add('fresh');
    mails.prepend(document.adoptNode(mail));
  });
  document.getElementById('none').hidden = current.length > 0;
  if (document.hidden) {
    unseen += fresh.length;
    showTitle();
  }
}

async function refresh() {
  try {
    const answer = await fetch('/', { cache: 'no-store' });
    show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    setState('live', 'Live');
  } catch {
    setState('stopped', 'The demo has stopped');
  }
  setTimeout(refresh, REFRESH_MS);
}

function setState(name, text) {
  if (state.className !== name) { // otherwise screen readers would repeat it
    state.className = name;
    state.textContent = text;
  }
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    unseen = 0;
    showTitle();
  }
});

refresh();

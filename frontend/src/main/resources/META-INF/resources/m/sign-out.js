import { ask } from '../tk/api.js';
import { h } from '../tk/dom.js';
import { act } from '../tk/states.js';
import { text } from '../tk/texts.js';
import { forgetEverything, knownViewer } from '../tk/viewer.js';
import { countUploads } from './queue.js';
import { startPage } from './start.js';

const main = /** @type {HTMLElement} */ (document.querySelector('main'));

start();

async function start() {
  await startPage('pocket.signOut.title', true);
  const viewer = knownViewer();
  const waiting = viewer ? await countUploads(viewer.id) : 0;
  if (waiting > 0) {
    warn(waiting);
  } else {
    signOut();
  }
}

/** @param {number} waiting */
function warn(waiting) {
  main.replaceChildren(
    h(
      'div',
      { class: 'tk-empty' },
      h('h2', {}, text('pocket.signOut.waiting', waiting)),
      h('p', {}, text('pocket.signOut.waiting.why')),
      h('a', { class: 'tk-button tk-main-action', href: '/m/upload' }, text('pocket.signOut.look')),
      h('button', { type: 'button', class: 'tk-button tk-danger', onclick: signOut }, text('pocket.signOut.anyway')),
    ),
  );
}

async function signOut() {
  main.replaceChildren(h('div', { class: 'tk-empty' }, h('p', { role: 'status' }, text('pocket.signOut.busy'))));
  try {
    await ask('SignOut');
  } catch (e) {
    if (e.code !== 'UNAUTHENTICATED') {
      refuse();
      return;
    }
  }
  await forgetEverything();
  location.replace('/m/sign-in');
}

/** Without the server the device would stay signed in: it is said, and nothing is deleted. */
function refuse() {
  main.replaceChildren(
    h(
      'div',
      { class: 'tk-empty' },
      h('h2', {}, text('pocket.signOut.offline')),
      h('p', {}, text('pocket.signOut.offline.why')),
      act('pocket.retry', signOut),
    ),
  );
}

import { waitingActs } from '../tk/act-queue.js';
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
  const files = viewer ? await countUploads(viewer.id) : 0;
  const acts = viewer ? (await waitingActs()).length : 0;
  if (files + acts > 0) {
    warn(files, acts);
  } else {
    signOut();
  }
}

/** @param {number} files that were not sent yet @param {number} acts so of these */
function warn(files, acts) {
  main.replaceChildren(
    h(
      'div',
      { class: 'tk-empty' },
      files > 0 && h('h2', {}, text('pocket.signOut.waiting', files)),
      acts > 0 && h('h2', {}, text('pocket.signOut.acts', acts)),
      h('p', {}, text('pocket.signOut.waiting.why')),
      files > 0 && h('a', { class: 'tk-button tk-main-action', href: '/m/upload' }, text('pocket.signOut.look')),
      acts > 0 && h('a', { class: 'tk-button tk-main-action', href: '/m/week' }, text('pocket.signOut.look.acts')),
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

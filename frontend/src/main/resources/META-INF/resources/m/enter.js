/**
 * The page on which a school enters a lesson, or edits one that it entered. Without a signal it works with what it saw last, and keeps what is said.
 */

import { h } from '../tk/dom.js';
import { failurePart, linkAct, skeleton } from '../tk/states.js';
import { text } from '../tk/texts.js';
import { dayName } from '../tk/time.js';
import { askedChoices, begin, editedId, empty, forget, keptChoices } from './enter-data.js';
import { entryForm } from './enter-form.js';
import { goToSignIn, startPage } from './start.js';

/** @typedef {import('./enter-data.js').Choices} Choices */
/** @typedef {import('./enter-data.js').Said} Said */

const main = /** @type {HTMLElement} */ (document.querySelector('main'));
const WORDS = { unseen: 'pocket.enter.unseen', notYours: 'pocket.enter.notYours' };

start();

async function start() {
  await startPage(editedId ? 'pocket.lesson.edit' : 'pocket.enter.title');
  if (editedId) {
    const title = document.querySelector('h1');
    if (title) {
      title.textContent = text('pocket.lesson.edit');
      title.setAttribute('data-text', 'pocket.lesson.edit');
    }
  }
  await load();
}

async function load() {
  main.replaceChildren(skeleton(3));
  try {
    const choices = await askedChoices().catch(async (e) => {
      const kept = e.code === 'OFFLINE' || e.code === 'UNAVAILABLE' ? await keptChoices() : null;
      if (kept) {
        return kept;
      }
      throw e;
    });
    if (!choices.communities.edges.length) {
      main.replaceChildren(failurePart('FORBIDDEN', WORDS, load));
      return;
    }
    const { said, isDraft, refusal } = await begin(choices);
    if (refusal) {
      main.replaceChildren(h('div', { class: 'tk-empty', role: 'alert' }, h('p', {}, refusal), linkAct('/m/week', 'pocket.notices.week')));
      return;
    }
    draw(choices, said, isDraft);
  } catch (e) {
    if (e.code === 'UNAUTHENTICATED') {
      goToSignIn();
      return;
    }
    main.replaceChildren(failurePart(e.code || 'INTERNAL', WORDS, load, e.message));
  }
}

/** @param {Choices} choices @param {Said} said @param {boolean} isDraft */
function draw(choices, said, isDraft) {
  const draft =
    isDraft &&
    h(
      'div',
      { class: 'tk-banner tk-banner-warm', role: 'status' },
      h('p', {}, text('pocket.enter.draft')),
      h('button', { type: 'button', class: 'tk-button', onclick: () => forget(said).then(load) }, text('pocket.enter.draft.drop')),
    );
  const form = entryForm(choices, said, { sent: (done) => drawSent(choices, done), again: (changed) => draw(choices, changed, false) });
  main.replaceChildren(...[draft, form].flatMap((part) => part || []));
}

/** @param {Choices} choices @param {Said} said */
function drawSent(choices, said) {
  const heading = h('h2', { tabindex: '-1' }, text(said.activityId ? 'pocket.enter.edited' : 'pocket.enter.sent', said.title.trim()));
  main.replaceChildren(
    h(
      'div',
      { class: 'tk-empty', role: 'status' },
      heading,
      h('p', {}, dayName(said.day) + ' ' + said.from + '–' + said.to),
      linkAct('/m/week?day=' + said.day, 'pocket.notices.week'),
      !said.activityId &&
        h('button', { type: 'button', class: 'tk-button', onclick: async () => draw(choices, await empty(choices), false) }, text('pocket.enter.another')),
    ),
  );
  window.scrollTo(0, 0);
  heading.focus();
}

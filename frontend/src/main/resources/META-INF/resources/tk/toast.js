/**
 * A short message after an act, with the way to take it back. It comes when no sheet is open, at the lower edge of the page.
 */

import { h } from './dom.js';
import { text } from './texts.js';

const SHOWN_MS = 8000;

/** @type {() => void} */
let gone = () => {};

/**
 * Says what was done. The button has the focus, so that it is reached without a pointer; as long as it is used or pointed at, the message stays.
 *
 * @param {string} words
 * @param {() => Promise<*>} [undo] takes the act back; rejected with an ApiError
 */
export function toast(words, undo) {
  gone();
  const back = document.activeElement;
  const said = h('p', { role: 'status' });
  const button = undo ? h('button', { type: 'button', class: 'tk-button', onclick: () => takeBack(undo) }, text('pocket.undo')) : null;
  const element = h('div', { class: 'tk-toast' }, said, button);
  let timer = 0;
  const end = () => {
    clearTimeout(timer);
    const held = element.contains(document.activeElement);
    element.remove();
    if (held && back instanceof HTMLElement && back.isConnected) {
      back.focus({ preventScroll: true });
    }
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (element.matches(':hover') || (button && button.matches(':focus-visible')) ? wait() : end()), SHOWN_MS);
  };
  gone = end;
  element.addEventListener('keydown', (event) => event.key === 'Escape' && end());
  document.body.append(element);
  // A live region is read where its text comes after itself.
  said.textContent = words;
  if (button) {
    button.focus({ preventScroll: true });
  }
  wait();
}

/** @param {() => Promise<*>} undo */
async function takeBack(undo) {
  gone();
  try {
    await undo();
    toast(text('pocket.undone'));
  } catch (e) {
    toast(failureWords(e), undo);
  }
}

/** What to say of an act that failed. @param {{code?: string, message?: string}} failure */
export function failureWords(failure) {
  return failure.code === 'OFFLINE' ? text('pocket.act.offline') : failure.message || text('pocket.failed');
}

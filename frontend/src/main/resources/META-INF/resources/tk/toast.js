/**
 * A short message after an act, with the way to take it back, at the lower edge of the page, above whatever is open.
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
  show(element);
  // A live region is read where its text comes after itself.
  said.textContent = words;
  if (button) {
    button.focus({ preventScroll: true });
  }
  wait();
}

/**
 * Shows a message above all else. What is outside of an open sheet is out of reach, so it stands within that, and stays when it closes.
 *
 * @param {HTMLElement} element
 */
function show(element) {
  const sheets = document.querySelectorAll('dialog[open]');
  const sheet = sheets[sheets.length - 1];
  if (sheet) {
    sheet.append(element);
    sheet.addEventListener('close', () => element.parentElement === sheet && show(element), { once: true });
  } else {
    document.body.append(element);
  }
  // Older browsers show it above all but the dialogs of Flow.
  element.popover = 'manual';
  element.showPopover?.();
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

/**
 * What a page shows where there is nothing else to show: a skeleton, an empty place, a failure with the way on; and as of when its data are.
 */

import { h } from './dom.js';
import { text } from './texts.js';
import { clockOf, dayOf, momentName, today } from './time.js';

/** Grey lines in place of what is being loaded. @param {number} lines */
export function skeleton(lines) {
  return h('div', { class: 'tk-skeleton', 'aria-hidden': 'true' }, Array.from({ length: lines }, () => h('div', {})));
}

/** A place with nothing in it: why, and the next step. @param {string} why @param {HTMLElement} act */
export function emptyPart(why, act) {
  return h('div', { class: 'tk-empty' }, h('p', {}, why), act);
}

/**
 * A page without its data: why, and the next step. Who may not see it is led home; everybody else can try again.
 *
 * @param {string} failure code of the failure
 * @param {{unseen: string, notYours: string}} words keys of what to say without a signal, and to those whom the page has nothing for
 * @param {() => void} retry
 * @param {string} [message] what the server says
 */
export function failurePart(failure, words, retry, message) {
  const part =
    failure === 'FORBIDDEN'
      ? emptyPart(text(words.notYours), linkAct('/', 'pocket.home'))
      : emptyPart(message || failureWords(failure, words.unseen), act('pocket.retry', retry));
  part.setAttribute('role', 'alert');
  return part;
}

/** @param {string} failure @param {string} unseen */
function failureWords(failure, unseen) {
  return text(failure === 'OFFLINE' ? unseen : failure === 'UNAVAILABLE' ? 'pocket.away' : 'pocket.failed');
}

/** The one next step, as a button. @param {string} key @param {() => void} work */
export function act(key, work) {
  return h('button', { type: 'button', class: 'tk-button tk-main-action', onclick: () => work() }, text(key));
}

/** The one next step, as a link. @param {string} path @param {string} key */
export function linkAct(path, key) {
  return h('a', { class: 'tk-button tk-main-action', href: path }, text(key));
}

/** As of when the data are, and whether they are old. @param {string} asOf @param {string} failure code of the failure that left them old, or empty */
export function asOfWords(asOf, failure) {
  const moment = dayOf(asOf) === today() ? clockOf(asOf) : momentName(asOf);
  const stale = failure && h('span', { class: 'tk-chip tk-chip-now' }, text(failure === 'OFFLINE' ? 'pocket.offline' : 'pocket.stale'));
  return [...(stale ? [stale, ' '] : []), text('pocket.asOf', moment)];
}

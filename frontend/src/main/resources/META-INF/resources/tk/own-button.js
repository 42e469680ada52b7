/** How an own entry of the week looks. @typedef {import('./week-data.js').OwnEntry} OwnEntry */

import { h } from './dom.js';
import { clockOf } from './time.js';
import { keyOfOwn } from './week-data.js';

/** @param {OwnEntry} own @param {(own: OwnEntry, opener: HTMLElement) => void} open @returns {HTMLElement} */
export function ownButton(own, open) {
  const button = h(
    'button',
    { type: 'button', class: 'tk-entry tk-own', 'data-key': keyOfOwn(own), 'data-colour': own.colour, 'data-conflict': own.conflicts.length > 0, 'aria-haspopup': 'dialog', onclick: () => open(own, button) },
    h('span', { class: 'tk-unseen' }, own.sentence),
    h(
      'span',
      { class: 'tk-entry-time', 'aria-hidden': 'true' },
      h('span', { class: 'tk-entry-from' }, clockOf(own.startsAt)),
      h('span', { class: 'tk-entry-to' }, '–' + clockOf(own.endsAt)),
    ),
    h(
      'span',
      { class: 'tk-entry-body', 'aria-hidden': 'true' },
      own.conflictWords && h('span', { class: 'tk-entry-clash' }, own.conflictWords),
      h('span', { class: 'tk-entry-title' }, own.title),
      own.place && h('span', { class: 'tk-entry-room' }, own.place),
      own.note && h('span', { class: 'tk-entry-with' }, own.note),
    ),
  );
  return button;
}

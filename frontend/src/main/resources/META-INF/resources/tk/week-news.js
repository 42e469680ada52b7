/**
 * What changed while a week was open: marked for a while on what is drawn, and said politely.
 */

import { h, the } from './dom.js';
import { text } from './texts.js';
import { keyOf } from './week-data.js';

/** Marks what changed, and takes the marks away. @param {HTMLElement} place @param {import('./week-data.js').Entry[]} changed */
export function markFresh(place, changed) {
  const fresh = new Set(changed.map(keyOf));
  place.querySelectorAll('.tk-entry').forEach((entry) => {
    if (fresh.has(entry.getAttribute('data-key') || '')) {
      entry.classList.add('tk-fresh');
      the(entry, '.tk-entry-body').prepend(h('span', { class: 'tk-fresh-word' }, text('pocket.week.fresh')));
    }
  });
}

/** @param {HTMLElement} place */
export function fade(place) {
  place.querySelectorAll('.tk-fresh').forEach((entry) => entry.classList.remove('tk-fresh'));
  place.querySelectorAll('.tk-fresh-word').forEach((word) => word.remove());
}

/**
 * What to say of a change; what vanished altogether is only counted.
 *
 * @param {import('./week-data.js').Entry[]} changed
 * @param {import('./week-data.js').Week | null} before
 * @param {import('./week-data.js').Week} week
 * @returns {string} empty where there is nothing to say
 */
export function newsWords(changed, before, week) {
  if (!before || before.startsOn !== week.startsOn) {
    return '';
  }
  const gone = before.entries.length - week.entries.length;
  if (changed.length) {
    return text('pocket.week.changed') + changed.slice(0, 3).map((entry) => entry.sentence).join(' ');
  }
  return gone > 0 ? text('pocket.week.gone', gone) : '';
}

/**
 * Parts of the timetable that have a name: one press shows one of them alone. Which one is remembered on the phone.
 *
 * @typedef {import('./week-data.js').Week} Week
 */

import { h } from './dom.js';
import { text } from './texts.js';

const KEPT = 'tongke-week-named';

function chosen() {
  try {
    return localStorage.getItem(KEPT) || '';
  } catch (e) {
    return '';
  }
}

/** The week as it is looked at: whole, or what the chosen part holds. A week that was kept earlier has no parts. @param {Week} week @returns {Week} */
export function seen(week) {
  const one = (week.named || []).find((part) => part.id === chosen());
  return one ? { ...week, entries: week.entries.filter((entry) => entry.named.indexOf(one.id) >= 0), ownEntries: one.withOwn ? week.ownEntries : [] } : week;
}

/**
 * Draws the choice; nothing where nothing has a name.
 *
 * @param {HTMLElement} place
 * @param {Week} week
 * @param {() => void} changed
 */
export function drawNamed(place, week, changed) {
  const parts = week.named || [];
  const current = parts.some((part) => part.id === chosen()) ? chosen() : '';
  /** @param {string} id @param {string} name */
  const choice = (id, name) =>
    h(
      'button',
      {
        type: 'button',
        class: 'tk-week-part',
        'aria-pressed': String(id === current),
        onclick: () => {
          try {
            localStorage.setItem(KEPT, id);
          } catch (e) {
            // Where nothing can be kept the whole is shown.
          }
          changed();
        },
      },
      name,
    );
  place.hidden = parts.length === 0;
  place.replaceChildren(...(parts.length ? [choice('', text('pocket.week.whole')), ...parts.map((part) => choice(part.id, part.name))] : []));
}

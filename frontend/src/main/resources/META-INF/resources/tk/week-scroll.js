/**
 * Where a person looks in a week: at a day, or at what matters now.
 */

import { focusOn } from './dom.js';

const BAR_PX = 72;

/** Goes to a day, which is unfolded for that. @param {HTMLElement} place @param {string} day */
export function goToDay(place, day) {
  const section = place.querySelector('[data-day="' + day + '"]');
  if (section) {
    const fold = /** @type {HTMLElement | null} */ (section.querySelector('.tk-day-fold[aria-expanded="false"]'));
    if (fold) {
      fold.click();
    }
    section.scrollIntoView({ behavior: 'smooth', block: 'start' });
    focusOn(section.querySelector('.tk-entry') || section.querySelector('h3'), { preventScroll: true });
  }
}

/** Brings what matters into view, unless the person has scrolled already: now in today's week, else the first lesson. @param {HTMLElement} place */
export function settle(place) {
  const goal = place.querySelector('.tk-day-today .tk-entry:not(.tk-past)') || place.querySelector('.tk-entry');
  if (goal && place.getBoundingClientRect().top >= 0) {
    const box = goal.getBoundingClientRect();
    if (box.bottom > window.innerHeight - BAR_PX) {
      window.scrollBy(0, box.top - window.innerHeight / 2);
    }
  }
}

/**
 * How a person moves through weeks: by swipe and by keys to the next one, and to a day or to what matters now.
 */

import { focusOn } from './dom.js';

const SWIPE_PX = 60;
const BAR_PX = 72;
const LONG_MS = 550;
const STILL_PX = 10;

/**
 * A swipe to the left turns to what comes, one to the right to what was.
 *
 * @param {HTMLElement} place
 * @param {(weeks: 1 | -1) => void} turn
 */
export function turnBySwipe(place, turn) {
  let startX = 0;
  let startY = 0;
  place.addEventListener(
    'touchstart',
    (event) => {
      startX = event.touches.length === 1 ? event.touches[0].clientX : NaN;
      startY = event.touches[0].clientY;
      // A week that is drawn anew meanwhile takes what was touched away, which hears of the end all the same.
      /** @type {HTMLElement} */ (event.target).addEventListener('touchend', ended, { once: true });
    },
    { passive: true },
  );
  /** @param {TouchEvent} event */
  const ended = (event) => {
    const x = event.changedTouches[0].clientX - startX;
    const y = event.changedTouches[0].clientY - startY;
    // Columns that do not fit are moved by the same gesture.
    const moves = place.scrollWidth > place.clientWidth;
    if (!moves && Math.abs(x) > SWIPE_PX && Math.abs(x) > 2 * Math.abs(y)) {
      turn(x < 0 ? 1 : -1);
    }
  };
}

/**
 * Left and right turn, up and down walk through the entries; as long as the person is nowhere else on the page.
 *
 * @param {HTMLElement} place
 * @param {(weeks: 1 | -1) => void} turn
 * @returns {() => void} ends it
 */
export function turnByKeys(place, turn) {
  /** @param {KeyboardEvent} event */
  const pressed = (event) => {
    const at = /** @type {HTMLElement} */ (event.target);
    const elsewhere = at !== document.body && !place.contains(at);
    if (elsewhere || event.altKey || event.ctrlKey || event.metaKey || document.documentElement.classList.contains('tk-modal')) {
      return;
    }
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      turn(event.key === 'ArrowLeft' ? -1 : 1);
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && at.classList.contains('tk-entry')) {
      const all = Array.from(/** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll('.tk-entry'))).filter((one) => one.offsetParent !== null);
      const next = all[all.indexOf(at) + (event.key === 'ArrowUp' ? -1 : 1)];
      if (next) {
        event.preventDefault();
        focusOn(next);
      }
    }
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}

/**
 * A long press where nothing stands: on a day, and in the grid at an hour of it.
 *
 * @param {HTMLElement} body
 * @param {(slot: {day: string, hour: number | null}) => void} act hour null in the list
 */
export function pressLong(body, act) {
  let timer = 0;
  let fired = false;
  let x = 0;
  let y = 0;
  const end = () => clearTimeout(timer);
  body.addEventListener('pointerdown', (event) => {
    const at = /** @type {HTMLElement} */ (event.target);
    const section = at.closest('.tk-day');
    end();
    fired = false;
    if (!section || at.closest('button, a') || event.button !== 0) {
      return;
    }
    x = event.clientX;
    y = event.clientY;
    const list = section.querySelector('.tk-day-entries');
    const hours = Number(body.style.getPropertyValue('--tk-hours'));
    timer = setTimeout(() => {
      const box = list && getComputedStyle(list).position === 'relative' && at.closest('.tk-day-entries') ? list.getBoundingClientRect() : null;
      fired = true;
      act({
        day: section.getAttribute('data-day') || '',
        hour: box ? Number(body.getAttribute('data-first-hour')) + Math.floor(((y - box.top) / box.height) * hours) : null,
      });
    }, LONG_MS);
  });
  body.addEventListener('pointermove', (event) => Math.abs(event.clientX - x) + Math.abs(event.clientY - y) > STILL_PX && end());
  ['pointerup', 'pointercancel', 'pointerleave'].forEach((name) => body.addEventListener(name, end));
  // The menu that a long press of a finger brings up would lie over the form.
  body.addEventListener('contextmenu', (event) => fired && event.preventDefault());
}

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

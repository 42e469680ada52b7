/**
 * How a person walks through weeks: by swipe and by keys.
 */

import { focusOn } from './dom.js';

const SWIPE_PX = 60;

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
    },
    { passive: true },
  );
  place.addEventListener('touchend', (event) => {
    const x = event.changedTouches[0].clientX - startX;
    const y = event.changedTouches[0].clientY - startY;
    if (Math.abs(x) > SWIPE_PX && Math.abs(x) > 2 * Math.abs(y)) {
      turn(x < 0 ? 1 : -1);
    }
  });
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

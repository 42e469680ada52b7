/**
 * How the week is arranged: as a grid with periods down and days across, or as a list by day. Wide screens and paper have the grid, phones what
 * the person chose last.
 */

import { h, icon } from './dom.js';
import { text } from './texts.js';

const KEPT = 'tongke-week-view';
const WIDE = '(min-width: 640px)';

/** Whether there is room for several lessons beside each other in a column. */
export function isWide() {
  return window.matchMedia(WIDE).matches;
}

function isGridChosen() {
  try {
    return localStorage.getItem(KEPT) === 'grid';
  } catch (e) {
    return false;
  }
}

/**
 * The button that changes between grid and list, and what follows the width of the screen and the printer.
 *
 * @param {(grid: boolean) => void} arrange called now, and whenever it is to be arranged in another way
 * @returns {{button: HTMLElement, end: () => void}}
 */
export function weekView(arrange) {
  const button = h('button', { type: 'button', class: 'tk-quiet tk-square tk-week-view', onclick: () => choose(!isGridChosen()) });
  const now = () => {
    const grid = isGridChosen();
    button.replaceChildren(icon(grid ? 'list' : 'grid'));
    button.setAttribute('aria-label', text(grid ? 'pocket.week.list' : 'pocket.week.grid'));
    arrange(grid || isWide());
  };
  /** @param {boolean} grid */
  const choose = (grid) => {
    try {
      localStorage.setItem(KEPT, grid ? 'grid' : 'list');
    } catch (e) {
      // Where nothing can be kept there is only the list.
    }
    now();
  };
  const onPaper = () => arrange(true);
  const wide = window.matchMedia(WIDE);
  wide.addEventListener('change', now);
  window.addEventListener('beforeprint', onPaper);
  window.addEventListener('afterprint', now);
  now();
  return {
    button,
    end: () => {
      wide.removeEventListener('change', now);
      window.removeEventListener('beforeprint', onPaper);
      window.removeEventListener('afterprint', now);
    },
  };
}

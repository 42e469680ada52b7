/**
 * The page on paper: light whatever the screen's theme, and it says whose it is.
 */

import { h, the } from '../tk/dom.js';
import { text } from '../tk/texts.js';
import { knownViewer } from '../tk/viewer.js';

/** Prepares the page for each print, however it is asked for. */
export function readyForPaper() {
  const root = document.documentElement;
  const title = the(document, '.tk-head h1');
  /** @type {(() => void) | null} */
  let back = null;
  window.addEventListener('beforeprint', () => {
    const viewer = knownViewer();
    const before = { theme: root.getAttribute('data-theme') || '', title: title.textContent };
    root.setAttribute('data-theme', 'light');
    if (viewer) {
      title.textContent = viewer.name + ' · ' + before.title;
    }
    back = () => {
      root.setAttribute('data-theme', before.theme);
      title.textContent = before.title;
    };
  });
  window.addEventListener('afterprint', () => {
    if (back) {
      back();
      back = null;
    }
  });
}

/** Asks for a print of the week; nothing on other pages. */
export function printButton() {
  return (
    document.querySelector('tk-week') &&
    h('button', { class: 'tk-button', type: 'button', onclick: () => window.print() }, text('pocket.week.print'))
  );
}

/**
 * A modal dialog: the browser's own, or the same by hand where it has none.
 */

import { focusOn, h, icon } from './dom.js';
import { text } from './texts.js';

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

/**
 * Opens a dialog that stands in the document. Escape, the veil and `closeDialog` close it; the focus goes back to where it was.
 *
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement | null} opener what gets the focus afterwards
 * @param {() => void} [closed] called once when it is closed
 */
export function openDialog(dialog, opener, closed) {
  const veil = typeof dialog.showModal === 'function' ? null : document.createElement('div');
  const done = () => {
    dialog.removeEventListener('close', done);
    document.documentElement.classList.remove('tk-modal');
    if (veil) {
      veil.remove();
    }
    if (closed) {
      closed();
    }
    const back = opener && inItsPlace(opener);
    if (back) {
      back.focus();
    }
  };
  dialog.addEventListener('close', done);
  document.documentElement.classList.add('tk-modal');
  if (!veil) {
    dialog.showModal();
    // A press on the veil is a press on the dialog itself, outside of what it holds.
    dialog.addEventListener('click', (event) => event.target === dialog && closeDialog(dialog));
    return;
  }
  veil.className = 'tk-veil';
  veil.addEventListener('click', () => closeDialog(dialog));
  dialog.before(veil);
  dialog.setAttribute('open', '');
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-modal', 'true');
  dialog.addEventListener('keydown', (event) => stayInside(dialog, event));
  focusOn(dialog.querySelector(FOCUSABLE));
}

/** What opened the dialog, or what has its key where the page was drawn anew meanwhile. @param {HTMLElement} opener @returns {HTMLElement | null} */
function inItsPlace(opener) {
  const key = opener.getAttribute('data-key');
  return opener.isConnected ? opener : key ? document.querySelector('[data-key="' + CSS.escape(key) + '"]') : null;
}

/**
 * Opens a sheet, which is a dialog at the lower edge; the browser's way back closes it, too.
 *
 * @param {HTMLElement | null} opener what gets the focus back
 * @param {(close: (after?: () => void) => void) => *[]} content what it holds; `close` closes it, and does what comes after it
 */
export function openSheetOf(opener, content) {
  const dialog = h('dialog', { class: 'tk-sheet', 'aria-labelledby': 'tk-sheet-title' });
  let after = () => {};
  /** @param {() => void} [then] */
  const close = (then) => {
    after = then || after;
    closeDialog(dialog);
  };
  dialog.append(h('div', { class: 'tk-sheet-inner' }, content(close)));
  document.body.append(dialog);

  history.pushState(Object.assign({}, history.state, { tkSheet: true }), '');
  const back = () => close();
  window.addEventListener('popstate', back);
  openDialog(dialog, opener, () => {
    window.removeEventListener('popstate', back);
    dialog.remove();
    if (history.state && history.state.tkSheet) {
      // Going back takes a moment, and what comes afterwards writes the history, too.
      window.addEventListener('popstate', () => after(), { once: true });
      history.back();
    } else {
      after();
    }
  });
}

/**
 * Opens a sheet with a plain head.
 *
 * @param {string} title
 * @param {HTMLElement | null} opener
 * @param {(close: (after?: () => void) => void) => *[]} content
 */
export function openPanel(title, opener, content) {
  openSheetOf(opener, (close) => [
    h('header', { class: 'tk-sheet-head' }, h('div', { class: 'tk-sheet-name' }, h('h2', { id: 'tk-sheet-title' }, title)), closer(close)),
    h('div', { class: 'tk-sheet-body' }, content(close)),
  ]);
}

/** The button in a sheet's head. @param {() => void} close */
export function closer(close) {
  return h('button', { type: 'button', class: 'tk-quiet tk-square', 'aria-label': text('pocket.close'), onclick: () => close() }, icon('close'));
}

/** @param {HTMLDialogElement} dialog */
export function closeDialog(dialog) {
  if (typeof dialog.close === 'function') {
    dialog.close();
  } else {
    dialog.removeAttribute('open');
    dialog.dispatchEvent(new Event('close'));
  }
}

/** @param {HTMLDialogElement} dialog @param {KeyboardEvent} event */
function stayInside(dialog, event) {
  if (event.key === 'Escape') {
    closeDialog(dialog);
  } else if (event.key === 'Tab') {
    const inside = Array.from(/** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll(FOCUSABLE)));
    const last = inside[inside.length - 1];
    if (event.shiftKey ? document.activeElement === inside[0] : document.activeElement === last) {
      event.preventDefault();
      (event.shiftKey ? last : inside[0]).focus();
    }
  }
}

/**
 * A modal dialog: the browser's own, or the same by hand where it has none.
 */

import { focusOn } from './dom.js';

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
    if (opener && opener.isConnected) {
      opener.focus();
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

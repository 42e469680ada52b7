/**
 * A link to take along: copied, or to be copied by hand.
 */

import { closeDialog, openDialog } from './dialog.js';
import { h } from './dom.js';
import { text } from './texts.js';
import { toast } from './toast.js';

/**
 * Shows a link with a button that copies it, and says where it leads.
 *
 * @param {HTMLElement} opener what gets the focus back
 * @param {{title: string, words: string, address: string, copied: string}} link what is said of it, and once it is copied
 */
export function openLink(opener, { title, words, address, copied }) {
  const field = h('input', { id: 'tk-link-address', readonly: true, value: address, onfocus: () => field.select() });
  const press = async () => toast((await copy(address, field)) ? copied : text('pocket.link.byHand'));
  const dialog = h(
    'dialog',
    { class: 'tk-link', 'aria-labelledby': 'tk-link-title' },
    h('h2', { id: 'tk-link-title' }, title),
    h('p', {}, words),
    h('label', { for: 'tk-link-address' }, text('pocket.link.address')),
    field,
    h(
      'p',
      { class: 'tk-link-acts' },
      h('button', { type: 'button', class: 'tk-button tk-main-action', onclick: press }, text('pocket.link.copy')),
      h('button', { type: 'button', class: 'tk-button', onclick: () => closeDialog(dialog) }, text('pocket.close')),
    ),
  );
  document.body.append(dialog);
  openDialog(dialog, opener, () => dialog.remove());
}

/** How long a browser may take that asks whether a page may copy, in milliseconds. */
const PATIENCE = 1500;

/**
 * Whether a text was copied. Old web views have no clipboard for pages, but copy what is marked.
 *
 * @param {string} what
 * @param {HTMLInputElement} [field] that holds it
 * @returns {Promise<boolean>}
 */
export async function copy(what, field) {
  const asked = navigator.clipboard ? navigator.clipboard.writeText(what) : Promise.reject(new Error('no clipboard'));
  const copied = await Promise.race([
    asked.then(
      () => true,
      () => false,
    ),
    new Promise((resolve) => window.setTimeout(() => resolve(false), PATIENCE)),
  ]);
  if (copied || !field) {
    return copied;
  }
  field.select();
  return document.execCommand('copy');
}

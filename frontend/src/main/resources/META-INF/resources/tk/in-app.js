/**
 * Pages inside WeChat, DingTalk and WeCom: their browsers save no file and subscribe to no calendar, and say nothing of it. Whoever presses what
 * leads to either is told so, and gets the link for a browser that can.
 */

import { closeDialog, openDialog } from './dialog.js';
import { h } from './dom.js';
import { loadTexts, text } from './texts.js';
import { toast } from './toast.js';

const IN_APP = /MicroMessenger|wxwork|DingTalk/i;
/** A calendar's address, a table or sheet that the server makes, a file of the page or of Flow. */
const SAVES = 'a[download], a[href^="webcal:"], a[href^="/exports/"], a[href*="VAADIN/dynamic/resource"]';

/** Whether the page is shown by another app that saves nothing. */
export function isInApp() {
  return IN_APP.test(navigator.userAgent);
}

/** From now on a press on what would save a file says why it does not. */
export function explainSaving() {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((one) => one instanceof Element && one.matches(SAVES));
      if (link instanceof HTMLAnchorElement) {
        event.preventDefault();
        event.stopImmediatePropagation();
        explain(link);
      }
    },
    true,
  );
}

/** @param {HTMLAnchorElement} link */
async function explain(link) {
  await loadTexts();
  const isCalendar = link.protocol === 'webcal:';
  // A calendar's address works for itself; a file needs the page, where one signs in.
  const address = isCalendar ? link.href.replace(/^webcal:/, location.protocol) : location.href;
  const field = h('input', { id: 'tk-in-app-link', readonly: true, value: address, onfocus: () => field.select() });
  const dialog = h(
    'dialog',
    { class: 'tk-in-app', 'aria-labelledby': 'tk-in-app-title' },
    h('h2', { id: 'tk-in-app-title' }, text('pocket.inApp.title')),
    h('p', {}, text(isCalendar ? 'pocket.inApp.calendar' : 'pocket.inApp.file')),
    h('label', { for: 'tk-in-app-link' }, text('pocket.inApp.link')),
    field,
    h(
      'p',
      { class: 'tk-in-app-acts' },
      h('button', { type: 'button', class: 'tk-button tk-main-action', onclick: () => copy(field) }, text('pocket.inApp.copy')),
      h('button', { type: 'button', class: 'tk-button', onclick: () => closeDialog(dialog) }, text('pocket.close')),
    ),
  );
  document.body.append(dialog);
  openDialog(dialog, link, () => dialog.remove());
}

/** Old web views have no clipboard for pages, but copy what is marked. @param {HTMLInputElement} field */
async function copy(field) {
  let copied = false;
  try {
    await navigator.clipboard.writeText(field.value);
    copied = true;
  } catch (e) {
    field.select();
    copied = document.execCommand('copy');
  }
  toast(text(copied ? 'pocket.inApp.copied' : 'pocket.inApp.byHand'));
}

if (isInApp()) {
  explainSaving();
}

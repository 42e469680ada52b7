/**
 * Pages inside WeChat, DingTalk and WeCom: their browsers save no file and subscribe to no calendar, and say nothing of it. Whoever presses what
 * leads to either is told so, and gets the link for a browser that can.
 */

import { openLink } from './link.js';
import { loadTexts, text } from './texts.js';

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
  openLink(link, {
    title: text('pocket.inApp.title'),
    words: text(isCalendar ? 'pocket.inApp.calendar' : 'pocket.inApp.file'),
    // A calendar's address works for itself; a file needs the page, where one signs in.
    address: isCalendar ? link.href.replace(/^webcal:/, location.protocol) : location.href,
    copied: text('pocket.inApp.copied'),
  });
}

if (isInApp()) {
  explainSaving();
}

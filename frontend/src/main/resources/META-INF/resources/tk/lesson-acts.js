/**
 * The part of the sheet in which a school changes its own lessons: move, edit, copy, cancel. What a supplier reports is copied only; the server says
 * why. The forms are loaded when they are asked for.
 *
 * @typedef {import('./week-data.js').Activity} Activity
 */

import { h } from './dom.js';
import { text } from './texts.js';
import { failureWords, toast } from './toast.js';

/**
 * @param {Activity} activity
 * @param {(after: () => void) => void} close closes the sheet, then does what comes after it
 * @param {() => void} changed
 * @returns {HTMLElement | null}
 */
export function lessonActsPart(activity, close, changed) {
  const reasons = activity.viewerCannotEditReasons;
  // A week that was kept by an earlier version has none.
  if (!reasons || reasons.some((reason) => reason.code === 'FORBIDDEN')) {
    return null;
  }
  /** @param {string} label @param {() => Promise<void>} open @param {string} [look] */
  const act = (label, open, look) =>
    h('button', { type: 'button', class: 'tk-button' + (look || ''), 'aria-haspopup': 'dialog', onclick: () => close(() => open().catch((e) => toast(failureWords(e)))) }, text(label));
  const may = activity.viewerCanEdit;
  return h(
    'section',
    { class: 'tk-part' },
    h('h3', {}, text('pocket.lesson.acts')),
    // That it is called off stands above.
    reasons.filter((reason) => reason.code !== 'CANCELLED').map((reason) => h('p', { class: 'tk-soft' }, reason.message)),
    h(
      'div',
      { class: 'tk-sheet-acts tk-lesson-acts' },
      may && act('pocket.lesson.move', async () => (await import('./lesson-move.js')).openMove(activity, changed)),
      act('pocket.lesson.copy', async () => (await import('./lesson-copy.js')).openCopy(activity, changed)),
      may && h('a', { class: 'tk-button', href: '/m/enter?edit=' + encodeURIComponent(activity.id) }, text('pocket.lesson.edit')),
      may && act('pocket.lesson.cancel', async () => (await import('./lesson-cancel.js')).openCancel(activity, changed), ' tk-danger'),
    ),
  );
}

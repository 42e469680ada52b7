/**
 * What a person does to the own timetable from the head of the week: enter something, and look at what is hidden.
 */

import { h, icon } from './dom.js';
import { text } from './texts.js';

/**
 * @param {() => string} day on which a lesson is entered
 * @param {() => void} enter opens the form for an own entry
 * @param {() => void} changed
 * @returns {{element: HTMLElement, known: () => void, end: () => void}} the acts; what shows them once the server has answered; what ends it
 */
export function weekActs(day, enter, changed) {
  /** @type {import('./hiding.js').HiddenThings | null} */
  let things = null;
  const hidden = h('button', { type: 'button', class: 'tk-week-act', 'aria-haspopup': 'dialog', hidden: true, onclick: () => open() });
  /** Fetched when the week is there, so that the week comes first on a slow line. */
  const hiding = () => import('./hiding.js');
  const open = async () => {
    const { openHidden } = await hiding();
    if (things) {
      openHidden(things, hidden, changed);
    }
  };
  let counted = false;
  const count = async () => {
    counted = true;
    try {
      things = await (await hiding()).fetchHidden();
      const all = things.activities.length + things.series.length;
      hidden.hidden = all === 0;
      hidden.textContent = text('pocket.hidden', all);
    } catch (e) {
      // The week says what is wrong; what is hidden can wait.
      counted = false;
    }
  };
  window.addEventListener('tk-hiding', count);
  const lesson = h('a', { class: 'tk-week-act', href: '/m/enter', onclick: () => lesson.setAttribute('href', '/m/enter?day=' + day()) }, icon('add'), text('pocket.enter.title'));
  const element = h(
    'div',
    { class: 'tk-week-acts', hidden: true },
    h('button', { type: 'button', class: 'tk-week-act', 'aria-haspopup': 'dialog', onclick: enter }, icon('add'), text('pocket.own.enter')),
    lesson,
    hidden,
  );
  return {
    element,
    known: () => {
      element.hidden = false;
      if (!counted) {
        count();
      }
    },
    end: () => window.removeEventListener('tk-hiding', count),
  };
}

/**
 * What a person takes out of the own timetable and puts in again: lessons, course series, lessons that were added by themselves.
 */

import { perform } from './act-queue.js';
import { ask } from './api.js';
import { openPanel } from './dialog.js';
import { h } from './dom.js';
import { failureWords, toast } from './toast.js';
import { text } from './texts.js';
import { clockOf, dayName, dayOf } from './time.js';

/** @typedef {Operations['HiddenThings']['data']['hiddenThings']} HiddenThings */

/**
 * Acts on how a lesson stands in the own timetable, for its sheet.
 *
 * @param {import('./week-data.js').Entry} entry
 * @param {(after: () => void) => void} close closes the sheet, then does what comes after it
 * @param {() => void} changed
 * @returns {HTMLElement}
 */
export function hidingPart(entry, close, changed) {
  const { activity } = entry;
  const { series } = activity;
  const problem = h('p', { class: 'tk-error', role: 'alert' });
  let busy = false;
  /**
   * @param {string} label
   * @param {string} done
   * @param {() => Promise<*>} work
   * @param {() => Promise<*>} undo
   */
  const act = (label, done, work, undo) => {
    const press = async () => {
      if (busy) {
        return;
      }
      busy = true;
      button.setAttribute('aria-disabled', 'true');
      problem.textContent = '';
      try {
        await work();
        close(() => {
          tellChanged(changed);
          toast(done, () => undo().then(() => tellChanged(changed)));
        });
      } catch (e) {
        problem.textContent = failureWords(e);
        button.removeAttribute('aria-disabled');
      }
      busy = false;
    };
    const button = h('button', { type: 'button', class: 'tk-button', onclick: press }, label);
    return button;
  };
  return h(
    'section',
    { class: 'tk-part' },
    h('h3', {}, text('pocket.hide')),
    h(
      'div',
      { class: 'tk-sheet-acts' },
      entry.reason === 'ADDED' &&
        act(text('pocket.hide.remove'), text('pocket.hide.removed', activity.title), () => perform('RemoveActivity', activity.id, activity.title), () => perform('AddActivity', activity.id, activity.title)),
      act(text('pocket.hide.activity'), text('pocket.hide.done', activity.title), () => perform('HideActivity', activity.id, activity.title), () => perform('ShowActivity', activity.id, activity.title)),
      // A hidden series hides only what is followed.
      series &&
        entry.reason === 'FOLLOWED' &&
        act(text('pocket.hide.series', series.name), text('pocket.hide.done', series.name), () => perform('HideSeries', series.id, series.name), () => perform('ShowSeries', series.id, series.name)),
    ),
    problem,
  );
}

/** @returns {Promise<HiddenThings>} rejected with an ApiError */
export async function fetchHidden() {
  return (await ask('HiddenThings')).data.hiddenThings;
}

/**
 * Opens the list of what is hidden.
 *
 * @param {HiddenThings} things
 * @param {HTMLElement} opener
 * @param {() => void} changed
 */
export function openHidden(things, opener, changed) {
  openPanel(text('pocket.hidden.title'), opener, () => {
    const problem = h('p', { class: 'tk-error', role: 'alert' });
    const why = h('p', { class: 'tk-soft' }, text('pocket.hidden.why'));
    const none = h('p', { class: 'tk-soft', tabindex: '-1', hidden: true }, text('pocket.hidden.none'));
    /** @param {*} name @param {string} label @param {string} about @param {() => Promise<*>} work */
    const row = (name, label, about, work) => {
      const press = async () => {
        button.setAttribute('aria-disabled', 'true');
        problem.textContent = '';
        try {
          await work();
          const next = item.nextElementSibling || item.previousElementSibling;
          const button = next && next.querySelector('button');
          item.remove();
          none.hidden = list.children.length > 0;
          why.hidden = !none.hidden;
          (button || none).focus();
          tellChanged(changed);
        } catch (e) {
          problem.textContent = failureWords(e);
          button.removeAttribute('aria-disabled');
        }
      };
      const button = h('button', { type: 'button', class: 'tk-button', 'aria-label': text('pocket.about', text('pocket.hidden.show'), label), onclick: press }, text('pocket.hidden.show'));
      const item = h('li', {}, h('span', { class: 'tk-hidden-name' }, name, h('span', { class: 'tk-soft tk-under' }, about)), button);
      return item;
    };
    const list = h(
      'ul',
      { class: 'tk-rows tk-hidden' },
      things.series.map((one) => row(one.name, one.name, text('pocket.hidden.series', one.supplierName), () => perform('ShowSeries', one.id, one.name))),
      things.activities.map((one) =>
        row(one.title, one.title, dayName(dayOf(one.startsAt)) + ' ' + clockOf(one.startsAt) + ' · ' + one.schools.map((school) => school.name).join(text('pocket.entry.and')), () => perform('ShowActivity', one.id, one.title)),
      ),
    );
    none.hidden = list.children.length > 0;
    return [why, none, list, problem];
  });
}

/** Tells the page to ask again, and those who count what is hidden. @param {() => void} changed */
function tellChanged(changed) {
  changed();
  window.dispatchEvent(new CustomEvent('tk-hiding'));
}

/**
 * The form that moves a lesson to another time.
 */

import { ask, refusal } from './api.js';
import { clashBanner, planOf } from './clashes.js';
import { openPanel } from './dialog.js';
import { h } from './dom.js';
import { complain, once, refusalsOf } from './form.js';
import { tellChanged } from './stale.js';
import { text } from './texts.js';
import { clockOf, dayName, dayOf, spanName } from './time.js';
import { timeFields } from './time-fields.js';
import { toast } from './toast.js';

/** @typedef {import('./week-data.js').Activity} Activity */

/** @param {Activity} activity @param {() => void} changed */
export function openMove(activity, changed) {
  openPanel(text('pocket.lesson.move'), null, (close) => form(activity, close, changed));
}

/** @param {Activity} activity @param {(after: () => void) => void} close @param {() => void} changed */
function form(activity, close, changed) {
  let revision = activity.revision;
  const problem = h('p', { class: 'tk-error', role: 'alert' });
  const stale = h('div', {});
  const time = timeFields('tk-move', { day: dayOf(activity.startsAt), from: clockOf(activity.startsAt), to: clockOf(activity.endsAt) }, () => clashes.look());
  const clashes = clashBanner(() => {
    const times = time.times();
    return times && Object.assign(planOf(activity, times), { activityId: activity.id });
  });
  /** @param {import('./form.js').Refusal[]} refusals */
  const tell = (refusals) => complain(time.fields, time.find, problem, refusals);
  const submit = once(async () => {
    const times = time.times();
    tell(time.missing());
    if (!times) {
      return;
    }
    try {
      const moved = await move(activity.id, revision, times);
      const back = { startsAt: activity.startsAt, endsAt: activity.endsAt };
      close(() => {
        changed();
        toast(text('pocket.move.done', activity.title, dayName(dayOf(times.startsAt)) + ' ' + clockOf(times.startsAt)), () => move(activity.id, moved, back).then(changed));
      });
    } catch (e) {
      const meanwhile = await tellChanged(e, activity.id, revision, stale);
      if (meanwhile === null) {
        tell(refusalsOf(e));
      } else {
        revision = meanwhile;
      }
    }
  });
  return [
    h('p', { class: 'tk-soft' }, activity.title + ' · ' + spanName(activity)),
    h(
      'form',
      { class: 'tk-form', novalidate: true, onsubmit: submit },
      time.parts,
      clashes.element,
      stale,
      h('p', { class: 'tk-soft' }, text('pocket.lesson.told')),
      problem,
      h('div', { class: 'tk-sheet-acts' }, h('button', { class: 'tk-button tk-main-action' }, text('pocket.move.submit'))),
    ),
  ];
}

/**
 * @param {string} activityId
 * @param {number} expectedRevision
 * @param {{startsAt: string, endsAt: string}} times
 * @returns {Promise<number>} the revision afterwards; rejected with an ApiError
 */
async function move(activityId, expectedRevision, times) {
  const { activity, errors } = (await ask('MoveActivity', { input: { activityId, expectedRevision, startsAt: times.startsAt, endsAt: times.endsAt } })).data.moveActivity;
  if (!activity) {
    throw refusal(errors);
  }
  return activity.revision;
}

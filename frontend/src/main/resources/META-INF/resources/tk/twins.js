/**
 * Where a lesson comes from, for its sheet: of a lesson that several report all of them, and the way to say that these are two, or one again.
 */

import { ask, refusal } from './api.js';
import { h } from './dom.js';
import { failureWords, toast } from './toast.js';
import { text } from './texts.js';

/**
 * Who reports it, in words.
 *
 * @param {import('./week-data.js').Activity} activity
 * @returns {string}
 */
export function sourceWords(activity) {
  // a week that was kept by an earlier version has none
  const sources = activity.sources || [];
  if (sources.length < 2) {
    return text('pocket.sheet.supplier', activity.supplierName);
  }
  const names = sources.map((one) => (one.state === 'CANCELLED' ? text('pocket.twins.cancelled', one.supplierName) : one.supplierName));
  return text(sources.length === 2 ? 'pocket.twins.two' : 'pocket.twins.more', names.join(text('pocket.entry.and')), sources.length);
}

/**
 * The act that says that the reports are two lessons, or that they are one after all, where the person may.
 *
 * @param {import('./week-data.js').Activity} activity
 * @param {(after: () => void) => void} close closes the sheet, then does what comes after it
 * @param {() => void} changed
 * @returns {HTMLElement | null}
 */
export function separatePart(activity, close, changed) {
  // a week that was kept by an earlier version says nothing of the second
  if (!activity.viewerCanSeparate && !activity.viewerCanRejoin) {
    return null;
  }
  const apart = activity.viewerCanRejoin;
  const problem = h('p', { class: 'tk-error', role: 'alert' });
  let busy = false;
  const press = async () => {
    if (busy) {
      return;
    }
    busy = true;
    problem.textContent = '';
    try {
      const revision = await (apart ? rejoin : separate)(activity.id, activity.revision);
      close(() => {
        changed();
        if (apart) {
          toast(text('pocket.twins.rejoined'));
        } else {
          toast(text('pocket.twins.done', activity.title), () => rejoin(activity.id, revision).then(changed));
        }
      });
    } catch (e) {
      problem.textContent = failureWords(e);
    }
    busy = false;
  };
  return h(
    'div',
    {},
    h('p', { class: 'tk-soft' }, text(apart ? 'pocket.twins.apart' : 'pocket.twins.why')),
    h('button', { type: 'button', class: 'tk-button', onclick: press }, text(apart ? 'pocket.twins.rejoin' : 'pocket.twins.separate')),
    problem,
  );
}

/** @param {string} activityId @param {number} expectedRevision @returns {Promise<number>} the revision afterwards */
async function separate(activityId, expectedRevision) {
  const { activity, errors } = (await ask('SeparateTwins', { input: { activityId, expectedRevision } })).data.separateTwins;
  refuse(errors);
  return activity ? activity.revision : expectedRevision;
}

/** @param {string} activityId @param {number} expectedRevision @returns {Promise<number>} the revision afterwards */
async function rejoin(activityId, expectedRevision) {
  const { activity, errors } = (await ask('RejoinTwins', { input: { activityId, expectedRevision } })).data.rejoinTwins;
  refuse(errors);
  return activity ? activity.revision : expectedRevision;
}

/** @param {{code: string, message: string}[]} errors */
function refuse(errors) {
  if (errors.length) {
    throw refusal(errors);
  }
}

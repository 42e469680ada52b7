/**
 * What somebody else changed of a lesson while a form about it was open: who, when, and what stands there now.
 */

import { ask } from './api.js';
import { h } from './dom.js';
import { text } from './texts.js';
import { momentName } from './time.js';

/**
 * @param {string} id of the lesson
 * @param {number} seen the revision that the form knows
 * @returns {Promise<{revision: number, element: HTMLElement} | null>} null where it is not to be seen any more; rejected with an ApiError
 */
export async function changedMeanwhile(id, seen) {
  const { node } = (await ask('ActivityNow', { id })).data;
  if (!node) {
    return null;
  }
  const changes = (node.history || []).filter((change) => change.revision > seen && change.fields.length > 0);
  return {
    revision: node.revision,
    element: h(
      'div',
      { class: 'tk-banner tk-banner-warm', role: 'alert' },
      h('p', {}, text('pocket.stale.changed')),
      changes.flatMap((change) =>
        change.fields.map((one) =>
          h('p', {}, h('span', {}, text('pocket.stale.by', change.by, momentName(change.recordedAt), one.field)), one.before && h('del', {}, one.before), one.after && h('ins', {}, one.after)),
        ),
      ),
      h('p', {}, text('pocket.stale.again')),
    ),
  };
}

/**
 * Tells it in a form whose sending failed for that reason.
 *
 * @param {{code?: string}} failure why sending failed
 * @param {string} id of the lesson
 * @param {number} seen the revision that the form knows
 * @param {HTMLElement} place where it is told
 * @returns {Promise<number | null>} the revision to go on from; null where that is not the reason, or cannot be told
 */
export async function tellChanged(failure, id, seen, place) {
  const meanwhile = failure.code === 'REVISION_STALE' ? await changedMeanwhile(id, seen).catch(() => null) : null;
  if (!meanwhile) {
    return null;
  }
  place.replaceChildren(meanwhile.element);
  return meanwhile.revision;
}

/**
 * The form that calls a lesson off, with a reason.
 */

import { ask, refusal } from './api.js';
import { openPanel } from './dialog.js';
import { h } from './dom.js';
import { complain, field, once, refusalsOf } from './form.js';
import { tellChanged } from './stale.js';
import { text } from './texts.js';
import { spanName } from './time.js';
import { toast } from './toast.js';

/** Reasons that are chosen with one press. */
const USUAL = ['leave', 'equipment', 'event', 'holiday'];

/** @param {import('./week-data.js').Activity} activity @param {() => void} changed */
export function openCancel(activity, changed) {
  openPanel(text('pocket.lesson.cancel'), null, (close) => form(activity, close, changed));
}

/** @param {import('./week-data.js').Activity} activity @param {(after: () => void) => void} close @param {() => void} changed */
function form(activity, close, changed) {
  let revision = activity.revision;
  const problem = h('p', { class: 'tk-error', role: 'alert' });
  const stale = h('div', {});
  const reason = h('input', { type: 'text', maxlength: '200', required: true, autocomplete: 'off' });
  const said = field('tk-cancel-reason', text('pocket.cancel.reason'), reason);
  /** @param {import('./form.js').Refusal[]} refusals */
  const tell = (refusals) => complain([said], (path) => (path[0] === 'reason' ? said : undefined), problem, refusals);
  const submit = once(async () => {
    tell(reason.value.trim() ? [] : [{ path: ['reason'], message: text('pocket.cancel.reason.missing') }]);
    if (!reason.value.trim()) {
      return;
    }
    try {
      const answer = (await ask('CancelActivity', { input: { activityId: activity.id, expectedRevision: revision, reason: reason.value.trim() } })).data.cancelActivity;
      if (!answer.activity) {
        throw refusal(answer.errors);
      }
      close(() => {
        changed();
        toast(text('pocket.cancel.done', activity.title));
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
  /** @param {string} words */
  const usual = (words) =>
    h(
      'button',
      {
        type: 'button',
        class: 'tk-button',
        onclick: () => {
          reason.value = words;
          tell([]);
        },
      },
      words,
    );
  return [
    h('p', { class: 'tk-soft' }, activity.title + ' · ' + spanName(activity)),
    h(
      'form',
      { class: 'tk-form', novalidate: true, onsubmit: submit },
      h('div', { class: 'tk-usual' }, USUAL.map((one) => usual(text('pocket.cancel.reason.' + one)))),
      said.part,
      stale,
      h('p', { class: 'tk-soft' }, text('pocket.cancel.told')),
      problem,
      h('div', { class: 'tk-sheet-acts' }, h('button', { class: 'tk-button tk-danger' }, text('pocket.cancel.submit'))),
    ),
  ];
}

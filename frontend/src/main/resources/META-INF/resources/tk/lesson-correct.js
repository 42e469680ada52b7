/**
 * The form in which somebody says that something is wrong with a lesson. Without a signal it waits on the phone.
 *
 * @typedef {import('./week-data.js').Activity} Activity
 * @typedef {Operations['AskCorrection']['variables']['input']['kind']} Kind
 */

import { perform } from './act-queue.js';
import { openPanel } from './dialog.js';
import { h } from './dom.js';
import { complain, field, once, refusalsOf } from './form.js';
import { newId } from './sender.js';
import { text } from './texts.js';
import { spanName } from './time.js';
import { toast } from './toast.js';

/** @type {Kind[]} */
const KINDS = ['TIME', 'PLACE', 'TEACHERS', 'JOIN', 'NOT_HELD', 'OTHER'];

/** @param {Activity} activity */
export function openCorrect(activity) {
  openPanel(text('pocket.correct'), null, (close) => form(activity, close));
}

/** @param {Activity} activity @param {(after: () => void) => void} close */
function form(activity, close) {
  // The same for each attempt at the same words: what arrived although no answer came back is not said twice.
  let id = newId();
  /** @type {Kind | null} */
  let kind = null;
  const problem = h('p', { class: 'tk-error', role: 'alert' });
  const words = h('textarea', { maxlength: '500', rows: '3', oninput: () => (id = newId()) });
  const said = field('tk-correct-words', text('pocket.correct.words'), words);
  /** @param {import('./form.js').Refusal[]} refusals */
  const tell = (refusals) => complain([said], (path) => (path[path.length - 1] === 'text' ? said : undefined), problem, refusals);
  const missing = () => {
    if (!kind) {
      return [{ path: [], message: text('pocket.correct.kind.missing') }];
    }
    return kind === 'OTHER' && !words.value.trim() ? [{ path: ['text'], message: text('pocket.correct.words.missing') }] : [];
  };
  const submit = once(async () => {
    tell(missing());
    if (missing().length) {
      return;
    }
    try {
      const sent = await perform('AskCorrection', id, activity.title, { activityId: activity.id, kind, text: words.value.trim() || null });
      close(() => toast(text(sent ? 'pocket.correct.done' : 'pocket.correct.later')));
    } catch (e) {
      tell(refusalsOf(e));
    }
  });
  return [
    h('p', { class: 'tk-soft' }, activity.title + ' · ' + spanName(activity)),
    h(
      'form',
      { class: 'tk-form', novalidate: true, onsubmit: submit },
      h(
        'fieldset',
        { class: 'tk-choice' },
        h('legend', {}, text('pocket.correct.kind')),
        h(
          'div',
          { class: 'tk-choice-row tk-choice-many' },
          KINDS.map((one) =>
            h(
              'label',
              {},
              h('input', {
                type: 'radio',
                name: 'tk-correct-kind',
                value: one,
                onchange: () => {
                  kind = one;
                  id = newId();
                  tell([]);
                },
              }),
              h('span', {}, text('pocket.correct.kind.' + one)),
            ),
          ),
        ),
      ),
      said.part,
      h('p', { class: 'tk-soft' }, text('pocket.correct.told')),
      problem,
      h('div', { class: 'tk-sheet-acts' }, h('button', { class: 'tk-button tk-main-action' }, text('pocket.correct.submit'))),
    ),
  ];
}

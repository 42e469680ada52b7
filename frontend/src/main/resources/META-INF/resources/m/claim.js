/**
 * What a file is to prove: community, lesson, criterion. Words and rights are the server's.
 */

import { h, icon } from '../tk/dom.js';
import { titleOf } from '../tk/entry.js';
import { text } from '../tk/texts.js';
import { clockOf, dayName, dayOf } from '../tk/time.js';

/** @param {any} state @param {(id: string) => void} choose */
export function communityPart(state, choose) {
  const known = state.communities.some((one) => one.id === state.community.id) ? state.communities : [state.community].concat(state.communities);
  const name =
    known.length === 1
      ? h('p', { class: 'tk-claim-community' }, state.community.name)
      : h(
          'label',
          { class: 'tk-field' },
          h('span', {}, text('pocket.upload.community')),
          h(
            'select',
            { id: 'tk-community', onchange: (event) => choose(event.target.value) },
            known.map((one) => h('option', { value: one.id, selected: one.id === state.community.id }, one.name)),
          ),
        );
  const { progress } = state.community;
  return h(
    'div',
    { class: 'tk-claim-head' },
    name,
    state.failure && h('p', {}, h('span', { class: 'tk-chip tk-chip-now' }, text('pocket.offline')), ' ', text('pocket.upload.offline')),
    progress && progress.askedCount > 0 && h('p', { class: 'tk-soft' }, text('pocket.upload.met', progress.metCount, progress.askedCount)),
  );
}

/** @param {any} state @param {(activity: any) => void} choose */
export function activityPart(state, choose) {
  const begun = state.community.activities.edges
    .map((edge) => edge.node)
    .filter((one) => one.state !== 'CANCELLED')
    .reverse();
  const { activity } = state;
  if (!begun.length && !activity) {
    return null;
  }
  const options = activity && !begun.some((one) => one.id === activity.id) ? [activity].concat(begun) : begun;
  return h(
    'label',
    { class: 'tk-field' },
    h('span', {}, text('pocket.upload.activity')),
    h(
      'select',
      { id: 'tk-activity', onchange: (event) => choose(options.find((one) => one.id === event.target.value) || null) },
      h('option', { value: '', selected: !activity }, text('pocket.upload.activity.none')),
      options.map((one) => h('option', { value: one.id, selected: activity && activity.id === one.id }, optionName(one))),
    ),
  );
}

function optionName(activity) {
  return dayName(dayOf(activity.startsAt)) + ' ' + clockOf(activity.startsAt) + ' ' + titleOf(activity);
}

/** @param {any} state @param {(code: string) => void} choose */
export function criteriaPart(state, choose) {
  const { progress } = state.community;
  const open = ((progress && progress.criteria) || []).filter((one) => one.viewerCanUpload);
  if (!open.length) {
    return h('div', { class: 'tk-empty' }, h('p', {}, text('pocket.upload.none')));
  }
  return h(
    'fieldset',
    { class: 'tk-criteria' },
    h('legend', {}, text('pocket.upload.criterion')),
    open.map((one) =>
      h(
        'label',
        { class: 'tk-card tk-criterion' },
        h('input', {
          type: 'radio',
          name: 'criterion',
          id: 'tk-criterion-' + one.code,
          value: one.code,
          checked: one.code === state.criterion,
          onchange: () => choose(one.code),
        }),
        h(
          'span',
          { class: 'tk-card-text' },
          h('strong', {}, one.code + ' ' + one.name),
          standing(one),
          one.code === state.criterion && h('span', { class: 'tk-soft' }, one.asks),
          one.code === state.criterion && one.measures.map(measure),
        ),
      ),
    ),
  );
}

/** How the community stands at a criterion, in the server's words. @param {any} criterion */
export function standing(criterion) {
  return criterion.state === 'MET'
    ? h('span', { class: 'tk-standing tk-standing-met' }, icon('done'), text('pocket.upload.state.met'))
    : criterion.lacking && h('span', { class: 'tk-standing tk-standing-lacking' }, criterion.lacking);
}

function measure(one) {
  return h(
    'span',
    { class: 'tk-measure' },
    h('span', {}, one.name),
    h('progress', { class: 'tk-progress', max: String(Math.max(one.needed, 1)), value: String(Math.min(one.present, one.needed)), 'aria-label': one.name }),
    h('span', { class: 'tk-measure-count' }, one.present + ' / ' + one.needed),
  );
}

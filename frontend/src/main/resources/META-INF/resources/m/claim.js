/**
 * The form of what a file is to prove: community, lesson, criterion. Words and rights are the server's.
 */

import { h, icon } from '../tk/dom.js';
import { titleOf } from '../tk/entry.js';
import { emptyPart, linkAct } from '../tk/states.js';
import { text } from '../tk/texts.js';
import { clockOf, dayName, dayOf } from '../tk/time.js';
import { hasRole } from '../tk/viewer.js';
import { chosenCriterion, chosenLesson, mayShow, openCriteria, WHOLE_COUNTY } from './claim-data.js';

/** @param {import('./claim-data.js').Claim} claim @param {(id: string) => void} choose */
export function communityPart(claim, choose) {
  const listed = claim.communities.some((one) => one.id === claim.community.id);
  const known = listed ? claim.communities : [claim.community, ...claim.communities];
  const { ownCounty } = claim;
  const name =
    known.length === 1 && !ownCounty
      ? h('p', { class: 'tk-claim-community' }, claim.community.name)
      : h(
          'label',
          { class: 'tk-field' },
          h('span', {}, text('pocket.upload.community')),
          h(
            'select',
            { id: 'tk-community', onchange: (/** @type {any} */ event) => choose(event.target.value) },
            known.map((one) => h('option', { value: one.id, selected: !claim.county && one.id === claim.community.id }, one.name)),
            ownCounty && h('option', { value: WHOLE_COUNTY, selected: !!claim.county }, text('pocket.upload.county', ownCounty.name)),
          ),
        );
  const { progress } = claim.community;
  return h(
    'div',
    { class: 'tk-claim-head' },
    name,
    claim.county && h('p', { class: 'tk-soft' }, text('pocket.upload.county.means')),
    claim.replaces && h('p', { class: 'tk-banner' }, text('pocket.upload.replaces')),
    claim.failure && h('p', {}, h('span', { class: 'tk-chip tk-chip-now' }, text('pocket.offline')), ' ', text('pocket.upload.offline')),
    progress && progress.askedCount > 0 && !claim.county && h('p', { class: 'tk-soft' }, text('pocket.upload.met', progress.metCount, progress.askedCount)),
  );
}

/** @param {import('./claim-data.js').Claim} claim @param {(activity: import('./claim-data.js').Lesson | null) => void} choose */
export function activityPart(claim, choose) {
  const begun = claim.community.activities.edges
    .map((edge) => edge.node)
    .filter((one) => one.state !== 'CANCELLED' && mayShow(chosenCriterion(claim), one))
    .reverse();
  const activity = chosenLesson(claim);
  if (claim.county || (!begun.length && !activity)) {
    return null;
  }
  const options = activity && !begun.some((one) => one.id === activity.id) ? [activity].concat(begun) : begun;
  return h(
    'label',
    { class: 'tk-field' },
    h('span', {}, text('pocket.upload.activity')),
    h(
      'select',
      { id: 'tk-activity', onchange: (/** @type {any} */ event) => choose(options.find((one) => one.id === event.target.value) || null) },
      h('option', { value: '', selected: !activity }, text('pocket.upload.activity.none')),
      options.map((one) => h('option', { value: one.id, selected: activity && activity.id === one.id }, optionName(one))),
    ),
  );
}

/** @param {import('./claim-data.js').Lesson} activity */
function optionName(activity) {
  return dayName(dayOf(activity.startsAt)) + ' ' + clockOf(activity.startsAt) + ' ' + titleOf(activity);
}

/** @param {import('./claim-data.js').Claim} claim @param {(code: string) => void} choose */
export function criteriaPart(claim, choose) {
  const open = openCriteria(claim.community);
  if (!open.length) {
    const uploads = hasRole('CLERK') || hasRole('COUNTY_OFFICER');
    return emptyPart(text(uploads ? 'pocket.upload.none' : 'pocket.upload.notYours'), linkAct('/', 'pocket.home'));
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
          checked: one.code === claim.criterion,
          onchange: () => choose(one.code),
        }),
        h(
          'span',
          { class: 'tk-card-text' },
          h('strong', {}, one.code + ' ' + one.name),
          standing(one),
          one.code === claim.criterion && h('span', { class: 'tk-soft' }, one.asks),
          one.code === claim.criterion && one.measures.map(measure),
        ),
      ),
    ),
  );
}

/** How the community stands at a criterion, in the server's words. @param {import('./claim-data.js').Criterion} criterion */
export function standing(criterion) {
  return criterion.state === 'MET'
    ? h('span', { class: 'tk-standing tk-standing-met' }, icon('done'), text('pocket.upload.state.met'))
    : criterion.lacking && h('span', { class: 'tk-standing tk-standing-lacking' }, criterion.lacking);
}

/** @param {import('./claim-data.js').Criterion['measures'][number]} one */
function measure(one) {
  return h(
    'span',
    { class: 'tk-measure' },
    h('span', {}, one.name),
    h('progress', { class: 'tk-progress', max: String(Math.max(one.needed, 1)), value: String(Math.min(one.present, one.needed)), 'aria-label': one.name }),
    h('span', { class: 'tk-measure-count' }, one.present + ' / ' + one.needed),
  );
}

/**
 * What proves that a lesson took place: asked for when its sheet opens, since few look at it, and nobody without a signal.
 *
 * @typedef {import('./week-data.js').Activity} Activity
 */

import { ask } from './api.js';
import { h, icon } from './dom.js';
import { text } from './texts.js';
import { momentName } from './time.js';

/**
 * The part of the sheet; it stays empty where there is nothing to show.
 *
 * @param {Activity} activity
 */
export function proofsPart(activity) {
  const place = h('section', { class: 'tk-part' });
  fill(place, activity).catch(() => {
    // It is not needed to hold the lesson.
  });
  return place;
}

/** @param {HTMLElement} place @param {Activity} activity */
async function fill(place, activity) {
  const { node } = (await ask('LessonEvidence', { id: activity.id })).data;
  const shown = ((node && node.evidence) || []).flatMap((one) => (one.file && one.file.url ? { at: one.recordedAt, name: one.fileName, url: one.file.url, small: one.file.thumbnailUrl } : []));
  if (shown.length) {
    place.append(h('h3', {}, text('pocket.sheet.evidence', shown.length)), h('ul', { class: 'tk-proofs' }, shown.map(proof)));
  }
}

/** @param {{at: string, name: string, url: string, small?: string | null}} one */
function proof(one) {
  return h(
    'li',
    {},
    h(
      'a',
      { href: one.url, target: '_blank', rel: 'noopener', 'aria-label': text('pocket.sheet.evidence.open', one.name, momentName(one.at)) },
      one.small ? h('img', { src: one.small, alt: '', loading: 'lazy' }) : icon('document'),
    ),
  );
}

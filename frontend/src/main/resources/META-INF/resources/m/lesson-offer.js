/**
 * Pictures that were taken during a lesson are offered to it: which lessons these are, and the question itself. Nothing is tied to a lesson, and
 * nothing of what is asked about is sent, before the person has answered.
 */

import { focusOn, h, icon } from '../tk/dom.js';
import { titleOf } from '../tk/entry.js';
import { text } from '../tk/texts.js';
import { clockOf, dayName, dayOf, instant } from '../tk/time.js';
import { answerOffer, queue } from './queue.js';

const MINUTE_MS = 60000;
/** People take pictures of the room before the bell and of the blackboard after it. */
const BEFORE_MS = 10 * MINUTE_MS;
const AFTER_MS = 30 * MINUTE_MS;
const THUMBNAILS = 4;

/**
 * @typedef {import('./queue.js').OfferedLesson} Offered
 * @typedef {import('./queue.js').Upload} Upload
 */

/**
 * Lessons during which something was taken; where there are none, those that had just ended or were about to begin.
 *
 * @param {import('./claim-data.js').Lesson[]} lessons
 * @param {string} takenAt
 * @returns {Offered[]}
 */
export function lessonsAt(lessons, takenAt) {
  const taken = instant(takenAt);
  /** @param {number} before @param {number} after */
  const within = (before, after) => lessons.filter((lesson) => instant(lesson.startsAt) - before <= taken && taken <= instant(lesson.endsAt) + after);
  const running = within(0, 0);
  return (running.length ? running : within(BEFORE_MS, AFTER_MS)).map((lesson) => ({ id: lesson.id, title: titleOf(lesson), startsAt: lesson.startsAt, endsAt: lesson.endsAt }));
}

/**
 * The questions that are open, one for all pictures of the same lessons.
 *
 * @param {() => boolean} isBusy whether more pictures are on their way into the queue: the questions must not move under a thumb
 * @returns {HTMLElement}
 */
export function offerPart(isBusy) {
  const part = h('section', { class: 'tk-offers', 'aria-label': text('pocket.offer.title'), hidden: true });
  let drawn = '';
  let picked = false;
  const draw = () => {
    if (isBusy()) {
      picked = true;
      return;
    }
    const groups = groupsOf(queue().items.filter((item) => item.state === 'asked'));
    // The queue tells of every piece that is sent: what is asked is drawn when it changes.
    const now = groups.map(({ items }) => items.map((item) => item.id).join()).join(';');
    if (now === drawn) {
      return;
    }
    // Whoever has just picked them is led to the question; whoever opens the page finds it.
    const isNew = !drawn && picked;
    picked = false;
    drawn = now;
    const held = part.contains(document.activeElement);
    part.hidden = groups.length === 0;
    part.replaceChildren(h('h2', { tabindex: '-1' }, text('pocket.offer.title')), ...allPart(groups), ...groups.map(groupPart));
    if (isNew) {
      part.scrollIntoView({ block: 'start' });
    }
    focusOn(held ? part.querySelector('h2') || document.querySelector('.tk-queue-part h2') : null);
  };
  window.addEventListener('tk-uploads', draw);
  draw();
  return part;
}

/** @param {Upload[]} asked @returns {{lessons: Offered[], items: Upload[]}[]} */
function groupsOf(asked) {
  /** @type {Map<string, {lessons: Offered[], items: Upload[]}>} */
  const groups = new Map();
  asked.forEach((item) => {
    const lessons = item.offers || [];
    const key = lessons.map((lesson) => lesson.id).join();
    const group = groups.get(key) || { lessons, items: [] };
    group.items.push(item);
    groups.set(key, group);
  });
  return Array.from(groups.values());
}

/** Several lessons, each with its own pictures: all of them at once. @param {{lessons: Offered[], items: Upload[]}[]} groups */
function allPart(groups) {
  const clear = groups.filter(({ lessons }) => lessons.length === 1);
  if (clear.length < 2) {
    return [];
  }
  const count = clear.reduce((sum, { items }) => sum + items.length, 0);
  const work = () => clear.forEach(({ lessons, items }) => answerOffer(idsOf(items), lessons[0]));
  return [h('button', { type: 'button', class: 'tk-button tk-main-action', onclick: work }, text('pocket.offer.all', count, clear.length))];
}

/** @param {{lessons: Offered[], items: Upload[]}} group */
function groupPart({ lessons, items }) {
  const taken = items.map((item) => item.takenAt || '').sort()[0];
  const shown = items.slice(0, THUMBNAILS);
  const addresses = shown.map((item) => item.thumbnail && URL.createObjectURL(item.thumbnail));
  return h(
    'div',
    { class: 'tk-offer' },
    h(
      'div',
      { class: 'tk-offer-pictures' },
      addresses.map((address) => (address ? h('img', { class: 'tk-thumbnail', src: address, alt: '', onload: () => URL.revokeObjectURL(address) }) : icon('document'))),
      items.length > shown.length && h('span', {}, '+' + (items.length - shown.length)),
    ),
    h('p', {}, text(lessons.length > 1 ? 'pocket.offer.which' : 'pocket.offer.why', items.length, dayName(dayOf(taken)) + ' ' + clockOf(taken))),
    lessons.map((lesson) =>
      h(
        'div',
        { class: 'tk-offer-lesson' },
        h('strong', {}, clockOf(lesson.startsAt) + '–' + clockOf(lesson.endsAt) + ' ' + lesson.title),
        answer('pocket.offer.take', lesson.title, 'tk-button' + (lessons.length === 1 ? ' tk-main-action' : ''), () => answerOffer(idsOf(items), lesson)),
      ),
    ),
    answer('pocket.offer.none', lessons.map((lesson) => lesson.title).join(text('pocket.entry.and')), 'tk-quiet', () => answerOffer(idsOf(items), null)),
  );
}

/** @param {string} key @param {string} title @param {string} look @param {() => void} work */
function answer(key, title, look, work) {
  return h('button', { type: 'button', class: look, 'aria-label': text('pocket.about', text(key), title), onclick: work }, text(key));
}

/** @param {Upload[]} items */
function idsOf(items) {
  return items.map((item) => item.id);
}

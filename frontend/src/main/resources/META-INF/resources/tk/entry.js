/**
 * How an entry of the week looks: in the list of a day, in the grid, and on the page of today.
 */

import { h } from './dom.js';
import { text } from './texts.js';
import { clockOf, dayOf, momentName } from './time.js';
import { isOwnSchool } from './viewer.js';
import { keyOf, periodsOf, phaseOf, takesPlace } from './week-data.js';

/**
 * @param {import('./week-data.js').Entry} entry
 * @param {(entry: import('./week-data.js').Entry, opener: HTMLElement) => void} open
 * @returns {HTMLElement}
 */
export function entryButton(entry, open) {
  const { activity } = entry;
  const button = h(
    'button',
    {
      type: 'button',
      class: 'tk-entry',
      'data-key': keyOf(entry),
      'data-slot': entry.slot,
      'data-conflict': clashes(entry),
      'data-subject': subjectOf(activity),
      'aria-haspopup': 'dialog',
      onclick: () => open(entry, button),
    },
    // Read aloud is the sentence, which the server makes; seen are its parts.
    h('span', { class: 'tk-unseen' }, entry.sentence),
    h(
      'span',
      { class: 'tk-entry-time', 'aria-hidden': 'true' },
      h('span', { class: 'tk-entry-from' }, clockOf(entry.startsAt)),
      h('span', { class: 'tk-entry-to' }, '–' + clockOf(entry.endsAt)),
    ),
    h(
      'span',
      { class: 'tk-entry-body', 'aria-hidden': 'true' },
      flag(entry),
      clashes(entry) && h('span', { class: 'tk-entry-clash' }, entry.conflictWords),
      h('span', { class: 'tk-entry-title' }, titleOf(activity)),
      h('span', { class: 'tk-entry-with' }, [ownPeriod(entry), withWhom(activity)].filter(Boolean).join(' · ')),
      ownRoom(activity) && h('span', { class: 'tk-entry-room' }, ownRoom(activity)),
    ),
  );
  return button;
}

/** Whether something else stands at the same time; a week that the phone kept earlier does not say. @param {import('./week-data.js').Entry} entry */
function clashes(entry) {
  return Boolean(entry.conflicts && entry.conflicts.length);
}

/** Shows on an entry's button whether it is over or running. @param {Element} button @param {import('./week-data.js').Entry} entry @param {number} nowMs */
export function markPhase(button, entry, nowMs) {
  const phase = phaseOf(entry, nowMs);
  button.classList.toggle('tk-past', phase === 'past');
  button.classList.toggle('tk-running', phase === 'running' && takesPlace(entry));
}

/** What happened to the place, in words: called off, gone, come. @param {import('./week-data.js').Entry} entry */
export function flag(entry) {
  const words = flagWords(entry);
  return words ? h('span', { class: 'tk-entry-flag' }, words) : null;
}

/** @param {import('./week-data.js').Entry} entry @returns {string} */
export function flagWords(entry) {
  switch (entry.slot) {
    case 'CANCELLED':
      return text('pocket.entry.cancelled');
    case 'MOVED_AWAY':
      return text('pocket.entry.movedTo', entry.movedTo ? momentName(entry.movedTo, dayOf(entry.startsAt)) : '');
    case 'MOVED_HERE':
      return text('pocket.entry.movedFrom', entry.movedFrom ? momentName(entry.movedFrom, dayOf(entry.startsAt)) : '');
    default:
      return '';
  }
}

/** Subject and title; the subject only where the title does not say it. @param {{title: string, subject: {name: string} | null}} activity */
export function titleOf(activity) {
  const subject = activity.subject ? activity.subject.name : '';
  return subject && activity.title.indexOf(subject) < 0 ? subject + ' · ' + activity.title : activity.title;
}

/** Code of the subject for its colour; what is no subject has one of its own. @param {{subject: {code: string} | null}} activity */
export function subjectOf(activity) {
  return activity.subject ? activity.subject.code : 'RESEARCH';
}

/** The other schools, seen from the person's own; all of them where the own one does not take part. @param {import('./week-data.js').Activity} activity */
export function withWhom(activity) {
  const others = activity.schools.filter((one) => !isOwnSchool(one.school.id));
  const names = others.map((one) => one.name).join(text('pocket.entry.and'));
  const whom = others.length < activity.schools.length && names ? text('pocket.entry.with', names) : names;
  return activity.className ? whom + ' · ' + activity.className : whom;
}

/** Where it stands among the periods of the person's own school. @param {import('./week-data.js').Entry} entry */
function ownPeriod(entry) {
  const own = periodsOf(entry).find((one) => one.own);
  return own ? own.label : '';
}

/** @param {import('./week-data.js').Activity} activity */
function ownRoom(activity) {
  const own = activity.schools.find((one) => isOwnSchool(one.school.id));
  return own && own.room ? own.room : '';
}

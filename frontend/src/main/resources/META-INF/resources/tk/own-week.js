/**
 * Own entries of a week as they are once what waits on this phone has arrived. Conflicts and the sentence that is read aloud are the server's;
 * until it has answered, an entry says day, time and title.
 *
 * @typedef {import('./act-kinds.js').Act} Act
 * @typedef {import('./week-data.js').OwnEntry} OwnEntry
 * @typedef {import('./week-data.js').Week} Week
 */

import { addDays, clockOf, dayName, dayOf, daysBetween, instant, weekdayOf } from './time.js';

/** @param {Week} week @param {Act[]} waiting the oldest first @returns {OwnEntry[]} */
export function waitingIn(week, waiting) {
  // A week that an earlier version kept may have none.
  const entries = new Map((week.ownEntries || []).map((own) => [own.id, own]));
  waiting.forEach((act) => {
    const before = entries.get(act.about);
    if (act.operation === 'EnterOwnEntry' || act.operation === 'EditOwnEntry') {
      entries.delete(act.about);
      const placed = place(act, week, before ? before.revision : act.input.expectedRevision || 0);
      if (placed) {
        entries.set(act.about, placed);
      }
    } else if (act.operation === 'RemoveOwnEntry') {
      entries.delete(act.about);
    }
  });
  return Array.from(entries.values()).sort((one, other) => instant(one.startsAt) - instant(other.startsAt));
}

/** Where an entry stands in a week; null if it does not. @param {Act} act @param {Week} week @param {number} revision @returns {OwnEntry | null} */
function place({ about, input }, week, revision) {
  const { entry } = input;
  const first = dayOf(entry.startsAt);
  const day = entry.weekly ? addDays(week.startsOn, weekdayOf(first) - 1) : first;
  const last = entry.weekly ? entry.until : first;
  if (day < first || (last && day > last) || day < week.startsOn || day > addDays(week.startsOn, 6)) {
    return null;
  }
  const startsAt = onDay(entry.startsAt, day);
  const endsAt = onDay(entry.endsAt, addDays(day, daysBetween(first, dayOf(entry.endsAt))));
  return {
    id: about,
    revision,
    title: entry.title,
    place: entry.place,
    note: entry.note,
    colour: entry.colour,
    startsAt,
    endsAt,
    weekly: entry.weekly,
    until: entry.until,
    firstStartsAt: entry.startsAt,
    firstEndsAt: entry.endsAt,
    sentence: dayName(day) + ' ' + clockOf(startsAt) + '–' + clockOf(endsAt) + ' ' + entry.title,
    conflicts: [],
    conflictWords: null,
  };
}

/** @param {string} dateTime @param {string} day */
function onDay(dateTime, day) {
  return day + dateTime.slice(10);
}

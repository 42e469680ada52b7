/**
 * Weeks of one's own timetable: from the server, and from what the phone keeps of them.
 *
 * @typedef {Operations['MyWeek']['data']['myWeek']} Week
 * @typedef {Week['days'][number]} Day
 * @typedef {Week['entries'][number] & {activity: {attendanceWaits?: boolean}}} Entry `attendanceWaits`: what a school says of it is still on this phone
 * @typedef {Week['ownEntries'][number]} OwnEntry
 * @typedef {Entry['activity']} Activity
 * @typedef {{startsAt: string, endsAt: string}} Span
 */

import { withActs } from './act-kinds.js';
import { waitingActs, withWaiting } from './act-queue.js';
import { ask } from './api.js';
import { erase, keys, read, write } from './store.js';
import { addDays, instant, learnClock, mondayOf, today } from './time.js';
import { knownViewer, rememberViewer } from './viewer.js';

const KEPT_WEEKS = 12;

/**
 * The week with a day, from the server; kept on the phone afterwards.
 *
 * @param {string | null} day null for today by the server's clock
 * @returns {Promise<Week>} rejected with an ApiError
 */
export async function fetchWeek(day) {
  const { data, sentMs, receivedMs } = await ask('MyWeek', { day });
  learnClock(data.myWeek.asOf, sentMs, receivedMs);
  if (data.viewer) {
    await rememberViewer(data.viewer);
    keep(data.viewer.id, data.myWeek);
  }
  return withWaiting(data.myWeek);
}

/**
 * The week with a day, as this phone saw it last.
 *
 * @param {string | null} day null for today
 * @returns {Promise<Week | null>}
 */
export async function keptWeek(day) {
  const viewer = knownViewer();
  if (!viewer) {
    return null;
  }
  try {
    const [week, acts] = await Promise.all([read(viewer.id, 'weeks', mondayOf(day || today())), waitingActs()]);
    return week ? withActs(week, acts) : null;
  } catch (e) {
    return null;
  }
}

/** Key of an entry: an activity can stand in a week once at each place that it took or left. @param {Entry} entry */
export function keyOf(entry) {
  return entry.activity.id + ' ' + entry.startsAt + ' ' + (entry.slot === 'MOVED_AWAY' ? 'left' : 'here');
}

/** Key of an own entry: a weekly one can stand in a week once only. @param {OwnEntry} own */
export function keyOfOwn(own) {
  return 'own ' + own.id;
}

/** Own entries of a week; a week that the phone kept earlier may have none. @param {Week} week */
export function ownEntriesOf(week) {
  return week.ownEntries || [];
}

/** Where an entry stands among the periods of each school, the own ones first; a week that the phone kept earlier does not say. @param {Entry} entry */
export function periodsOf(entry) {
  return entry.periods || [];
}

/**
 * Entries that are new or read differently than before.
 *
 * @param {Week} before
 * @param {Week} after
 * @returns {Entry[]}
 */
export function changedEntries(before, after) {
  const known = new Map(before.entries.map((entry) => [keyOf(entry), JSON.stringify(entry)]));
  return after.entries.filter((entry) => known.get(keyOf(entry)) !== JSON.stringify(entry));
}

/** Where an entry stands by the clock. @param {Span} entry @param {number} nowMs @returns {'past' | 'running' | 'coming'} */
export function phaseOf(entry, nowMs) {
  if (instant(entry.endsAt) <= nowMs) {
    return 'past';
  }
  return instant(entry.startsAt) <= nowMs ? 'running' : 'coming';
}

/** Whether something takes place where the entry stands. @param {Entry} entry */
export function takesPlace(entry) {
  return entry.slot === 'PLANNED' || entry.slot === 'MOVED_HERE';
}

/** @param {string} account @param {Week} week */
async function keep(account, week) {
  try {
    await write(account, 'weeks', week.startsOn, week);
    const oldest = addDays(mondayOf(today()), -7 * KEPT_WEEKS);
    const mondays = await keys(account, 'weeks');
    await Promise.all(mondays.filter((monday) => monday < oldest).map((monday) => erase(account, 'weeks', monday)));
  } catch (e) {
    // A full phone: the week is on the screen, only not for later.
  }
}

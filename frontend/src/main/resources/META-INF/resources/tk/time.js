/**
 * Time as the programme has it: instants come from the server with the offset of its zone, "now" is the server's clock, not the phone's.
 * Days are written `2026-11-25`.
 */

import { language } from './page.js';
import { text } from './texts.js';

const DAY_MS = 24 * 3600 * 1000;
const KEPT = 'tongke-clock';
/** What is nearer than this is taken for right where the server's time is known to the second only. */
const ROUGH_MS = 10000;

/** @type {{aheadMs: number, zoneMs: number}} */
let clock = { aheadMs: 0, zoneMs: 8 * 3600 * 1000 };
try {
  clock = Object.assign(clock, JSON.parse(localStorage.getItem(KEPT) || '{}'));
} catch (e) {
  // A full or forbidden store: the phone's clock will do until the server has answered.
}

/**
 * Learns how far the server's clock is ahead of the phone's.
 *
 * @param {string} asOf the server's time when it answered
 * @param {number} sentMs the phone's time when it asked
 * @param {number} receivedMs the phone's time when the answer was there
 */
export function learnClock(asOf, sentMs, receivedMs) {
  keep({ aheadMs: instant(asOf) - (sentMs + receivedMs) / 2, zoneMs: zoneOf(asOf) });
}

/**
 * Learns it roughly from any answer, before a page asks for a day: a phone's clock can be a year off.
 *
 * @param {string | null} date the answer's `Date`
 * @param {number} sentMs
 * @param {number} receivedMs
 */
export function learnClockRoughly(date, sentMs, receivedMs) {
  const aheadMs = instant(date || '') - (sentMs + receivedMs) / 2;
  if (Math.abs(aheadMs - clock.aheadMs) > ROUGH_MS + receivedMs - sentMs) {
    keep({ aheadMs, zoneMs: clock.zoneMs });
  }
}

/** @param {typeof clock} learned */
function keep(learned) {
  clock = learned;
  try {
    localStorage.setItem(KEPT, JSON.stringify(clock));
  } catch (e) {
    // See above.
  }
}

/** Now, by the server's clock, in milliseconds. @returns {number} */
export function now() {
  return Date.now() + clock.aheadMs;
}

/** Today, in the programme's zone. @returns {string} */
export function today() {
  return new Date(now() + clock.zoneMs).toISOString().slice(0, 10);
}

/** @param {string} dateTime @returns {number} milliseconds */
export function instant(dateTime) {
  return Date.parse(dateTime);
}

/** Day of an instant in its own zone. @param {string} dateTime */
export function dayOf(dateTime) {
  return dateTime.slice(0, 10);
}

/** Time of day of an instant in its own zone, as in `10:20`. @param {string} dateTime */
export function clockOf(dateTime) {
  return dateTime.slice(11, 16);
}

/** Time of day of now, as in `10:20`. */
export function clockNow() {
  return new Date(now() + clock.zoneMs).toISOString().slice(11, 16);
}

/** Hours since midnight, as a decimal number. @param {string} dateTime */
export function hoursOf(dateTime) {
  return Number(dateTime.slice(11, 13)) + Number(dateTime.slice(14, 16)) / 60;
}

/** An instant of the programme's zone, as in `2026-11-25T10:20:00+08:00`. @param {string} day @param {string} time as in `10:20` */
export function dateTimeOf(day, time) {
  return day + 'T' + time.slice(0, 5) + ':00' + zoneName();
}

/** The moment that it is now, of the programme's zone. */
export function nowDateTime() {
  return dateTimeOf(today(), clockNow());
}

/** @param {string} from @param {string} to */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to + 'T00:00:00Z') - Date.parse(from + 'T00:00:00Z')) / DAY_MS);
}

/** @param {string} day @param {number} days */
export function addDays(day, days) {
  return new Date(Date.parse(day + 'T00:00:00Z') + days * DAY_MS).toISOString().slice(0, 10);
}

/** Weekday from 1, Monday, to 7. @param {string} day */
export function weekdayOf(day) {
  return new Date(day + 'T00:00:00Z').getUTCDay() || 7;
}

/** @param {string} day */
export function mondayOf(day) {
  return addDays(day, 1 - weekdayOf(day));
}

/** Whether a text is a day that exists. @param {string | null} day */
export function isDay(day) {
  return day !== null && /^\d{4}-\d\d-\d\d$/.test(day) && !isNaN(Date.parse(day + 'T00:00:00Z')) && addDays(day, 0) === day;
}

/** As in `11月25日` or `25 Nov`. @param {string} day */
export function dateName(day) {
  return text('pocket.date.date', text('pocket.date.month.' + Number(day.slice(5, 7))), dayOfMonth(day));
}

/** As in `周三` or `Wed`. @param {string} day */
export function weekdayName(day) {
  return text('pocket.date.weekday.' + weekdayOf(day));
}

/** As in `11月25日 周三` or `Wed 25 Nov`. @param {string} day */
export function dayName(day) {
  return text('pocket.date.day', dateName(day), weekdayName(day));
}

/** When something takes place: day, start and end. @param {{startsAt: string, endsAt: string}} span */
export function spanName(span) {
  return dayName(dayOf(span.startsAt)) + ' ' + clockOf(span.startsAt) + '–' + clockOf(span.endsAt);
}

/** An instant as short as it can be said: time, weekday within the same week, date otherwise. @param {string} dateTime @param {string} [seenOn] */
export function momentName(dateTime, seenOn) {
  const day = dayOf(dateTime);
  const from = seenOn || today();
  if (day === from) {
    return clockOf(dateTime);
  }
  return (mondayOf(day) === mondayOf(from) ? weekdayName(day) : dayName(day)) + ' ' + clockOf(dateTime);
}

/** As in `11月23日 – 29日`. @param {string} monday */
export function weekName(monday) {
  const sunday = addDays(monday, 6);
  const sameMonth = monday.slice(0, 7) === sunday.slice(0, 7);
  if (language() === 'en') {
    return (sameMonth ? dayOfMonth(monday) : dateName(monday)) + ' – ' + dateName(sunday);
  }
  return dateName(monday) + ' – ' + (sameMonth ? dayOfMonth(sunday) : dateName(sunday));
}

/** As in `25日` or `25`; from texts, as Intl takes longer to be ready than a kept week takes to be drawn. @param {string} day */
function dayOfMonth(day) {
  return text('pocket.date.dayOfMonth', Number(day.slice(8, 10)));
}

/** Offset of the programme's zone, as in `+08:00`. */
function zoneName() {
  const minutes = Math.abs(clock.zoneMs) / 60000;
  const digits = [Math.floor(minutes / 60), minutes % 60].map((number) => String(number).padStart(2, '0'));
  return (clock.zoneMs < 0 ? '-' : '+') + digits.join(':');
}

/** @param {string} dateTime */
function zoneOf(dateTime) {
  const zone = /([+-])(\d\d):(\d\d)$/.exec(dateTime);
  return zone ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) * 60000 : 0;
}

/**
 * The days of a week: the strip for phones, the sections with their entries, and the mark of now.
 */

import { h } from './dom.js';
import { entryButton, markPhase } from './entry.js';
import { lanes } from './lanes.js';
import { ownButton } from './own-button.js';
import { emptyPart, linkAct } from './states.js';
import { text } from './texts.js';
import { clockNow, dateName, dayOf, hoursOf, instant, today, weekdayName } from './time.js';
import { axis, bands, periodsDown } from './week-axis.js';
import { keyOf, keyOfOwn, ownEntriesOf, phaseOf, takesPlace } from './week-data.js';
import { isWide } from './week-view.js';

const FIRST_HOUR = 8;
const LAST_HOUR = 17;
/** Shortest block of the grid, in hours: a name must fit in. */
const SHORTEST = 0.5;
/** How many stand side by side in a usual column of a wide screen, on a phone one; a day with more gets a wider one. */
const USUAL_LANES = 3;
/** Width of a lane that a finger hits, and of a column beside wider ones, in rem. */
const LANE_REM = 2.75;
const COLUMN_REM = 7;

/**
 * Opens what a person presses: a lesson, an own entry.
 *
 * @typedef {{
 *   entry: (entry: import('./week-data.js').Entry, opener: HTMLElement) => void,
 *   own: (own: import('./week-data.js').OwnEntry, opener: HTMLElement) => void,
 * }} Opens
 */

/**
 * @param {HTMLElement} strip
 * @param {import('./week-data.js').Week} week
 * @param {(day: string) => void} goTo
 */
export function drawStrip(strip, week, goTo) {
  strip.replaceChildren(
    ...week.days.map((day) => {
      const count = takingPlaceOn(week, day.on);
      return h(
        'button',
        {
          type: 'button',
          class: classes('tk-strip-day', day.on === today() && 'tk-strip-today', count === 0 && 'tk-strip-free'),
          'aria-current': day.on === today() ? 'date' : null,
          onclick: () => goTo(day.on),
        },
        h('span', {}, weekdayName(day.on)),
        h('strong', {}, Number(day.on.slice(8))),
        h('span', { class: 'tk-unseen' }, ' ' + text('pocket.week.strip', count) + ' ' + (day.name || '')),
        h('span', { class: 'tk-strip-dots', 'aria-hidden': 'true' }, mark(day), dots(count)),
      );
    }),
  );
}

/** The sign of calendars for a day off and for a weekend day that is worked. @param {import('./week-data.js').Day} day */
function mark(day) {
  return day.kind === 'HOLIDAY' || day.kind === 'MAKE_UP' ? h('span', { class: 'tk-strip-name' }, text('pocket.day.' + day.kind)) : null;
}

/** @param {number} count */
function dots(count) {
  return Array.from({ length: Math.min(count, 4) }, () => h('i', {}));
}

/**
 * @param {HTMLElement} body
 * @param {import('./week-data.js').Week} week
 * @param {Opens} open
 */
export function drawDays(body, week, open) {
  const unfolded = new Set(Array.from(body.querySelectorAll('.tk-day-fold[aria-expanded="true"]'), (fold) => fold.getAttribute('data-folds')));
  const shown = columns(week);
  const all = [...week.entries, ...ownEntriesOf(week)];
  const periods = periodsDown(week);
  const first = Math.floor(Math.min(FIRST_HOUR, ...periods.map((period) => period.from), ...all.map((entry) => hoursOf(entry.startsAt))));
  const last = Math.ceil(Math.max(LAST_HOUR, ...periods.map((period) => period.to), ...all.map(endHours)));
  const places = new Map(week.days.map((day) => [day.on, lanesOn(week, day.on)]));
  const widest = shown.map((day) => Math.max(1, ...(places.get(day.on) || []).map((place) => place.lanes)));
  const usual = isWide() ? USUAL_LANES : 1;
  const column = isWide() ? COLUMN_REM : LANE_REM;
  const crowded = widest.some((lanes) => lanes > usual);
  body.classList.toggle('tk-crowded', crowded);
  body.style.setProperty('--tk-days', String(shown.length));
  body.style.setProperty(
    '--tk-columns',
    crowded ? widest.map((lanes) => 'minmax(' + (lanes > usual ? lanes * LANE_REM : column) + 'rem, 1fr)').join(' ') : '',
  );
  body.style.setProperty('--tk-hours', String(last - first));
  body.style.setProperty('--tk-bands', bands(periods, first, last));
  body.setAttribute('data-first-hour', String(first));
  body.replaceChildren(
    ...(all.length ? [] : [emptyWeek(week)]),
    axis(periods, first, last),
    ...week.days.map((day) => daySection(week, day, places.get(day.on) || [], shown.indexOf(day) >= 0, first, unfolded.has(day.on), open)),
  );
}

/** Days that get a column: Saturday and Sunday only where something is on them or they are worked. @param {import('./week-data.js').Week} week */
function columns(week) {
  const weekend = week.days.slice(5).some((day) => placesOn(week, day.on).length > 0 || day.kind === 'MAKE_UP');
  return weekend ? week.days : week.days.slice(0, 5);
}

/**
 * @param {import('./week-data.js').Week} week
 * @param {import('./week-data.js').Day} day
 * @param {ReturnType<typeof lanesOn>} places what stands on it
 * @param {boolean} column whether it has a column of the grid
 * @param {number} first first hour of the grid
 * @param {boolean} unfolded
 * @param {Opens} open
 */
function daySection(week, day, places, column, first, unfolded, open) {
  const over = day.on < today() && mondayIsCurrent(week);
  const list = h('ol', { class: 'tk-day-entries', id: 'tk-day-' + day.on });
  places.forEach((place) => {
    const item = h('li', {}, buttonOf(place.entry, open));
    const from = hoursOf(place.entry.startsAt);
    item.style.setProperty('--tk-from', String(from - first));
    item.style.setProperty('--tk-long', String(Math.max(endHours(place.entry) - from, SHORTEST)));
    item.style.setProperty('--tk-lane', String(place.lane));
    item.style.setProperty('--tk-lanes', String(place.lanes));
    list.append(item);
  });
  const section = h(
    'section',
    {
      class: classes('tk-day', day.on === today() && 'tk-day-today', over && places.length > 0 && 'tk-day-over', !column && 'tk-day-off', !places.length && 'tk-day-free'),
      'data-day': day.on,
      'data-kind': day.kind,
      'aria-labelledby': 'tk-head-' + day.on,
    },
    h(
      'h3',
      { class: 'tk-day-head', id: 'tk-head-' + day.on, tabindex: '-1' },
      day.on === today() && h('span', { class: 'tk-chip tk-chip-now' }, text('pocket.today')),
      h('span', { class: 'tk-day-weekday' }, weekdayName(day.on)),
      h('span', { class: 'tk-day-date' }, dateName(day.on)),
      h('span', { class: 'tk-day-number', 'aria-hidden': 'true' }, Number(day.on.slice(8))),
      day.name && h('span', { class: 'tk-chip tk-day-name' }, day.name),
    ),
    places.length > 0 && over && fold(list, day.on, takingPlaceOn(week, day.on), unfolded),
    places.length ? list : [h('p', { class: 'tk-day-nothing' }, text(day.kind === 'UNKNOWN' ? 'pocket.week.undecided' : 'pocket.week.nothing')), list],
  );
  return section;
}

/**
 * Days that are over are folded on phones; the grid of wide screens shows them, so the button is for phones alone.
 *
 * @param {HTMLElement} list
 * @param {string} day
 * @param {number} count how many of them took place
 * @param {boolean} unfolded
 */
function fold(list, day, count, unfolded) {
  const button = h('button', {
    type: 'button',
    class: 'tk-day-fold',
    'data-folds': day,
    'aria-controls': list.id,
    onclick: () => set(button.getAttribute('aria-expanded') === 'false'),
  });
  const closed = count ? text('pocket.week.unfold', count) : text('pocket.week.unfold.none');
  /** @param {boolean} opened */
  const set = (opened) => {
    list.classList.toggle('tk-folded', !opened);
    button.setAttribute('aria-expanded', String(opened));
    button.textContent = opened ? text('pocket.week.fold') : closed;
  };
  set(unfolded);
  return button;
}

/** Why a week has nothing, and where to find something. @param {import('./week-data.js').Week} week */
function emptyWeek(week) {
  const holidays = week.days.filter((day) => day.kind === 'HOLIDAY');
  const why = !week.followedCount
    ? text('pocket.week.empty.follows')
    : holidays.length > 2
      ? text('pocket.week.empty.holiday', holidays[0].name || '')
      : text('pocket.week.empty');
  return emptyPart(why, linkAct('/find', 'pocket.week.find'));
}

/**
 * Marks what is over, running and next, and draws the line of now.
 *
 * @param {HTMLElement} body
 * @param {import('./week-data.js').Week} week
 * @param {number} nowMs
 */
export function placeNow(body, week, nowMs) {
  const entries = new Map(week.entries.map((entry) => [keyOf(entry), entry]));
  const owns = new Map(ownEntriesOf(week).map((own) => [keyOfOwn(own), own]));
  body.querySelectorAll('.tk-entry').forEach((button) => {
    const key = button.getAttribute('data-key') || '';
    const entry = entries.get(key);
    const own = owns.get(key);
    if (entry) {
      markPhase(button, entry, nowMs);
    } else if (own) {
      button.classList.toggle('tk-past', phaseOf(own, nowMs) === 'past');
    }
  });
  body.querySelectorAll('.tk-now').forEach((line) => line.remove());
  const list = body.querySelector('.tk-day-today .tk-day-entries');
  if (!list) {
    return;
  }
  const clock = clockNow();
  const line = h('li', { class: 'tk-now' }, h('span', {}, text('pocket.now', clock)));
  const at = hoursOf(today() + 'T' + clock);
  const first = Number(body.getAttribute('data-first-hour'));
  line.style.setProperty('--tk-from', String(at - first));
  const next = Array.from(list.children).find((item) => !item.querySelector('.tk-past'));
  list.insertBefore(line, next || null);
  line.classList.toggle('tk-now-outside', at < first || at - first > Number(body.style.getPropertyValue('--tk-hours')));
}

/** @param {import('./week-data.js').Week} week */
function mondayIsCurrent(week) {
  return week.startsOn <= today() && week.days[6].on >= today();
}

/** @param {import('./week-data.js').Week} week @param {string} day */
function entriesOn(week, day) {
  return week.entries.filter((entry) => dayOf(entry.startsAt) === day);
}

/** End in hours of the day on which the entry begins. @param {import('./week-data.js').Span} entry */
function endHours(entry) {
  return dayOf(entry.endsAt) === dayOf(entry.startsAt) ? hoursOf(entry.endsAt) : 24;
}

/** @param {import('./week-data.js').Week} week @param {string} day */
function ownOn(week, day) {
  return ownEntriesOf(week).filter((own) => dayOf(own.startsAt) === day);
}

/** How many stand on a day and take place: not what was called off or moved away. @param {import('./week-data.js').Week} week @param {string} day */
function takingPlaceOn(week, day) {
  return entriesOn(week, day).filter(takesPlace).length + ownOn(week, day).length;
}

/** All that stands on a day, in the order of its start. @param {import('./week-data.js').Week} week @param {string} day */
function placesOn(week, day) {
  return [...entriesOn(week, day), ...ownOn(week, day)].sort((one, other) => instant(one.startsAt) - instant(other.startsAt));
}

/** Where the entries of a day stand beside each other. @param {import('./week-data.js').Week} week @param {string} day */
function lanesOn(week, day) {
  return lanes(placesOn(week, day), (entry) => hoursOf(entry.startsAt), (entry) => Math.max(endHours(entry), hoursOf(entry.startsAt) + SHORTEST));
}

/** @param {import('./week-data.js').Entry | import('./week-data.js').OwnEntry} entry @param {Opens} open */
function buttonOf(entry, open) {
  return 'slot' in entry ? entryButton(entry, open.entry) : ownButton(entry, open.own);
}

/** @param {...(string | false)} names */
function classes(...names) {
  return names.filter(Boolean).join(' ');
}

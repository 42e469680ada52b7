/**
 * What stands beside the days of the grid: the periods of the own school, and hours where it has none.
 *
 * @typedef {import('./week-data.js').Week} Week
 * @typedef {{name: string, clock: string, from: number, to: number}} Period with its times in hours of the day
 */

import { h } from './dom.js';

/** How near a mark of an hour may come to a period, in hours. */
const NEAR = 0.3;

/** @param {Week} week a week that was kept earlier has none @returns {Period[]} */
export function periodsDown(week) {
  return (week.periods || []).map((period) => ({ name: period.name, clock: period.from, from: hours(period.from), to: hours(period.to) }));
}

/** @param {string} clock as in `09:50` */
function hours(clock) {
  return Number(clock.slice(0, 2)) + Number(clock.slice(3, 5)) / 60;
}

/** @param {Period[]} periods @param {number} first first hour of the grid @param {number} last */
export function axis(periods, first, last) {
  /** @type {HTMLElement[]} */
  const marks = periods.map((period) => {
    const mark = h('div', { class: 'tk-period' }, h('b', {}, period.name), h('span', {}, period.clock));
    mark.style.setProperty('--tk-from', String(period.from - first));
    mark.style.setProperty('--tk-long', String(period.to - period.from));
    return mark;
  });
  for (let hour = first; hour < last; hour++) {
    if (!periods.some((period) => period.from - NEAR < hour && hour < period.to + NEAR)) {
      const mark = h('span', {}, (hour < 10 ? '0' : '') + hour + ':00');
      mark.style.setProperty('--tk-from', String(hour - first));
      marks.push(mark);
    }
  }
  return h('div', { class: 'tk-hours', 'aria-hidden': 'true' }, h('div', { class: 'tk-hours-marks' }, marks));
}

/**
 * Lines where periods begin and end, and a shade between them, as an image behind each day; empty where there are no periods.
 *
 * @param {Period[]} periods in the order of their begin
 * @param {number} first
 * @param {number} last
 */
export function bands(periods, first, last) {
  if (!periods.length) {
    return '';
  }
  /** @param {number} hour */
  const at = (hour) => (((hour - first) / (last - first)) * 100).toFixed(3) + '%';
  /** @param {string} place */
  const line = (place) => ['var(--tk-line) ' + place, 'var(--tk-line) calc(' + place + ' + 1px)'];
  const stops = ['transparent 0'];
  periods.forEach((period, index) => {
    const before = index ? periods[index - 1].to : null;
    const shade = before !== null && before < period.from ? 'var(--tk-sunk) ' : 'transparent ';
    if (before !== null) {
      stops.push(shade + 'calc(' + at(before) + ' + 1px)');
    }
    stops.push(shade + at(period.from), ...line(at(period.from)));
    stops.push('transparent calc(' + at(period.from) + ' + 1px)', 'transparent ' + at(period.to), ...line(at(period.to)));
  });
  stops.push('transparent calc(' + at(periods[periods.length - 1].to) + ' + 1px)');
  return 'linear-gradient(to bottom, ' + stops.join(', ') + ')';
}

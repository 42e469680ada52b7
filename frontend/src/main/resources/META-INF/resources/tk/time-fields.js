/**
 * The fields of a lesson's time: day, period of the own school, begin and end. To choose a period is to fill in its times.
 */

import { ownSchoolId, periodsOn } from './bells.js';
import { h } from './dom.js';
import { field, option } from './form.js';
import { text } from './texts.js';
import { clockNow, dateTimeOf, today } from './time.js';

/**
 * @typedef {{day: string, from: string, to: string}} Span times may be empty: then the first period that comes is filled in
 * @typedef {Object} TimeFields
 * @property {HTMLElement[]} parts
 * @property {import('./form.js').Field[]} fields
 * @property {(path: string[]) => import('./form.js').Field | undefined} find
 * @property {() => Span} span
 * @property {() => {startsAt: string, endsAt: string} | null} times null as long as one is missing
 * @property {() => import('./form.js').Refusal[]} missing
 */

/**
 * @param {string} id what the ids of the inputs begin with
 * @param {Span} at
 * @param {(filled: boolean) => void} changed called when another time is said; `filled`: by what is known, not by the person
 * @param {{without: boolean}} [day] whether the day is asked for elsewhere
 * @returns {TimeFields}
 */
export function timeFields(id, at, changed, day) {
  const on = h('input', { type: 'date', required: true, value: at.day });
  const period = h('select', {});
  const from = h('input', { type: 'time', required: true, value: at.from });
  const to = h('input', { type: 'time', required: true, value: at.to });
  const fields = {
    day: field(id + '-day', text('pocket.own.day'), on),
    period: field(id + '-period', text('pocket.times.period'), period),
    startsAt: field(id + '-from', text('pocket.own.from'), from),
    endsAt: field(id + '-to', text('pocket.own.to'), to),
  };
  /** @type {import('./bells.js').Period[]} */
  let periods = [];
  // the field has its room while it is not known whether there are any, so that nothing jumps when there are
  let waits = ownSchoolId() !== null;
  const drawPeriods = () => {
    const chosen = periods.find((one) => one.from === from.value && one.to === to.value);
    fields.period.part.hidden = !waits && periods.length === 0;
    period.replaceChildren(
      option('', text('pocket.times.other'), !chosen),
      ...periods.map((one) => option(String(one.number), one.name + ' ' + one.from + '–' + one.to, one === chosen)),
    );
  };
  let asked = '';
  const loadPeriods = async () => {
    const schoolId = ownSchoolId();
    const key = on.value;
    if (!schoolId || !key || asked === key) {
      return;
    }
    asked = key;
    const found = await periodsOn(schoolId, key);
    if (asked === key) {
      periods = found;
      waits = false;
      if (!from.value && periods.length) {
        const next = (on.value === today() && periods.find((one) => one.from > clockNow())) || periods[0];
        from.value = next.from;
        to.value = next.to;
        changed(true);
      }
      drawPeriods();
    }
  };
  period.addEventListener('change', () => {
    const chosen = periods.find((one) => String(one.number) === period.value);
    if (chosen) {
      from.value = chosen.from;
      to.value = chosen.to;
      changed(false);
    } else {
      from.focus();
    }
  });
  [from, to].forEach((input) =>
    input.addEventListener('change', () => {
      drawPeriods();
      changed(false);
    }),
  );
  on.addEventListener('change', () => {
    loadPeriods();
    changed(false);
  });
  drawPeriods();
  loadPeriods();
  const span = () => ({ day: on.value, from: from.value, to: to.value });
  return {
    parts: [...(day && day.without ? [] : [fields.day.part]), fields.period.part, h('div', { class: 'tk-form-times' }, fields.startsAt.part, fields.endsAt.part)],
    fields: [fields.day, fields.startsAt, fields.endsAt],
    find: (path) => (path[path.length - 1] === 'startsAt' ? fields.startsAt : path[path.length - 1] === 'endsAt' ? fields.endsAt : path[path.length - 1] === 'day' ? fields.day : undefined),
    span,
    times: () => (on.value && from.value && to.value ? { startsAt: dateTimeOf(on.value, from.value), endsAt: dateTimeOf(on.value, to.value) } : null),
    missing: () =>
      [
        { path: ['day'], message: on.value ? '' : text('pocket.own.day.missing') },
        { path: ['startsAt'], message: from.value ? '' : text('pocket.own.time.missing') },
        { path: ['endsAt'], message: to.value ? '' : text('pocket.own.time.missing') },
      ].filter((refusal) => refusal.message),
  };
}

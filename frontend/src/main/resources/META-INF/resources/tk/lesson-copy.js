/**
 * The form that enters lessons like another one on other days: the same weekday of the weeks that come, and any day besides. Each copy has an id that
 * stays the same however often it is sent.
 */

import { ask } from './api.js';
import { clashWords, planOf } from './clashes.js';
import { openPanel } from './dialog.js';
import { h } from './dom.js';
import { complain, once, refusalsOf } from './form.js';
import { newId } from './sender.js';
import { text } from './texts.js';
import { addDays, clockOf, dateTimeOf, dayName, dayOf, today } from './time.js';
import { timeFields } from './time-fields.js';
import { toast } from './toast.js';

const WEEKS = 8;

/** @param {import('./week-data.js').Activity} activity @param {() => void} changed */
export function openCopy(activity, changed) {
  openPanel(text('pocket.lesson.copy'), null, (close) => form(activity, close, changed));
}

/** @param {import('./week-data.js').Activity} activity @param {(after: () => void) => void} close @param {() => void} changed */
function form(activity, close, changed) {
  /** Ids of the copies by day and time. @type {Object<string, string>} */
  const ids = {};
  /** Days that are there already. @type {Set<string>} */
  const done = new Set();
  const problem = h('p', { class: 'tk-error', role: 'alert' });
  const list = h('ul', { class: 'tk-copy-days' });
  const button = h('button', { class: 'tk-button tk-main-action' });
  const time = timeFields('tk-copy', { day: dayOf(activity.startsAt), from: clockOf(activity.startsAt), to: clockOf(activity.endsAt) }, () => chosen().forEach(look), { without: true });
  const other = h('input', { type: 'date', id: 'tk-copy-other', 'aria-label': text('pocket.copy.other') });

  const boxes = () => /** @type {HTMLInputElement[]} */ (Array.from(list.querySelectorAll('input')));
  const chosen = () => boxes().filter((box) => box.checked && !box.disabled).map((box) => box.value);
  const count = () => {
    button.textContent = text('pocket.copy.submit', chosen().length);
  };
  /** What is told of a day. @param {string} day @param {string} words @param {string} look */
  const tell = (day, words, look) => {
    const place = list.querySelector('[data-day="' + day + '"] .tk-copy-word');
    if (place) {
      place.className = 'tk-copy-word ' + look;
      place.textContent = words;
    }
  };
  /** @param {string} day */
  const timesOn = (day) => {
    const { from, to } = time.span();
    return from && to ? { startsAt: dateTimeOf(day, from), endsAt: dateTimeOf(day, to) } : null;
  };
  /** @param {string} day */
  const look = async (day) => {
    const times = timesOn(day);
    const words = times ? await clashWords(planOf(activity, times)) : [];
    if (!done.has(day)) {
      tell(day, words.length ? text('pocket.clash') + words.join(text('pocket.entry.and')) : '', 'tk-warm-words');
    }
  };
  /** @param {string} day @param {boolean} checked */
  const add = (day, checked) => {
    const box = h('input', { type: 'checkbox', value: day, checked });
    box.addEventListener('change', () => {
      count();
      if (box.checked) {
        look(day);
      } else {
        tell(day, '', '');
      }
    });
    const row = h('li', { 'data-day': day }, h('label', { class: 'tk-form-check' }, box, h('span', {}, dayName(day), h('span', { class: 'tk-copy-word' }))));
    const next = Array.from(list.children).find((one) => (one.getAttribute('data-day') || '') > day);
    list.insertBefore(row, next || null);
  };
  const first = nextLike(dayOf(activity.startsAt));
  for (let week = 0; week < WEEKS; week++) {
    add(addDays(first, 7 * week), week === 0);
  }
  const addOther = () => {
    const there = boxes().find((box) => box.value === other.value);
    if (there) {
      there.checked = there.checked || !there.disabled;
    } else if (other.value) {
      add(other.value, true);
    }
    if (other.value) {
      look(other.value);
    }
    other.value = '';
    count();
  };
  const submit = once(async () => {
    const days = chosen();
    const missing = time.missing();
    complain(time.fields, time.find, problem, days.length ? missing : missing.concat([{ path: [], message: text('pocket.copy.none') }]));
    if (missing.length || !days.length) {
      return;
    }
    let refused = false;
    for (const day of days) {
      const times = timesOn(day);
      const key = JSON.stringify(times);
      ids[key] = ids[key] || newId();
      try {
        const { errors } = (await ask('CopyActivity', { input: Object.assign({ id: ids[key], activityId: activity.id }, /** @type {{startsAt: string, endsAt: string}} */ (times)) })).data.copyActivity;
        if (errors.length) {
          refused = true;
          tell(day, errors.map((error) => error.message).join(' '), 'tk-error');
        } else {
          done.add(day);
          tell(day, text('pocket.copy.there'), 'tk-good-words');
          boxes().filter((box) => box.value === day).forEach((box) => (box.disabled = true));
        }
      } catch (e) {
        complain(time.fields, time.find, problem, refusalsOf(e));
        refused = true;
        break;
      }
    }
    count();
    if (done.size) {
      changed();
    }
    if (!refused) {
      close(() => toast(text('pocket.copy.done', activity.title, done.size)));
    }
  });
  count();
  look(first);
  return [
    h('p', { class: 'tk-soft' }, activity.title + ' · ' + text('pocket.copy.without')),
    h(
      'form',
      { class: 'tk-form', novalidate: true, onsubmit: submit },
      h('fieldset', { class: 'tk-copy' }, h('legend', {}, text('pocket.copy.days')), list),
      h('div', { class: 'tk-inline-form' }, h('label', { for: other.id }, text('pocket.copy.other')), other, h('button', { type: 'button', class: 'tk-button', onclick: addOther }, text('pocket.copy.add'))),
      time.parts,
      problem,
      h('div', { class: 'tk-sheet-acts' }, button),
    ),
  ];
}

/** The next day with the same weekday after another one, and from tomorrow on. @param {string} day */
function nextLike(day) {
  let next = addDays(day, 7);
  while (next <= today()) {
    next = addDays(next, 7);
  }
  return next;
}

/**
 * The part of the sheet where a school says that a lesson took place and how many attended.
 */

import { ask } from './api.js';
import { h } from './dom.js';
import { text } from './texts.js';
import { momentName } from './time.js';

/**
 * @param {import('./week-data.js').Activity} activity updated in place by what the server answers
 * @param {() => void} changed
 * @returns {HTMLElement | null} null where there is nothing to say and nothing to ask
 */
export function attendancePart(activity, changed) {
  if (!activity.attendance && !activity.viewerCanRecordAttendance) {
    return null;
  }
  const place = h('section', { class: 'tk-part' });
  draw(place, activity, changed);
  return place;
}

/**
 * @param {HTMLElement} place
 * @param {import('./week-data.js').Activity} activity
 * @param {() => void} changed
 * @param {boolean} [saved] whether that has just been done
 */
function draw(place, activity, changed, saved) {
  const { attendance } = activity;
  place.replaceChildren(
    h('h3', {}, text('pocket.attendance')),
    h(
      'p',
      { role: saved ? 'status' : null },
      attendance ? text('pocket.attendance.said', attendance.attended, momentName(attendance.recordedAt)) : text('pocket.attendance.none'),
    ),
    ...(activity.viewerCanRecordAttendance ? [form(place, activity, changed)] : []),
  );
}

/** @param {HTMLElement} place @param {import('./week-data.js').Activity} activity @param {() => void} changed */
function form(place, activity, changed) {
  const input = h('input', {
    id: 'tk-attended',
    type: 'number',
    inputmode: 'numeric',
    min: '0',
    max: '100000',
    step: '1',
    required: true,
    value: activity.attendance ? activity.attendance.attended : '',
  });
  const problem = h('p', { class: 'tk-error', id: 'tk-attended-error', role: 'alert' });
  const button = h('button', { class: 'tk-button' }, text(activity.attendance ? 'pocket.attendance.correct' : 'pocket.attendance.save'));
  let busy = false;
  /** @param {string} message */
  const complain = (message) => {
    problem.textContent = message;
    input.setAttribute('aria-invalid', String(message !== ''));
  };
  /** @param {Event} event */
  const submit = async (event) => {
    event.preventDefault();
    if (busy) {
      return;
    }
    if (!/^\d{1,6}$/.test(input.value)) {
      complain(text('pocket.attendance.number'));
      input.focus();
      return;
    }
    busy = true;
    complain('');
    try {
      const { data } = await ask('RecordAttendance', {
        input: { activityId: activity.id, expectedRevision: activity.revision, attended: Number(input.value) },
      });
      const answer = data.recordAttendance;
      if (answer.activity) {
        Object.assign(activity, answer.activity);
        draw(place, activity, changed, true);
        changed();
      } else {
        complain(answer.errors.map((error) => error.message).join(' '));
      }
    } catch (e) {
      complain(e.code === 'OFFLINE' ? text('pocket.attendance.offline') : e.message || text('pocket.failed'));
    }
    busy = false;
  };
  return h(
    'form',
    { class: 'tk-inline-form', novalidate: true, onsubmit: submit },
    h('label', { for: 'tk-attended' }, text('pocket.attendance.label')),
    input,
    button,
    problem,
  );
}

/**
 * That a lesson took place and how many attended: a number and one press, in the sheet and on the page of today, with or without a signal. The
 * number is filled in with what was said of the class last.
 *
 * @typedef {import('./week-data.js').Activity} Activity
 */

import { attendanceInput } from './act-kinds.js';
import { perform } from './act-queue.js';
import { h } from './dom.js';
import { once } from './form.js';
import { readAll } from './store.js';
import { failureWords } from './toast.js';
import { text } from './texts.js';
import { instant, momentName, now } from './time.js';
import { knownViewer } from './viewer.js';

/** Whether the person may say it now; a week that was kept earlier does not know that the lesson has begun. @param {Activity} activity */
export function mayRecord(activity) {
  const from = activity.viewerCanRecordAttendanceFrom;
  return activity.viewerCanRecordAttendance || Boolean(from && instant(from) <= now());
}

/**
 * The part of the sheet.
 *
 * @param {Activity} activity updated in place by what is said
 * @param {() => void} changed
 * @returns {HTMLElement | null} null where there is nothing to say and nothing to ask
 */
export function attendancePart(activity, changed) {
  if (!activity.attendance && !mayRecord(activity)) {
    return null;
  }
  const place = h('section', { class: 'tk-part' });
  draw(place, activity, changed);
  return place;
}

/**
 * @param {HTMLElement} place
 * @param {Activity} activity
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
      activity.attendanceWaits && h('span', { class: 'tk-soft tk-under' }, text('pocket.attendance.waits')),
    ),
  );
  if (mayRecord(activity)) {
    place.append(
      attendanceForm(activity, text('pocket.attendance.label'), () => {
        draw(place, activity, changed, true);
        changed();
      }),
    );
  }
}

/**
 * The number and the press.
 *
 * @param {Activity} activity updated in place by what is said
 * @param {string} label
 * @param {() => void} said
 * @returns {HTMLElement}
 */
export function attendanceForm(activity, label, said) {
  const id = 'tk-attended-' + activity.id.replace(/\W/g, '');
  const input = h('input', {
    id,
    class: 'tk-attended',
    type: 'number',
    inputmode: 'numeric',
    min: '0',
    max: '100000',
    step: '1',
    required: true,
    placeholder: text('pocket.attendance.people'),
    'data-key': 'attended ' + activity.id,
    'aria-describedby': id + '-error',
    value: activity.attendance ? activity.attendance.attended : '',
  });
  const problem = h('p', { class: 'tk-error', id: id + '-error', role: 'alert' });
  const button = h('button', { class: 'tk-button tk-main-action', 'data-key': 'attend ' + activity.id }, text(activity.attendance ? 'pocket.attendance.correct' : 'pocket.attendance.save'));
  /** @param {string} message */
  const complain = (message) => {
    problem.textContent = message;
    input.setAttribute('aria-invalid', String(message !== ''));
  };
  const submit = once(async () => {
    if (!/^\d{1,6}$/.test(input.value) || Number(input.value) > 100000) {
      complain(text('pocket.attendance.number'));
      input.focus();
      return;
    }
    complain('');
    try {
      await record(activity, Number(input.value));
      said();
    } catch (e) {
      complain(failureWords(e));
      if (e.activity) {
        // Who looks at what was said meanwhile can say it again.
        activity.revision = e.activity.revision;
        activity.attendance = e.activity.attendance;
      }
    }
  });
  if (!activity.attendance) {
    lastOf(activity).then((last) => {
      if (last !== null && input.value === '') {
        input.value = String(last);
      }
    });
  }
  return h('form', { class: 'tk-inline-form', novalidate: true, onsubmit: submit }, h('label', { for: id }, label), input, button, problem);
}

/** @param {Activity} activity @param {number} attended */
async function record(activity, attended) {
  const input = attendanceInput(activity, attended);
  const sent = await perform('RecordAttendance', activity.id, activity.title, input);
  Object.assign(activity, sent ? Object.assign({ attendanceWaits: false }, sent.activity) : { attendance: { attended, recordedAt: input.saidAt }, attendanceWaits: true });
}

/** How many were last said to attend with the same class in the same community, as far as this phone knows. @param {Activity} activity @returns {Promise<number | null>} */
async function lastOf(activity) {
  const viewer = knownViewer();
  try {
    /** @type {import('./week-data.js').Week[]} */
    const weeks = viewer ? await readAll(viewer.id, 'weeks') : [];
    const before = weeks
      .flatMap((week) => week.entries.map((entry) => entry.activity))
      .filter((one) => one.attendance && one.community.id === activity.community.id && one.className === activity.className && instant(one.startsAt) < instant(activity.startsAt))
      .sort((one, other) => instant(other.startsAt) - instant(one.startsAt));
    return before.length && before[0].attendance ? before[0].attendance.attended : null;
  } catch (e) {
    return null;
  }
}

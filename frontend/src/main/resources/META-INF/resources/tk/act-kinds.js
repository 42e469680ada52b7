/**
 * What a person can do without a signal, each kind of act: how it is sent, how it goes together with those that wait already, and what it
 * does to a week until it has arrived.
 *
 * @typedef {'HideActivity' | 'ShowActivity' | 'HideSeries' | 'ShowSeries' | 'AddActivity' | 'RemoveActivity' | 'RecordAttendance'
 *     | 'EnterOwnEntry' | 'EditOwnEntry' | 'RemoveOwnEntry' | 'AskCorrection'} Operation
 * @typedef {{id: string, operation: Operation, about: string, name: string, at: number, tried: boolean, input?: any}} Act `about`: id of the
 *     lesson, series, own entry or correction; `tried`: the server may know it; `input`: what else is sent
 * @typedef {import('./form.js').Refusal & {code: string}} Refused
 * @typedef {{errors: Refused[], revision?: number | null, activity?: any}} Sent
 */

import { ask } from './api.js';
import { waitingIn } from './own-week.js';
import { text } from './texts.js';
import { nowDateTime } from './time.js';

/** @type {Partial<Record<Operation, Operation>>} */
const INVERSE = {
  HideActivity: 'ShowActivity',
  ShowActivity: 'HideActivity',
  HideSeries: 'ShowSeries',
  ShowSeries: 'HideSeries',
  AddActivity: 'RemoveActivity',
  RemoveActivity: 'AddActivity',
};

/** @type {Record<Operation, (about: string, input: any) => Promise<Sent>>} */
const SEND = {
  HideActivity: async (activityId) => (await ask('HideActivity', { input: { activityId } })).data.hideActivity,
  ShowActivity: async (activityId) => (await ask('ShowActivity', { input: { activityId } })).data.showActivity,
  HideSeries: async (seriesId) => (await ask('HideSeries', { input: { seriesId } })).data.hideSeries,
  ShowSeries: async (seriesId) => (await ask('ShowSeries', { input: { seriesId } })).data.showSeries,
  AddActivity: async (activityId) => (await ask('AddActivity', { input: { activityId } })).data.addActivity,
  RemoveActivity: async (activityId) => (await ask('RemoveActivity', { input: { activityId } })).data.removeActivity,
  RecordAttendance: recordAttendance,
  EnterOwnEntry: async (id, { entry }) => written((await ask('EnterOwnEntry', { input: { id, entry } })).data.enterOwnEntry),
  EditOwnEntry: async (id, { entry, expectedRevision }) => written((await ask('EditOwnEntry', { input: { id, expectedRevision, entry } })).data.editOwnEntry),
  AskCorrection: async (id, { activityId, kind, text: words }) => (await ask('AskCorrection', { input: { id, activityId, kind, text: words } })).data.askCorrection,
  RemoveOwnEntry: async (id) => {
    await ask('RemoveOwnEntry', { input: { id } });
    return { errors: [] };
  },
};

/** @param {Act} act @returns {Promise<Sent>} rejected with an ApiError where there is no answer */
export function send(act) {
  return SEND[act.operation](act.about, act.input);
}

/**
 * How a new act goes together with those that wait.
 *
 * @param {Act[]} waiting the oldest first
 * @param {Act} act
 * @returns {{erase: Act[], write: Act | null}}
 */
export function together(waiting, act) {
  const same = waiting.filter((one) => one.about === act.about);
  const last = same[same.length - 1];
  switch (act.operation) {
    case 'EnterOwnEntry':
      return { erase: [], write: act };
    case 'EditOwnEntry':
      // The server does not know what it would replace: it is said at once as it is now.
      return last && !last.tried ? { erase: [], write: Object.assign({}, last, { input: Object.assign({}, last.input, { entry: act.input.entry }), name: act.name }) } : { erase: [], write: act };
    case 'RemoveOwnEntry':
      return { erase: same.filter((one) => !one.tried), write: same.some((one) => one.operation === 'EnterOwnEntry' && !one.tried) ? null : act };
    case 'RecordAttendance':
      return { erase: same.filter((one) => one.operation === act.operation && !one.tried), write: act };
    default: {
      const opposite = same.find((one) => one.operation === INVERSE[act.operation]);
      // What the server cannot know needs no taking back.
      return { erase: opposite ? [opposite] : [], write: !opposite || opposite.tried ? act : null };
    }
  }
}

/** An act that waits behind one that has arrived, and on what it finds then. @param {Act} act @param {Act} arrived @param {Sent} sent @returns {Act | null} */
export function behind(act, arrived, sent) {
  const follows = act.about === arrived.about && act.input && act.input.expectedRevision && sent.revision;
  return follows ? Object.assign({}, act, { input: Object.assign({}, act.input, { expectedRevision: sent.revision }) }) : null;
}

/**
 * A week as it is once what waits has arrived.
 *
 * @template {import('./week-data.js').Week} W
 * @param {W} week
 * @param {Act[]} waiting
 * @returns {W}
 */
export function withActs(week, waiting) {
  return Object.assign({}, week, {
    entries: week.entries.filter((entry) => !waiting.some((act) => takesOut(act, entry))).map((entry) => withAttendance(entry, waiting)),
    ownEntries: waitingIn(week, waiting),
  });
}

/** @param {Act} act @param {import('./week-data.js').Entry} entry */
function takesOut(act, entry) {
  const { id, series } = entry.activity;
  switch (act.operation) {
    case 'HideActivity':
      return id === act.about;
    case 'RemoveActivity':
      return id === act.about && entry.reason === 'ADDED';
    case 'HideSeries':
      return series !== null && series.id === act.about && entry.reason === 'FOLLOWED';
    default:
      return false;
  }
}

/** @param {import('./week-data.js').Entry} entry @param {Act[]} waiting @returns {import('./week-data.js').Entry} */
function withAttendance(entry, waiting) {
  const act = waiting.filter((one) => one.operation === 'RecordAttendance' && one.about === entry.activity.id).pop();
  if (!act) {
    return entry;
  }
  const attendance = { attended: act.input.attended, recordedAt: act.input.saidAt };
  return Object.assign({}, entry, { activity: Object.assign({}, entry.activity, { attendance, attendanceWaits: true }) });
}

/**
 * Says how many attended. What others changed of the lesson meanwhile is no reason not to, unless they said a number themselves.
 *
 * @param {string} activityId
 * @param {{attended: number, expectedRevision: number, seen: number | null}} input
 * @returns {Promise<Sent>}
 */
async function recordAttendance(activityId, { attended, expectedRevision, seen }) {
  const answer = (await ask('RecordAttendance', { input: { activityId, expectedRevision, attended } })).data.recordAttendance;
  if (!answer.errors.some((error) => error.code === 'REVISION_STALE')) {
    return { errors: answer.errors, activity: answer.activity, revision: answer.activity && answer.activity.revision };
  }
  const now = (await ask('ActivityNow', { id: activityId })).data.node;
  const said = now && now.attendance ? now.attendance.attended : null;
  if (!now || said !== seen) {
    return { errors: [{ code: 'REVISION_STALE', path: [], message: said === null ? answer.errors[0].message : text('pocket.attendance.other', said) }], activity: now };
  }
  const again = (await ask('RecordAttendance', { input: { activityId, expectedRevision: now.revision, attended } })).data.recordAttendance;
  return { errors: again.errors, activity: again.activity, revision: again.activity && again.activity.revision };
}

/** What the queue keeps of an attendance that is said now. @param {import('./week-data.js').Activity} activity @param {number} attended */
export function attendanceInput(activity, attended) {
  return { attended, expectedRevision: activity.revision, seen: activity.attendance ? activity.attendance.attended : null, saidAt: nowDateTime() };
}

/** @param {{entry: {revision: number} | null, errors: Refused[]}} payload @returns {Sent} */
function written(payload) {
  return { errors: payload.errors, revision: payload.entry && payload.entry.revision };
}

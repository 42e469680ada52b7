/**
 * What a person hides, shows, adds and removes: sent at once where there is a signal, otherwise kept on the phone and sent in order later. The
 * week is shown as if all of it had arrived. Every act can be sent again; of two pages one sends.
 *
 * @typedef {'HideActivity' | 'ShowActivity' | 'HideSeries' | 'ShowSeries' | 'AddActivity' | 'RemoveActivity'} Operation
 * @typedef {{id: string, operation: Operation, about: string, name: string, at: number, tried: boolean}} Act `tried`: the server may know it
 */

import { ApiError, ask } from './api.js';
import { newId, Sender } from './sender.js';
import { erase, readAll, replace, write } from './store.js';
import { text } from './texts.js';
import { failureWords, toast } from './toast.js';
import { knownViewer } from './viewer.js';

/** @type {Record<Operation, Operation>} */
const INVERSE = {
  HideActivity: 'ShowActivity',
  ShowActivity: 'HideActivity',
  HideSeries: 'ShowSeries',
  ShowSeries: 'HideSeries',
  AddActivity: 'RemoveActivity',
  RemoveActivity: 'AddActivity',
};

/** @type {Record<Operation, (id: string) => Promise<{code: string, message: string}[]>>} */
const SEND = {
  HideActivity: async (activityId) => (await ask('HideActivity', { input: { activityId } })).data.hideActivity.errors,
  ShowActivity: async (activityId) => (await ask('ShowActivity', { input: { activityId } })).data.showActivity.errors,
  HideSeries: async (seriesId) => (await ask('HideSeries', { input: { seriesId } })).data.hideSeries.errors,
  ShowSeries: async (seriesId) => (await ask('ShowSeries', { input: { seriesId } })).data.showSeries.errors,
  AddActivity: async (activityId) => (await ask('AddActivity', { input: { activityId } })).data.addActivity.errors,
  RemoveActivity: async (activityId) => (await ask('RemoveActivity', { input: { activityId } })).data.removeActivity.errors,
};

/** What waits, as it was last read; the phone's database is what counts. @type {Act[]} */
let acts = [];

/** @type {Sender<Act>} */
const sender = new Sender('tongke-acts', () => acts[0], attempt, () => {});

/** Sends what waits from an earlier page, now and whenever there may be a signal again. */
export async function startActs() {
  await waitingActs();
  sender.goOn();
}

/** @returns {Promise<Act[]>} what waits, the oldest first */
export async function waitingActs() {
  try {
    acts = (await readAll(account(), 'acts')).sort((one, other) => one.at - other.at);
  } catch (e) {
    // As it was read last, then.
  }
  return acts;
}

/**
 * Does an act now, or keeps it for later where the server is not reached.
 *
 * @param {Operation} operation
 * @param {string} about id of the lesson or the series
 * @param {string} name what it is called, for the words if the server refuses later
 * @returns {Promise<void>} rejected with an ApiError where the server refuses now
 */
export async function perform(operation, about, name) {
  let tried = false;
  if (navigator.onLine && !(await waitingActs()).length) {
    try {
      await sendNow(operation, about);
      return;
    } catch (e) {
      if (!waits(e)) {
        throw e;
      }
      // A broken link can have taken it along all the same.
      tried = true;
    }
  }
  const opposite = (await waitingActs()).find((act) => act.about === about && act.operation === INVERSE[operation]);
  if (opposite) {
    await erase(account(), 'acts', opposite.id);
  }
  // What the server cannot know needs no taking back.
  if (!opposite || opposite.tried) {
    const id = newId();
    await write(account(), 'acts', id, { id, operation, about, name, at: Date.now(), tried });
  }
  await waitingActs();
  told();
  sender.goOn();
}

/**
 * A week as it is once what waits has arrived.
 *
 * @template {{entries: {reason: string, activity: {id: string, series: {id: string} | null}}[]}} W
 * @param {W} week
 * @returns {Promise<W>}
 */
export async function withWaiting(week) {
  const waiting = await waitingActs();
  return Object.assign({}, week, { entries: week.entries.filter((entry) => !waiting.some((act) => takesOut(act, entry))) });
}

/** @param {Act} act @param {{reason: string, activity: {id: string, series: {id: string} | null}}} entry */
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

/** @param {Act} act @returns {Promise<import('./sender.js').Link>} */
async function attempt(act) {
  if (!navigator.onLine) {
    return 'offline';
  }
  const owner = account();
  // Another page can have sent it, or a person taken it back.
  if (await replace(owner, 'acts', act.id, Object.assign({}, act, { tried: true }))) {
    try {
      await sendNow(act.operation, act.about);
    } catch (e) {
      if (waits(e)) {
        return e.code === 'UNAUTHENTICATED' ? 'signedOut' : e.code === 'OFFLINE' ? 'offline' : 'failing';
      }
      toast(text('pocket.acts.refused', act.name, failureWords(e)));
    }
    await erase(owner, 'acts', act.id);
  }
  await waitingActs();
  told();
  return 'ok';
}

/** @param {Operation} operation @param {string} about */
async function sendNow(operation, about) {
  const errors = await SEND[operation](about);
  if (errors.length) {
    throw new ApiError(errors[0].code, errors.map((error) => error.message).join(' '));
  }
}

/** Whether it is worth sending again later. @param {{code?: string}} failure */
function waits(failure) {
  return ['OFFLINE', 'UNAUTHENTICATED', 'UNAVAILABLE', 'INTERNAL'].indexOf(failure.code || 'INTERNAL') >= 0;
}

function account() {
  const viewer = knownViewer();
  return viewer ? viewer.id : '';
}

function told() {
  window.dispatchEvent(new CustomEvent('tk-acts'));
  window.dispatchEvent(new CustomEvent('tk-hiding'));
}

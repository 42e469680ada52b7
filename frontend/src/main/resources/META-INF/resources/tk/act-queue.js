/**
 * What a person does to the own timetable, and that a lesson took place: sent at once where there is a signal, otherwise kept on the phone and sent
 * in order later. The week is shown as if all of it had arrived. Every act can be sent again; of two pages one sends.
 *
 * @typedef {import('./act-kinds.js').Operation} Operation
 * @typedef {import('./act-kinds.js').Act} Act
 * @typedef {import('./act-kinds.js').Sent} Sent
 */

import { behind, send, together, withActs } from './act-kinds.js';
import { refusal } from './api.js';
import { newId, Sender } from './sender.js';
import { erase, readAll, replace, write } from './store.js';
import { text } from './texts.js';
import { failureWords, toast } from './toast.js';
import { knownViewer } from './viewer.js';

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
 * @param {string} about id of the lesson, the series or the own entry
 * @param {string} name what it is called, for the words if the server refuses later
 * @param {*} [input] what else is said
 * @returns {Promise<Sent | null>} what the server answered; null where it waits; rejected with an ApiError where the server refuses now, whose
 *     `refusals` say what
 */
export async function perform(operation, about, name, input) {
  /** @type {Act} */
  const act = { id: newId(), operation, about, name, at: Date.now(), tried: false, input };
  if (navigator.onLine && !(await waitingActs()).length) {
    try {
      return await sendNow(act);
    } catch (e) {
      if (!waits(e)) {
        throw e;
      }
      // A broken link can have taken it along all the same.
      act.tried = true;
    }
  }
  const { erase: gone, write: kept } = together(await waitingActs(), act);
  await Promise.all(gone.map((one) => erase(account(), 'acts', one.id)));
  if (kept) {
    await write(account(), 'acts', kept.id, kept);
  }
  await waitingActs();
  told();
  sender.goOn();
  return null;
}

/**
 * A week as it is once what waits has arrived.
 *
 * @template {import('./week-data.js').Week} W
 * @param {W} week
 * @returns {Promise<W>}
 */
export async function withWaiting(week) {
  return withActs(week, await waitingActs());
}

/** @param {Act} first @returns {Promise<import('./sender.js').Link>} */
async function attempt(first) {
  if (!navigator.onLine) {
    return 'offline';
  }
  const owner = account();
  // Another page can have sent it, or a person said it otherwise or taken it back.
  const act = (await waitingActs()).find((one) => one.id === first.id);
  if (act && (await replace(owner, 'acts', act.id, Object.assign({}, act, { tried: true })))) {
    try {
      const sent = await sendNow(act);
      const followers = (await waitingActs()).flatMap((one) => (one.id === act.id ? [] : behind(one, act, sent) || []));
      await Promise.all(followers.map((one) => replace(owner, 'acts', one.id, one)));
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

/** @param {Act} act @returns {Promise<Sent>} */
async function sendNow(act) {
  const sent = await send(act);
  if (sent.errors.length) {
    throw Object.assign(refusal(sent.errors), { activity: sent.activity });
  }
  return sent;
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

/**
 * The queue of uploads: kept on the phone, sent one after the other, across reloads and lost signals. An item leaves it only when the server
 * has read back the same bytes that the phone sent. The bytes are kept apart from what is known of them, so that they are written once.
 *
 * @typedef {{id: string, title: string, startsAt: string, endsAt: string}} OfferedLesson
 *
 * @typedef {Object} Upload
 * @property {string} id the client's id, the same at every attempt
 * @property {string} communityId
 * @property {string | null} [countyId] the county for all of whose communities it speaks
 * @property {string | null} [replacesId] the evidence whose place it takes
 * @property {string} criterion
 * @property {string} criterionName
 * @property {string | null} activityId
 * @property {string | null} activityTitle
 * @property {string} fileName
 * @property {string} mediaType
 * @property {number} sizeBytes
 * @property {string} sha256
 * @property {string | null} note
 * @property {string} bytesId where its bytes are kept, the same as long as it is in the queue
 * @property {Blob} [blob] the bytes themselves, where an earlier version of the page put it into the queue
 * @property {Blob | null} thumbnail
 * @property {number} addedAt
 * @property {string | null} [takenAt] when its camera says that it was taken
 * @property {OfferedLesson[]} [offers] lessons that it may show, as long as the person has not said which
 * @property {'asked' | 'waiting' | 'sending' | 'confirming' | 'paused' | 'refused'} state `asked`: not sent before the person has answered
 * @property {number} sentBytes how many are in the bucket or on their way
 * @property {string | null} message why it was refused, from the server
 * @property {string | null} ticketId the ticket whose bytes have been sent
 */

import { newId, Sender } from '../tk/sender.js';
import { isLasting, read, readAll, replace, writeAll } from '../tk/store.js';
import { text } from '../tk/texts.js';
import { askToKeep } from './keep.js';
import { send } from './send.js';

/** Id of the account whose queue this is; empty before there is one. */
let account = '';
/** @type {Upload[]} */
let items = [];
/** Whether the queue outlasts the page. */
let lasting = true;
/** True when what the phone keeps of the queue has been read. @type {Promise<void>} */
let loaded = Promise.resolve();
/** The attempt that is under way, and how it is stopped. @type {{item: Upload, stop: AbortController} | null} */
let running = null;
/** How often the server did not take an item, since the page was opened. @type {WeakMap<Upload, number>} */
const failures = new WeakMap();

/** @type {Sender<Upload>} */
const sender = new Sender('tongke-uploads', next, attempt, told);

/** Begins to send what waits for an account. @param {string} id */
export async function startQueue(id) {
  if (account === id) {
    return;
  }
  account = id;
  items = [];
  loaded = kept(id).then((found) => {
    items = found;
    // What was under way when the page went is waiting again.
    items.forEach((item) => {
      item.state = atRest(item.state);
    });
  });
  await loaded;
  lasting = await isLasting(id);
  told();
  sender.goOn();
}

/** @returns {{items: Upload[], link: import('../tk/sender.js').Link, lasting: boolean}} */
export function queue() {
  return { items, link: sender.link, lasting };
}

/** How many items an account has waiting. @param {string} id @returns {Promise<number>} */
export async function countUploads(id) {
  if (account !== id) {
    return (await kept(id)).length;
  }
  await loaded;
  return items.length;
}

/**
 * Puts an item into the queue; it is safe on the phone when this has come true.
 *
 * @param {Upload} item
 * @param {Blob} bytes
 * @returns {Promise<void>} rejected with why the phone does not keep it
 */
export async function add(item, bytes) {
  await loaded;
  await writeAll(account, [
    { table: 'bytes', key: item.bytesId, value: bytes },
    { table: 'uploads', key: item.id, value: item },
  ]);
  askToKeep();
  if (!find(item.id)) {
    items = items.concat(item).sort(byAge);
  }
  told();
  sender.goOn();
}

/**
 * Takes an item out for the person; one that the server is already reading back cannot be taken out any more.
 *
 * @param {string} id
 * @returns {Promise<(() => Promise<void>) | null>} puts it back as it was; null where nothing was taken out
 */
export async function remove(id) {
  const item = find(id);
  if (!item || item.state === 'confirming') {
    return null;
  }
  halt(item);
  const state = atRest(item.state);
  /** @type {Blob | undefined} */
  let bytes;
  try {
    bytes = await bytesOf(item);
    await takeOut(item);
  } catch (e) {
    // Shown as gone it would come back with the next page.
    items = items.filter((one) => one !== item).concat(item).sort(byAge);
    change(item, { state });
    return null;
  }
  const back = bytes;
  return () => (back ? add(Object.assign(item, { state }), back) : Promise.resolve());
}

/** Says which of the offered lessons items show; null for none of them. @param {string[]} ids @param {OfferedLesson | null} lesson */
export function answerOffer(ids, lesson) {
  items
    .filter((item) => ids.indexOf(item.id) >= 0 && item.state === 'asked')
    .forEach((item) => change(item, { state: 'waiting', offers: [], activityId: lesson && lesson.id, activityTitle: lesson && lesson.title }));
  sender.goOn();
}

/** @param {string} id */
export function pause(id) {
  const item = find(id);
  if (item && (item.state === 'waiting' || item.state === 'sending')) {
    change(item, { state: 'paused' });
    halt(item);
  }
}

/** Tries a paused or refused item again; a refused one as a new upload, for the server remembers what it refused. @param {string} id */
export async function retry(id) {
  const item = find(id);
  if (!item || (item.state !== 'refused' && item.state !== 'paused')) {
    return;
  }
  if (item.state === 'refused') {
    await renew(item);
  } else {
    change(item, { state: 'waiting' });
  }
  sender.tryAgain();
}

/** What is sent next: what the server does not take must not keep back what it would. */
function next() {
  const waiting = items.filter((item) => item.state === 'waiting');
  return waiting.sort((one, other) => (failures.get(one) || 0) - (failures.get(other) || 0))[0];
}

/** Ends the attempt to send an item, if there is one. @param {Upload} item */
function halt(item) {
  if (running && running.item === item) {
    running.stop.abort();
  }
}

/** Whether another page has not sent or removed it meanwhile. @param {Upload} item */
async function stillKept(item) {
  try {
    return (await read(account, 'uploads', item.id)) !== undefined;
  } catch (e) {
    return true;
  }
}

/** @param {Upload} item @returns {Promise<import('../tk/sender.js').Link>} */
async function attempt(item) {
  const stop = new AbortController();
  running = { item, stop };
  try {
    return await attemptUntil(stop.signal, item);
  } finally {
    running = null;
  }
}

/** @param {AbortSignal} stop @param {Upload} item @returns {Promise<import('../tk/sender.js').Link>} */
async function attemptUntil(stop, item) {
  if (!(await stillKept(item))) {
    items = items.filter((one) => one !== item);
    told();
    return 'ok';
  }
  if (stop.aborted) {
    return 'ok';
  }
  const bytes = await bytesOf(item);
  if (!bytes) {
    change(item, { state: 'refused', message: text('pocket.queue.gone') });
    return 'ok';
  }
  change(item, item.ticketId ? { state: 'confirming', sentBytes: item.sizeBytes } : { state: 'sending' });
  const outcome = await send(
    item,
    bytes,
    {
      sent: (sentBytes, onTheWay) => change(item, { sentBytes }, onTheWay),
      arrived: (ticketId) => change(item, { state: 'confirming', ticketId, sentBytes: item.sizeBytes }),
    },
    stop,
  );
  if (stop.aborted) {
    return 'ok';
  }
  switch (outcome.result) {
    case 'stored':
      await takeOut(item);
      window.dispatchEvent(new CustomEvent('tk-uploaded', { detail: { item } }));
      return 'ok';
    case 'refused':
      change(item, { state: 'refused', message: outcome.message, ticketId: null });
      return 'ok';
    case 'expired':
      await renew(item);
      return failed(item);
    case 'again':
      change(item, { state: 'waiting', ticketId: null });
      return failed(item);
    case 'signedOut':
      change(item, { state: 'waiting' });
      return 'signedOut';
    default:
      change(item, { state: 'waiting' });
      return 'offline';
  }
}

/** @param {Upload} item @returns {'failing'} */
function failed(item) {
  failures.set(item, (failures.get(item) || 0) + 1);
  return 'failing';
}

/** The same upload under a new id, at the same place of the queue: both ids never stand there together. @param {Upload} item */
async function renew(item) {
  const { id } = item;
  /** @type {Upload} */
  const renewed = Object.assign({}, item, { id: newId(), state: 'waiting', message: null, ticketId: null, sentBytes: 0 });
  if (await replace(account, 'uploads', id, renewed, renewed.id)) {
    Object.assign(item, renewed);
  } else if (item.id === id) {
    items = items.filter((one) => one !== item);
  }
  told();
}

/** @param {Upload} item */
async function takeOut(item) {
  items = items.filter((one) => one !== item);
  told();
  await writeAll(account, [
    { table: 'uploads', key: item.id },
    { table: 'bytes', key: item.bytesId },
  ]);
}

/** @param {Upload} item @returns {Promise<Blob | undefined>} undefined where the phone has lost them */
async function bytesOf(item) {
  return item.blob || read(account, 'bytes', item.bytesId);
}

/** @param {Upload} item @param {Partial<Upload>} values @param {boolean} [fleeting] whether it need not be kept */
function change(item, values, fleeting) {
  Object.assign(item, values);
  if (!fleeting && account && find(item.id)) {
    replace(account, 'uploads', item.id, item).catch(() => {
      // The item itself was kept when it was added; only its state is not.
    });
  }
  told();
}

/** @param {string} id */
function find(id) {
  return items.find((item) => item.id === id);
}

/** @param {string} id @returns {Promise<Upload[]>} */
async function kept(id) {
  try {
    const found = /** @type {Upload[]} */ (await readAll(id, 'uploads'));
    return found.map((item) => Object.assign(item, { bytesId: item.bytesId || item.id })).sort(byAge);
  } catch (e) {
    return [];
  }
}

/** @param {Upload} one @param {Upload} other */
function byAge(one, other) {
  return one.addedAt - other.addedAt;
}

/** State of an item that nothing is done with. @param {Upload['state']} state @returns {Upload['state']} */
function atRest(state) {
  return state === 'sending' || state === 'confirming' ? 'waiting' : state;
}

function told() {
  window.dispatchEvent(new CustomEvent('tk-uploads'));
}

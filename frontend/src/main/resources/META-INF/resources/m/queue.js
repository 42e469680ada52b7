/**
 * The queue of uploads: kept on the phone, sent one after the other, across reloads and lost signals. An item leaves it only when the server
 * has read back the same bytes that the phone sent.
 *
 * @typedef {Object} Upload
 * @property {string} id the client's id, the same at every attempt
 * @property {string} communityId
 * @property {string} criterion
 * @property {string} criterionName
 * @property {string | null} activityId
 * @property {string | null} activityTitle
 * @property {string} fileName
 * @property {string} mediaType
 * @property {number} sizeBytes
 * @property {string} sha256
 * @property {string | null} note
 * @property {Blob} blob
 * @property {Blob | null} thumbnail
 * @property {number} addedAt
 * @property {'waiting' | 'sending' | 'confirming' | 'paused' | 'refused'} state
 * @property {number} sentBytes
 * @property {string | null} message why it was refused, from the server
 * @property {string | null} ticketId the ticket whose bytes have been sent
 */

import { erase, read, readAll, write } from '../tk/store.js';
import { send } from './send.js';

const RETRY_MS = [2000, 5000, 15000, 30000, 60000];

/** @type {string | null} */
let account = null;
/** @type {Upload[]} */
let items = [];
let sending = false;
let attempts = 0;
let timer = 0;
/** @type {'ok' | 'offline' | 'signedOut' | 'failing'} */
let link = 'ok';
/** @type {(() => void) | null} */
let abort = null;

/** Begins to send what waits for an account. @param {string} id */
export async function startQueue(id) {
  if (account === id) {
    return;
  }
  const first = account === null;
  account = id;
  items = await kept(id);
  // What was under way when the page went is waiting again.
  items.forEach((item) => {
    item.state = item.state === 'sending' || item.state === 'confirming' ? 'waiting' : item.state;
  });
  told();
  if (first) {
    window.addEventListener('online', goOn);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && goOn());
  }
  goOn();
}

/** @returns {{items: Upload[], link: string}} */
export function queue() {
  return { items, link };
}

/** How many items an account has waiting. @param {string} id @returns {Promise<number>} */
export async function countUploads(id) {
  return account === id ? items.length : (await kept(id)).length;
}

/**
 * Puts an item into the queue; it is safe on the phone when this has come true.
 *
 * @param {Upload} item
 * @returns {Promise<void>}
 */
export async function add(item) {
  await write(/** @type {string} */ (account), 'uploads', item.id, item);
  items.push(item);
  told();
  goOn();
}

/** @param {string} id */
export async function remove(id) {
  const item = find(id);
  if (!item) {
    return;
  }
  if (item.state === 'sending' && abort) {
    abort();
  }
  items = items.filter((one) => one.id !== id);
  await erase(/** @type {string} */ (account), 'uploads', id);
  told();
}

/** @param {string} id */
export function pause(id) {
  const item = find(id);
  if (item && (item.state === 'waiting' || item.state === 'sending')) {
    const running = item.state === 'sending';
    change(item, { state: 'paused' });
    if (running && abort) {
      abort();
    }
  }
}

/** Tries a paused or refused item again; a refused one as a new upload, for the server remembers what it refused. @param {string} id */
export async function retry(id) {
  const item = find(id);
  if (!item) {
    return;
  }
  if (item.state === 'refused') {
    await renew(item);
  } else {
    change(item, { state: 'waiting' });
  }
  attempts = 0;
  goOn();
}

/** A UUID of random bits; browsers of the older kind have no randomUUID. @returns {string} */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => (byte < 16 ? '0' : '') + byte.toString(16)).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Sends what waits, one item at a time; two pages do not send the same at once where the browser can tell. */
async function goOn() {
  clearTimeout(timer);
  if (sending || !items.some((item) => item.state === 'waiting')) {
    return;
  }
  sending = true;
  const work = async () => {
    for (let item = nextItem(); item && link !== 'signedOut'; item = nextItem()) {
      if (!(await attempt(item))) {
        break;
      }
    }
  };
  link = link === 'signedOut' ? 'ok' : link;
  if (navigator.locks) {
    await navigator.locks.request('tongke-uploads', work);
  } else {
    await work();
  }
  sending = false;
}

/** Whether another page has not sent or removed it meanwhile. */
async function stillKept(item) {
  try {
    return (await read(/** @type {string} */ (account), 'uploads', item.id)) !== undefined;
  } catch (e) {
    return true;
  }
}

function nextItem() {
  return items.find((item) => item.state === 'waiting');
}

/** @param {Upload} item @returns {Promise<boolean>} whether to go on with the next one */
async function attempt(item) {
  if (!(await stillKept(item))) {
    items = items.filter((one) => one !== item);
    told();
    return true;
  }
  change(item, { state: 'sending', sentBytes: 0 });
  const outcome = await send(item, {
    sent: (bytes) => change(item, { sentBytes: bytes }, true),
    arrived: (ticketId) => change(item, { state: 'confirming', ticketId, sentBytes: item.sizeBytes }),
    abortable: (stop) => {
      abort = stop;
    },
  });
  abort = null;
  if (!find(item.id) || item.state === 'paused') {
    return true;
  }
  switch (outcome.result) {
    case 'stored':
      attempts = 0;
      link = 'ok';
      await remove(item.id);
      window.dispatchEvent(new CustomEvent('tk-uploaded', { detail: { item } }));
      return true;
    case 'refused':
      change(item, { state: 'refused', message: outcome.message, ticketId: null });
      return true;
    case 'expired':
      await renew(item);
      return later('failing');
    case 'again':
      change(item, { state: 'waiting', ticketId: null });
      return later('failing');
    case 'signedOut':
      change(item, { state: 'waiting' });
      link = 'signedOut';
      told();
      return false;
    default:
      change(item, { state: 'waiting' });
      return later('offline');
  }
}

function later(why) {
  link = why;
  told();
  timer = setTimeout(goOn, RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)]);
  attempts++;
  return false;
}

/** The same upload under a new id, at the same place of the queue. */
async function renew(item) {
  const old = item.id;
  Object.assign(item, { id: newId(), state: 'waiting', message: null, ticketId: null, sentBytes: 0 });
  await write(/** @type {string} */ (account), 'uploads', item.id, item);
  await erase(/** @type {string} */ (account), 'uploads', old);
  told();
}

/** @param {Upload} item @param {Partial<Upload>} values @param {boolean} [fleeting] whether it need not be kept */
function change(item, values, fleeting) {
  Object.assign(item, values);
  if (!fleeting && account && find(item.id)) {
    write(account, 'uploads', item.id, item).catch(() => {
      // The item itself was kept when it was added; only its state is not.
    });
  }
  told();
}

function find(id) {
  return items.find((item) => item.id === id);
}

async function kept(id) {
  try {
    return (await readAll(id, 'uploads')).sort((one, other) => one.addedAt - other.addedAt);
  } catch (e) {
    return [];
  }
}

function told() {
  window.dispatchEvent(new CustomEvent('tk-uploads'));
}

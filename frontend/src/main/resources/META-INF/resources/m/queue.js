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

import { newId, Sender } from '../tk/sender.js';
import { erase, read, readAll, write } from '../tk/store.js';
import { send } from './send.js';

/** Id of the account whose queue this is; empty before there is one. */
let account = '';
/** @type {Upload[]} */
let items = [];
/** @type {(() => void) | null} */
let abort = null;

/** @type {Sender<Upload>} */
const sender = new Sender('tongke-uploads', () => items.find((item) => item.state === 'waiting'), attempt, told);

/** Begins to send what waits for an account. @param {string} id */
export async function startQueue(id) {
  if (account === id) {
    return;
  }
  account = id;
  items = await kept(id);
  // What was under way when the page went is waiting again.
  items.forEach((item) => {
    item.state = item.state === 'sending' || item.state === 'confirming' ? 'waiting' : item.state;
  });
  told();
  sender.goOn();
}

/** @returns {{items: Upload[], link: import('../tk/sender.js').Link}} */
export function queue() {
  return { items, link: sender.link };
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
  await write(account, 'uploads', item.id, item);
  items.push(item);
  told();
  sender.goOn();
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
  await erase(account, 'uploads', id);
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
  sender.tryAgain();
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
  if (!(await stillKept(item))) {
    items = items.filter((one) => one !== item);
    told();
    return 'ok';
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
    return 'ok';
  }
  switch (outcome.result) {
    case 'stored':
      await remove(item.id);
      window.dispatchEvent(new CustomEvent('tk-uploaded', { detail: { item } }));
      return 'ok';
    case 'refused':
      change(item, { state: 'refused', message: outcome.message, ticketId: null });
      return 'ok';
    case 'expired':
      await renew(item);
      return 'failing';
    case 'again':
      change(item, { state: 'waiting', ticketId: null });
      return 'failing';
    case 'signedOut':
      change(item, { state: 'waiting' });
      return 'signedOut';
    default:
      change(item, { state: 'waiting' });
      return 'offline';
  }
}

/** The same upload under a new id, at the same place of the queue. @param {Upload} item */
async function renew(item) {
  const old = item.id;
  Object.assign(item, { id: newId(), state: 'waiting', message: null, ticketId: null, sentBytes: 0 });
  await write(account, 'uploads', item.id, item);
  await erase(account, 'uploads', old);
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

/** @param {string} id */
function find(id) {
  return items.find((item) => item.id === id);
}

/** @param {string} id @returns {Promise<Upload[]>} */
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

/**
 * Notices: what changed in one's own timetable and what one is told of resources; from the server, and from what the phone keeps of them.
 *
 * @typedef {Operations['Notices']['data']['myNotices']['edges'][number]['node']} Notice
 * @typedef {Operations['Notices']['data']['unreadNoticeCount']} Unread
 * @typedef {{notices: Notice[], next: string | null, asOf: string}} NoticePage `next`: cursor of what is older; null where there is nothing
 */

import { ask } from './api.js';
import { read, write } from './store.js';
import { nowDateTime } from './time.js';
import { knownViewer, rememberViewer } from './viewer.js';

const TABLE = 'notices';
const PAGE = 30;

/**
 * A page of notices, the newest first, from the server. The first one is kept on the phone.
 *
 * @param {string | null} after cursor of the page before; null for the first one
 * @returns {Promise<NoticePage>} rejected with an ApiError
 */
export async function fetchNotices(after) {
  const { data } = await ask('Notices', { first: PAGE, after });
  const { edges, pageInfo } = data.myNotices;
  const page = { notices: edges.map((edge) => edge.node), next: pageInfo.hasNextPage ? pageInfo.endCursor : null, asOf: nowDateTime() };
  if (data.viewer) {
    await rememberViewer(data.viewer);
  }
  if (!after) {
    await keep('first', page);
  }
  await learnUnread(data.unreadNoticeCount);
  return page;
}

/** The first page, as this phone saw it last. @returns {Promise<NoticePage | null>} */
export function keptNotices() {
  return kept('first');
}

/** How many are unread, from the server. @returns {Promise<void>} rejected with an ApiError */
export async function fetchUnread() {
  const { data } = await ask('UnreadNotices');
  await learnUnread(data.unreadNoticeCount);
}

/** How many are unread, as this phone knew it last. @returns {Promise<Unread | null>} */
export function keptUnread() {
  return kept('unread');
}

/** Says that notices were read, up to one and with it, on all devices. @param {Notice} notice @returns {Promise<void>} rejected with an ApiError */
export async function readUpTo(notice) {
  const { data } = await ask('ReadNotices', { input: { noticeId: notice.id, about: ['LESSONS', 'RESOURCES', 'CORRECTIONS'] } });
  if (data.readNotices.unread) {
    await learnUnread(data.readNotices.unread);
  }
}

/** @param {Unread} unread */
async function learnUnread(unread) {
  await keep('unread', unread);
  window.dispatchEvent(new CustomEvent('tk-unread', { detail: unread }));
}

/** @param {string} key */
async function kept(key) {
  const viewer = knownViewer();
  if (!viewer) {
    return null;
  }
  try {
    return (await read(viewer.id, TABLE, key)) || null;
  } catch (e) {
    return null;
  }
}

/** @param {string} key @param {*} value */
async function keep(key, value) {
  const viewer = knownViewer();
  if (!viewer) {
    return;
  }
  try {
    await write(viewer.id, TABLE, key, value);
  } catch (e) {
    // A full phone: it is on the screen, only not for later.
  }
}

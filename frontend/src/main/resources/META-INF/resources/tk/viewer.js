/**
 * Who is signed in on this phone, as the server said last: known at once on every page, also without a signal. It only arranges the page;
 * what the person may do is decided by the server with every request.
 */

import { openEarly, wipeExcept } from './store.js';

const KEPT = 'tongke-viewer';

/** @typedef {NonNullable<Operations['Viewer']['data']['viewer']>} Viewer */

/** @type {Viewer | null} */
let viewer = null;
try {
  viewer = JSON.parse(localStorage.getItem(KEPT) || 'null');
} catch (e) {
  viewer = null;
}
if (viewer) {
  openEarly(viewer.id);
}

/** @returns {Viewer | null} */
export function knownViewer() {
  return viewer;
}

/**
 * Remembers who is signed in. What was kept for anybody else is deleted: phones are lent, and sessions end without a sign-out.
 *
 * @param {Viewer} seen
 * @returns {Promise<void>}
 */
export async function rememberViewer(seen) {
  const changed = !viewer || viewer.id !== seen.id;
  const before = JSON.stringify(viewer);
  viewer = seen;
  try {
    localStorage.setItem(KEPT, JSON.stringify(seen));
  } catch (e) {
    // The next page asks again.
  }
  if (changed) {
    await wipeExcept(seen.id);
  }
  if (before !== JSON.stringify(seen)) {
    window.dispatchEvent(new CustomEvent('tk-viewer'));
  }
}

/** Forgets everything that this phone keeps for accounts, pages included. @returns {Promise<void>} */
export async function forgetEverything() {
  viewer = null;
  try {
    localStorage.removeItem(KEPT);
  } catch (e) {
    // It was not kept then.
  }
  await wipeExcept(null);
  if (window.caches) {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.indexOf('tongke-') === 0).map((name) => caches.delete(name)));
  }
}

/** @param {string} role */
export function hasRole(role) {
  return viewer !== null && viewer.roles.some((grant) => grant.role === role);
}

/** Whether a school is the person's own. @param {string} id */
export function isOwnSchool(id) {
  return viewer !== null && viewer.roles.some((grant) => grant.place !== null && grant.place.id === id);
}

/**
 * Answers that a form needs: from the server, and without a signal as this phone saw them last.
 */

import { ask } from '../tk/api.js';
import { read, write } from '../tk/store.js';
import { knownViewer } from '../tk/viewer.js';

/**
 * The answer of the server, which the phone keeps.
 *
 * @template {keyof Operations} N
 * @param {N} operation
 * @param {Operations[N]['variables']} variables
 * @returns {Promise<Operations[N]['data']>} rejected with an ApiError
 */
export async function asked(operation, variables) {
  const { data } = await ask(operation, variables);
  const seen = /** @type {{viewer?: {id: string}}} */ (data).viewer || knownViewer();
  if (seen) {
    await write(seen.id, 'choices', keyOf(operation, variables), data).catch(() => {});
  }
  return data;
}

/**
 * The answer that the phone keeps; null where it has none.
 *
 * @template {keyof Operations} N
 * @param {N} operation
 * @param {Operations[N]['variables']} variables
 * @returns {Promise<Operations[N]['data'] | null>}
 */
export async function kept(operation, variables) {
  const viewer = knownViewer();
  try {
    return viewer ? (await read(viewer.id, 'choices', keyOf(operation, variables))) || null : null;
  } catch (e) {
    return null;
  }
}

/** @param {string} operation @param {*} variables */
function keyOf(operation, variables) {
  return operation + ' ' + (variables.id || '');
}

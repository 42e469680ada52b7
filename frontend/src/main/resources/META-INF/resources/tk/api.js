/**
 * Known operations of the API. A page names one and gives its variables; documents are never sent.
 */

import { language } from './page.js';
import { learnClockRoughly } from './time.js';

const PATIENCE_MS = 20000;

/** Questions whose answer is on its way, and what is to happen when there are none. */
let open = 0;
/** @type {Array<() => void>} */
const waiting = [];

/** When no answer is on its way: what is not needed now leaves the line to what somebody waits for. @returns {Promise<void>} */
export function whenQuiet() {
  return open ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();
}

/** Why there is no answer. `code` is the server's, or `OFFLINE` where the server was not reached. */
export class ApiError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/**
 * What a mutation refused, to be thrown: it says all of it in a sentence, and has it one by one as `refusals`.
 *
 * @template {{code: string, message: string}} R
 * @param {R[]} errors at least one
 */
export function refusal(errors) {
  return Object.assign(new ApiError(errors[0].code, errors.map((error) => error.message).join(' ')), { refusals: errors });
}

/** Questions that were asked before whoever needs the answer was there, by what was asked. @type {Map<string, Promise<*>>} */
const ahead = new Map();

/**
 * Asks what the page is going to ask, so that on a slow line the answer comes beside its modules and not behind them. The next `ask` of the same
 * takes the answer.
 *
 * @template {keyof Operations} N
 * @param {N} operation
 * @param {Operations[N]['variables']} variables
 */
export function askAhead(operation, variables) {
  const answer = ask(operation, variables);
  // What went wrong is told to whoever takes it.
  answer.catch(() => {});
  ahead.set(JSON.stringify([operation, variables]), answer);
}

/**
 * Asks the server. What an operation takes and answers is checked against the contract: `Operations` is made from its documents in the build.
 *
 * @template {keyof Operations} N
 * @param {N} operation name of a known operation
 * @param {Operations[N]['variables']} [variables]
 * @returns {Promise<{data: Operations[N]['data'], sentMs: number, receivedMs: number}>} the answer, and the phone's time when it asked and when
 *     the answer was there; rejected with an ApiError
 */
export async function ask(operation, variables) {
  const key = JSON.stringify([operation, variables]);
  const asked = ahead.get(key);
  if (asked) {
    ahead.delete(key);
    return asked;
  }
  const sentMs = Date.now();
  const answer = await post({ operationName: operation, variables: variables || {} });
  const receivedMs = Date.now();
  learnClockRoughly(answer.headers.get('Date'), sentMs, receivedMs);
  if (answer.status === 401) {
    throw new ApiError('UNAUTHENTICATED', '');
  }
  let body;
  try {
    body = await answer.json();
  } catch (e) {
    throw new ApiError('UNAVAILABLE', '');
  }
  if (body.errors && body.errors.length) {
    const first = body.errors[0];
    throw new ApiError((first.extensions && first.extensions.code) || 'INTERNAL', first.message || '');
  }
  if (!body.data) {
    throw new ApiError('UNAVAILABLE', '');
  }
  return { data: body.data, sentMs, receivedMs };
}

/** @param {Object<string, *>} body */
async function post(body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  open++;
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json',
        'Accept-Language': language() === 'en' ? 'en' : 'zh-CN',
        'X-Tongke': 'pocket',
      },
      body: JSON.stringify(body),
      signal: stop.signal,
    });
  } catch (e) {
    throw new ApiError('OFFLINE', '');
  } finally {
    clearTimeout(timer);
    open--;
    if (!open) {
      waiting.splice(0).forEach((go) => go());
    }
  }
}

/**
 * Sends what waits on this phone, one thing after the other, until it has arrived: again and again while the link is bad, less and less often,
 * and at once when a signal comes back. Knows nothing of what it sends.
 *
 * @typedef {'ok' | 'offline' | 'signedOut' | 'failing'} Link how the last attempt ended
 */

const RETRY_MS = [2000, 5000, 15000, 30000, 60000];

/** @template T */
export class Sender {
  /** @type {Link} */
  link = 'ok';
  attempts = 0;
  timer = 0;
  sending = false;
  listening = false;

  /**
   * @param {string} lock name of the lock by which two pages do not send the same at once, where the browser can tell
   * @param {() => T | undefined} next what waits first
   * @param {(thing: T) => Promise<Link>} attempt sends one thing; anything but `ok` ends this turn
   * @param {() => void} told called when the link has changed
   */
  constructor(lock, next, attempt, told) {
    this.lock = lock;
    this.next = next;
    this.attempt = attempt;
    this.told = told;
  }

  /** Sends what waits; from the first call on by itself whenever there may be a link again. */
  async goOn() {
    this.listen();
    clearTimeout(this.timer);
    if (this.sending || !this.next()) {
      return;
    }
    this.sending = true;
    this.link = this.link === 'signedOut' ? 'ok' : this.link;
    let done = false;
    try {
      done = await (navigator.locks ? navigator.locks.request(this.lock, () => this.sendAll()) : this.sendAll());
    } catch (e) {
      // What the attempt did not expect, as of a phone that is full: one failure must not end the sending for good.
      this.rest('failing');
    }
    this.sending = false;
    if (done && this.next()) {
      // It came while the lock was given back.
      this.goOn();
    }
  }

  /** Sends at once what a person wants to be tried again. */
  tryAgain() {
    this.attempts = 0;
    return this.goOn();
  }

  /** @returns {Promise<boolean>} whether nothing waits any more */
  async sendAll() {
    for (let thing = this.next(); thing !== undefined; thing = this.next()) {
      const link = await this.attempt(thing);
      if (link !== 'ok') {
        this.rest(link);
        return false;
      }
      this.attempts = 0;
      this.link = 'ok';
      this.told();
    }
    return true;
  }

  /** @param {Link} link */
  rest(link) {
    this.link = link;
    this.told();
    if (link !== 'signedOut') {
      this.timer = setTimeout(() => this.goOn(), RETRY_MS[Math.min(this.attempts, RETRY_MS.length - 1)]);
      this.attempts++;
    }
  }

  listen() {
    if (!this.listening) {
      this.listening = true;
      window.addEventListener('online', () => this.goOn());
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.goOn());
    }
  }
}

/** A UUID of random bits, for what is made here and sent until it has arrived; browsers of the older kind have no randomUUID. @returns {string} */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => (byte < 16 ? '0' : '') + byte.toString(16)).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

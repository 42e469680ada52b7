/**
 * SHA-256 of bytes: by the browser in secure contexts, else by hand (FIPS 180-4), some hundred milliseconds a megabyte.
 */

/**
 * @param {ArrayBuffer} bytes
 * @returns {Promise<string>} lower-case hexadecimal digits
 */
export async function sha256(bytes) {
  if (window.crypto && crypto.subtle) {
    return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  }
  return hex(digest(new Uint8Array(bytes)));
}

/** @param {Uint8Array} bytes */
function hex(bytes) {
  return Array.from(bytes, (byte) => (byte < 16 ? '0' : '') + byte.toString(16)).join('');
}

/**
 * The first 32 bits of the fractional parts of roots of the first primes: square roots for the state, cube roots for the rounds.
 *
 * @param {number} count
 * @param {number} power
 */
function roots(count, power) {
  const found = [];
  for (let candidate = 2; found.length < count; candidate++) {
    let prime = true;
    for (let factor = 2; factor * factor <= candidate; factor++) {
      prime = prime && candidate % factor !== 0;
    }
    if (prime) {
      const root = Math.pow(candidate, power);
      found.push(((root - Math.floor(root)) * 4294967296) | 0);
    }
  }
  return found;
}

/** @param {Uint8Array} message */
export function digest(message) {
  const rounds = roots(64, 1 / 3);
  const state = new Int32Array(roots(8, 1 / 2));
  const padded = new Uint8Array(((message.length + 72) >> 6) << 6);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 536870912));
  view.setUint32(padded.length - 4, (message.length << 3) >>> 0);
  const words = new Int32Array(64);
  for (let offset = 0; offset < padded.length; offset += 64) {
    block(view, offset, words, rounds, state);
  }
  const result = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => result.setInt32(index * 4, word));
  return new Uint8Array(result.buffer);
}

/** @param {DataView} view @param {number} offset @param {Int32Array} words @param {number[]} rounds @param {Int32Array} state */
function block(view, offset, words, rounds, state) {
  for (let i = 0; i < 16; i++) {
    words[i] = view.getInt32(offset + i * 4);
  }
  for (let i = 16; i < 64; i++) {
    const a = words[i - 15];
    const b = words[i - 2];
    words[i] = words[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + words[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
  }
  let [a, b, c, d, e, f, g, last] = state;
  for (let i = 0; i < 64; i++) {
    const one = (last + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i] + words[i]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    last = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, last].forEach((value, index) => {
    state[index] += value;
  });
}

/** @param {number} word @param {number} bits */
function turn(word, bits) {
  return (word >>> bits) | (word << (32 - bits));
}

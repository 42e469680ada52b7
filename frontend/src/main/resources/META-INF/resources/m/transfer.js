/**
 * The way of an upload's bytes into the bucket: by a form, or in parts, of which only those go that have not arrived before.
 */

/** How long nothing may move before a link counts as broken: some break without a word. */
const STALLED_MS = 60000;

/**
 * @typedef {NonNullable<Operations['RequestUpload']['data']['requestUpload']['ticket']>} Ticket
 * @typedef {Ticket['parts'][number]} Part
 *
 * @callback Sent
 * @param {number} bytes how many of the file's are in the bucket or on their way
 * @param {boolean} onTheWay whether some are on their way
 * @returns {void}
 */

/**
 * @param {Ticket} ticket
 * @param {Blob} bytes
 * @param {Sent} sent
 * @param {AbortSignal} stop
 * @returns {Promise<number>} HTTP status, 0 where the link broke or it was stopped
 */
export async function transfer(ticket, bytes, sent, stop) {
  if (ticket.parts.length) {
    return sendParts(ticket.parts, bytes, sent, stop);
  }
  sent(0, true);
  const form = new FormData();
  ticket.fields.forEach((field) => form.append(field.name, field.value));
  form.append('file', bytes, 'file');
  // The form around the file counts as sent bytes, too: never show more than the file has.
  const status = await deliver('POST', ticket.url || '', form, (count) => sent(Math.min(bytes.size, count), true), stop).status;
  if (!isGood(status)) {
    sent(0, false);
  }
  return status;
}

/**
 * One part after the other, for what is cut has to go again; the next one sets out when the bytes of the one before have, and need not wait for
 * its answer.
 *
 * @param {Part[]} parts
 * @param {Blob} bytes
 * @param {Sent} sent
 * @param {AbortSignal} stop
 */
async function sendParts(parts, bytes, sent, stop) {
  let arrived = parts.filter((part) => part.arrived).reduce((sum, part) => sum + part.sizeBytes, 0);
  /** Bytes of parts that are on their way. @type {Map<Part, number>} */
  const underway = new Map();
  const tell = () => sent(Array.from(underway.values()).reduce((sum, count) => sum + count, arrived), underway.size > 0);
  /** @param {Part} part */
  const begin = (part) => {
    const piece = bytes.slice(part.offsetBytes, part.offsetBytes + part.sizeBytes);
    underway.set(part, 0);
    const moved = (/** @type {number} */ count) => {
      underway.set(part, count);
      tell();
    };
    const delivery = deliver('PUT', part.url, piece, moved, stop);
    const status = delivery.status.then((reached) => {
      underway.delete(part);
      arrived += isGood(reached) ? part.sizeBytes : 0;
      tell();
      return reached;
    });
    return { gone: delivery.gone, status };
  };
  tell();
  let before = Promise.resolve(200);
  for (const part of parts.filter((one) => !one.arrived)) {
    const { gone, status } = begin(part);
    await gone;
    const reached = await before;
    if (!isGood(reached)) {
      await status;
      return reached;
    }
    before = status;
  }
  return before;
}

/** @param {number} status */
function isGood(status) {
  return status >= 200 && status < 300;
}

/**
 * @param {'POST' | 'PUT'} method
 * @param {string} address
 * @param {FormData | Blob} content
 * @param {(bytes: number) => void} moved
 * @param {AbortSignal} stop
 * @returns {{gone: Promise<void>, status: Promise<number>}} when all bytes have set out or it has ended; HTTP status, 0 where it was cut
 */
function deliver(method, address, content, moved, stop) {
  const request = new XMLHttpRequest();
  const end = () => request.abort();
  let stalled = setTimeout(end, STALLED_MS);
  /** @type {() => void} */
  let allGone = () => {};
  /** @type {Promise<void>} */
  const gone = new Promise((done) => {
    allGone = done;
  });
  /** @type {Promise<number>} */
  const status = new Promise((done) => {
    /** @param {number} reached */
    const ended = (reached) => {
      clearTimeout(stalled);
      stop.removeEventListener('abort', end);
      allGone();
      done(reached);
    };
    request.open(method, address);
    request.upload.onprogress = (event) => {
      clearTimeout(stalled);
      stalled = setTimeout(end, STALLED_MS);
      moved(event.loaded);
    };
    request.upload.onload = () => allGone();
    request.onload = () => ended(request.status);
    request.onerror = request.onabort = () => ended(0);
    stop.addEventListener('abort', end);
    if (stop.aborted) {
      ended(0);
    } else {
      request.send(content);
    }
  });
  return { gone, status };
}

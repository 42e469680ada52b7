/**
 * One attempt to upload one item: ticket, bytes, confirmation. Every step can be repeated.
 */

import { ask } from '../tk/api.js';
import { text } from '../tk/texts.js';
import { transfer } from './transfer.js';

/**
 * @typedef {Object} Outcome
 * @property {'stored' | 'refused' | 'expired' | 'again' | 'offline' | 'signedOut' | 'stopped'} result
 * @property {string} [message] why it was refused
 *
 * @typedef {Operations['RequestUpload']['data']['requestUpload']['errors']} Refusals
 *
 * @typedef {Object} Progress
 * @property {import('./transfer.js').Sent} sent
 * @property {(ticketId: string) => void} arrived the bytes are in the bucket; from then on it is not stopped any more
 */

/**
 * @param {import('./queue.js').Upload} item
 * @param {Blob} bytes
 * @param {Progress} progress
 * @param {AbortSignal} stop stops it as long as the bytes have not arrived
 * @returns {Promise<Outcome>}
 */
export async function send(item, bytes, progress, stop) {
  try {
    if (item.ticketId) {
      return await confirm(item, item.ticketId);
    }
    const { ticket, errors } = (await ask('RequestUpload', { input: claim(item) })).data.requestUpload;
    if (!ticket) {
      return refusal(errors);
    }
    const status = await transfer(ticket, bytes, progress.sent, stop);
    if (status === 0 && stop.aborted) {
      return { result: 'stopped' };
    }
    if (status === 0) {
      return { result: 'offline' };
    }
    // An address of a part may be too old; with the ticket that is asked for again come fresh ones.
    if (status >= 500 || (status === 403 && ticket.parts.length)) {
      return { result: 'again' };
    }
    if (status >= 400) {
      return { result: 'refused', message: text('pocket.queue.bucket', status) };
    }
    progress.arrived(ticket.id);
    return await confirm(item, ticket.id);
  } catch (e) {
    return failure(e);
  }
}

/** @param {import('./queue.js').Upload} item */
function claim(item) {
  return {
    id: item.id,
    communityId: item.countyId ? null : item.communityId,
    countyId: item.countyId,
    replacesId: item.replacesId,
    criterion: item.criterion,
    activityId: item.activityId,
    fileName: item.fileName.slice(-200),
    mediaType: item.mediaType,
    sizeBytes: item.sizeBytes,
    sha256: item.sha256,
    note: item.note,
  };
}

/** @param {import('./queue.js').Upload} item @param {string} ticketId @returns {Promise<Outcome>} */
async function confirm(item, ticketId) {
  const { evidence, errors } = (await ask('ConfirmUpload', { input: { ticketId } })).data.confirmUpload;
  if (!evidence) {
    return refusal(errors);
  }
  if (!evidence.file || evidence.file.sha256 !== item.sha256) {
    return { result: 'refused', message: text('pocket.queue.differs') };
  }
  return { result: 'stored' };
}

/** @param {Refusals} errors @returns {Outcome} */
function refusal(errors) {
  const codes = errors.map((error) => error.code);
  if (codes.indexOf('TICKET_EXPIRED') >= 0) {
    return { result: 'expired' };
  }
  if (codes.indexOf('FILE_NOT_ARRIVED') >= 0) {
    return { result: 'again' };
  }
  return { result: 'refused', message: errors.map((error) => error.message).join(' ') };
}

/** @param {import('../tk/api.js').ApiError} error @returns {Outcome} */
function failure(error) {
  switch (error.code) {
    case 'OFFLINE':
      return { result: 'offline' };
    case 'UNAUTHENTICATED':
      return { result: 'signedOut' };
    case 'UNAVAILABLE':
    case 'INTERNAL':
      return { result: 'again' };
    default:
      return { result: 'refused', message: error.message || text('pocket.failed') };
  }
}

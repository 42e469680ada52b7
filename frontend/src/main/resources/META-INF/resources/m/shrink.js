/**
 * Pictures made small on the phone, before they cross a bad link.
 */

import { dateTimeOf } from '../tk/time.js';
import { originOf, takenAt, withOrigin } from './exif.js';
import { isHeic, isPicture, kindOf, mostBytes } from './file-kinds.js';

const LONG_SIDE = 2560;
const GOOD_BYTES = 600 * 1024;
const QUALITIES = [0.84, 0.74, 0.64];
const THUMBNAIL_SIDE = 240;

/** Why a file cannot be taken: `code` is part of the key of its text. */
export class PictureError extends Error {
  /**
   * @param {'heic' | 'unreadable' | 'tooLarge' | 'empty' | 'type' | 'store' | 'unkept'} code
   * @param {string | null} [kind] kind of the file, where the words depend on it
   */
  constructor(code, kind) {
    super(code);
    this.code = code;
    this.kind = kind || null;
  }
}

/**
 * @typedef {Object} Prepared
 * @property {Blob} blob
 * @property {string} kind
 * @property {string} fileName
 * @property {Blob | null} thumbnail
 * @property {string | null} takenAt when it was taken, if its camera says so
 */

/**
 * Makes a file ready: a picture is shrunk unless the original is wished for or is small anyway, a document stays as it is.
 *
 * @param {File} file
 * @param {boolean} original whether to send the bytes as they are
 * @returns {Promise<Prepared>} rejected with a PictureError
 */
export async function prepare(file, original) {
  const kind = kindOf(file);
  if (!isPicture(file)) {
    if (!kind) {
      throw new PictureError('type');
    }
    return within({ blob: file, kind, fileName: file.name, thumbnail: null, takenAt: null });
  }
  // Before the picture is drawn: what is drawn has no past.
  const origin = originOf(await file.arrayBuffer());
  const picture = await decode(file);
  const thumbnail = await draw(picture, THUMBNAIL_SIDE, 0.7);
  const common = { thumbnail, takenAt: momentOf(origin) };
  const small = file.size <= GOOD_BYTES && Math.max(picture.naturalWidth, picture.naturalHeight) <= LONG_SIDE;
  if (kind && (original || small)) {
    return within({ ...common, blob: file, kind, fileName: file.name });
  }
  const drawn = await smaller(picture);
  if (kind && drawn.size >= file.size) {
    return within({ ...common, blob: file, kind, fileName: file.name });
  }
  const blob = origin ? withOrigin(await drawn.arrayBuffer(), origin) : drawn;
  return within({ ...common, blob, kind: 'JPEG', fileName: file.name.replace(/\.[^.]*$/, '') + '.jpg' });
}

/** Cameras that name no offset are where the lessons are. @param {ReturnType<typeof originOf>} origin */
function momentOf(origin) {
  const when = takenAt(origin);
  if (!when) {
    return null;
  }
  const moment = when.taken + (when.offset || dateTimeOf(when.taken.slice(0, 10), when.taken.slice(11)).slice(-6));
  return isNaN(Date.parse(moment)) ? null : moment;
}

/** @param {Prepared} ready @returns {Prepared} */
function within(ready) {
  if (ready.blob.size === 0) {
    throw new PictureError('empty');
  }
  if (ready.blob.size > mostBytes(ready.kind)) {
    throw new PictureError('tooLarge', ready.kind);
  }
  return ready;
}

/** The picture as the browser shows it, upright. @param {File} file @returns {Promise<HTMLImageElement>} */
function decode(file) {
  return new Promise((done, failed) => {
    const address = URL.createObjectURL(file);
    const picture = new Image();
    picture.onload = () => {
      URL.revokeObjectURL(address);
      done(picture);
    };
    picture.onerror = () => {
      URL.revokeObjectURL(address);
      failed(new PictureError(isHeic(file) ? 'heic' : 'unreadable'));
    };
    picture.src = address;
  });
}

/** @param {HTMLImageElement} picture @returns {Promise<Blob>} */
async function smaller(picture) {
  const [best, ...lower] = QUALITIES;
  let blob = await draw(picture, LONG_SIDE, best);
  for (const quality of lower) {
    if (blob.size <= GOOD_BYTES) {
      break;
    }
    blob = await draw(picture, LONG_SIDE, quality);
  }
  return blob;
}

/** @param {HTMLImageElement} picture @param {number} longSide @param {number} quality @returns {Promise<Blob>} */
function draw(picture, longSide, quality) {
  const scale = Math.min(1, longSide / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new PictureError('unreadable'))), 'image/jpeg', quality);
  });
}

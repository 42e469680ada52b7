/**
 * Pictures made small on the phone, before they cross a bad link.
 */

import { takenAt, withTakenAt } from './exif.js';

const LONG_SIDE = 2560;
const GOOD_BYTES = 600 * 1024;
const QUALITIES = [0.84, 0.74, 0.64];
const THUMBNAIL_SIDE = 240;
/** @type {Object<string, string>} */
const TYPES = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', pdf: 'application/pdf' };
/** Largest file that the server takes. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** Why a file cannot be taken: `code` is part of the key of its text. */
export class PictureError extends Error {
  /** @param {'heic' | 'unreadable' | 'tooLarge' | 'empty' | 'type' | 'store'} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** @typedef {{blob: Blob, mediaType: string, fileName: string, thumbnail: Blob | null}} Prepared */

/**
 * Makes a file ready: a picture is shrunk unless the original is wished for or is small anyway, a document stays as it is.
 *
 * @param {File} file
 * @param {boolean} original whether to send the bytes as they are
 * @returns {Promise<Prepared>} rejected with a PictureError
 */
export async function prepare(file, original) {
  if (!isPicture(file)) {
    return within({ blob: file, mediaType: file.type || typeByName(file.name), fileName: file.name, thumbnail: null });
  }
  const picture = await decode(file);
  const thumbnail = await draw(picture, THUMBNAIL_SIDE, 0.7);
  const asItIs = { blob: file, mediaType: file.type || typeByName(file.name), fileName: file.name, thumbnail };
  const known = /^image\/(jpeg|png|webp)$/.test(asItIs.mediaType);
  const small = file.size <= GOOD_BYTES && Math.max(picture.naturalWidth, picture.naturalHeight) <= LONG_SIDE;
  if (known && (original || small)) {
    return within(asItIs);
  }
  const bytes = await file.arrayBuffer();
  let blob = await smaller(picture);
  if (known && blob.size >= file.size) {
    return within(asItIs);
  }
  const when = takenAt(bytes);
  blob = when ? withTakenAt(await blob.arrayBuffer(), when) : blob;
  return within({ blob, mediaType: 'image/jpeg', fileName: file.name.replace(/\.[^.]*$/, '') + '.jpg', thumbnail });
}

/** @param {Prepared} ready @returns {Prepared} */
function within(ready) {
  if (ready.blob.size === 0) {
    throw new PictureError('empty');
  }
  if (ready.blob.size > MOST_BYTES) {
    throw new PictureError('tooLarge');
  }
  return ready;
}

/** @param {File} file */
export function isPicture(file) {
  return /^image\//.test(file.type) || /\.(jpe?g|png|webp|heic|heif)$/i.test(file.name);
}

/** @param {string} name */
function typeByName(name) {
  const ending = (/\.([a-z]+)$/i.exec(name) || ['', ''])[1].toLowerCase();
  return TYPES[ending] || 'application/octet-stream';
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
      const heic = /hei[cf]/i.test(file.type) || /\.hei[cf]$/i.test(file.name);
      failed(new PictureError(heic ? 'heic' : 'unreadable'));
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

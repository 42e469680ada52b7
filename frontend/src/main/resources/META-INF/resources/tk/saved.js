/**
 * Files of resources that a person keeps on this phone, to read them without a signal. What is said of them stands apart from their bytes, so
 * that a list does not read all of it.
 *
 * @typedef {{id: string, title: string, kind: string, version: number, fileName: string, mediaType: string, sizeBytes: number, savedAt: string}} Saved
 */

import { ApiError, ask, refusal } from './api.js';
import { read, readAll, writeAll } from './store.js';
import { text } from './texts.js';
import { nowDateTime } from './time.js';
import { knownViewer, rememberViewer } from './viewer.js';

const TABLE = 'saved';
const BYTES = 'savedBytes';

/** What this phone keeps, the latest first. @returns {Promise<Saved[]>} */
export async function listSaved() {
  const viewer = knownViewer();
  const all = viewer ? /** @type {Saved[]} */ (await readAll(viewer.id, TABLE)) : [];
  return all.sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
}

/** @param {string} resourceId @returns {Promise<Saved | null>} */
export async function findSaved(resourceId) {
  const viewer = knownViewer();
  return (viewer && (await read(viewer.id, TABLE, resourceId))) || null;
}

/** The file itself. @param {Saved} saved @returns {Promise<Blob | null>} null if it is not here any more */
export async function savedFile(saved) {
  const bytes = await read(await account(), BYTES, saved.id);
  return bytes ? new Blob([bytes], { type: saved.mediaType }) : null;
}

/**
 * Fetches the newest version of a resource and keeps it. Doing so again keeps what is newest then.
 *
 * @param {string} resourceId
 * @returns {Promise<Saved>} rejected with an ApiError
 */
export async function saveResource(resourceId) {
  const { data } = await ask('KeepResource', { input: { resourceId, version: null } });
  const { resource, url, errors } = data.openResource;
  if (!resource || !url || !resource.version || !resource.version.file) {
    throw errors.length ? refusal(errors) : new ApiError('NOT_FOUND', text('pocket.saved.nothing'));
  }
  const { version } = resource;
  const { mediaType, sizeBytes } = resource.version.file;
  const bytes = await fetched(url, sizeBytes);
  const saved = { id: resource.id, title: resource.title, kind: resource.kind, version: version.number, fileName: version.name, mediaType: mimeOf(mediaType), sizeBytes, savedAt: nowDateTime() };
  await put(saved, bytes);
  return saved;
}

/** Removes it from this phone. @param {Saved} saved @returns {Promise<() => Promise<void>>} puts it back */
export async function forgetSaved(saved) {
  const bytes = await read(await account(), BYTES, saved.id);
  await writeAll(await account(), [
    { table: TABLE, key: saved.id },
    { table: BYTES, key: saved.id },
  ]);
  tell();
  return () => put(saved, bytes);
}

/**
 * What became of it since it was kept. What was taken back, or is not shared with the person any more, does not stay on the phone.
 *
 * @param {Saved} saved
 * @returns {Promise<'same' | 'newer' | 'gone'>} rejected with an ApiError
 */
export async function renewed(saved) {
  const { data } = await ask('KeptResource', { id: saved.id });
  const now = /** @type {{state?: string, version?: {number: number} | null} | null} */ (data.node);
  if (!now || !now.version || now.state === 'WITHDRAWN') {
    await forgetSaved(saved);
    return 'gone';
  }
  return now.version.number > saved.version ? 'newer' : 'same';
}

/** @param {Saved} saved @param {ArrayBuffer} bytes */
async function put(saved, bytes) {
  const owner = await account();
  try {
    await writeAll(owner, [
      { table: TABLE, key: saved.id, value: saved },
      { table: BYTES, key: saved.id, value: bytes },
    ]);
  } catch (e) {
    throw new ApiError('FULL', text('pocket.saved.full'));
  }
  tell();
}

/** @param {string} url @param {number} sizeBytes */
async function fetched(url, sizeBytes) {
  let bytes;
  try {
    const answer = await fetch(url, { credentials: 'omit', cache: 'no-store' });
    bytes = answer.ok ? await answer.arrayBuffer() : null;
  } catch (e) {
    throw new ApiError('OFFLINE', '');
  }
  if (!bytes || bytes.byteLength !== sizeBytes) {
    throw new ApiError('UNAVAILABLE', text('pocket.saved.broken'));
  }
  return bytes;
}

/** @param {string} mediaType as the contract names it */
function mimeOf(mediaType) {
  const office = 'application/vnd.openxmlformats-officedocument.';
  /** @type {Object<string, string>} */
  const names = {
    JPEG: 'image/jpeg',
    PNG: 'image/png',
    WEBP: 'image/webp',
    HEIC: 'image/heic',
    PDF: 'application/pdf',
    DOCX: office + 'wordprocessingml.document',
    PPTX: office + 'presentationml.presentation',
    XLSX: office + 'spreadsheetml.sheet',
  };
  return names[mediaType] || 'application/octet-stream';
}

/** Whose phone it is; a Flow page may be the first that the phone sees. */
async function account() {
  const known = knownViewer();
  if (known) {
    return known.id;
  }
  const { viewer } = (await ask('Viewer')).data;
  if (!viewer) {
    throw new ApiError('UNAUTHENTICATED', '');
  }
  await rememberViewer(viewer);
  return viewer.id;
}

function tell() {
  window.dispatchEvent(new CustomEvent('tk-saved'));
}

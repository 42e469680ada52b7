/**
 * Kinds of files that evidence can be: their types, endings and limits, and how these are told before anything is chosen. The server judges each
 * file by its bytes; what is said here spares a person a wait.
 */

import { text } from '../tk/texts.js';

const MIB = 1024 * 1024;

/**
 * @typedef {{type: string, ending: RegExp, sort: 'picture' | 'document' | 'table', mostBytes: number}} Kind
 * @type {Object<string, Kind>}
 */
const KINDS = {
  JPEG: { type: 'image/jpeg', ending: /\.jpe?g$/i, sort: 'picture', mostBytes: 25 * MIB },
  PNG: { type: 'image/png', ending: /\.png$/i, sort: 'picture', mostBytes: 25 * MIB },
  WEBP: { type: 'image/webp', ending: /\.webp$/i, sort: 'picture', mostBytes: 25 * MIB },
  PDF: { type: 'application/pdf', ending: /\.pdf$/i, sort: 'document', mostBytes: 25 * MIB },
  XLSX: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: /\.xlsx$/i,
    sort: 'table',
    mostBytes: 10 * MIB,
  },
};
/** What people try and can mend themselves, each with words of its own. @type {Array<{type: RegExp, ending: RegExp, words: string}>} */
const OTHERS = [
  { type: /^video\//, ending: /\.(mp4|mov|avi|3gp|wmv)$/i, words: 'video' },
  { type: /msword|wordprocessingml/, ending: /\.(docx?|wps)$/i, words: 'word' },
  { type: /ms-excel/, ending: /\.(xls|xlsm|et)$/i, words: 'excel' },
];

/** The kind of a file, by what the phone says of it; phones often say nothing or something odd of tables. @param {File} file @returns {string | null} */
export function kindOf(file) {
  const codes = Object.keys(KINDS);
  return codes.find((code) => KINDS[code].type === file.type) || codes.find((code) => KINDS[code].ending.test(file.name)) || null;
}

/** Whether a browser that can show it makes a JPEG of it. @param {File} file */
export function isPicture(file) {
  const kind = kindOf(file);
  return kind ? KINDS[kind].sort === 'picture' : /^image\//.test(file.type) || isHeic(file);
}

/** @param {File} file */
export function isHeic(file) {
  return /hei[cf]/i.test(file.type) || /\.hei[cf]$/i.test(file.name);
}

/** @param {string} kind */
export function typeOf(kind) {
  return KINDS[kind].type;
}

/** @param {string} kind */
export function mostBytes(kind) {
  return KINDS[kind].mostBytes;
}

/** @param {string} kind @returns {Kind['sort']} */
export function sortOf(kind) {
  return KINDS[kind].sort;
}

/** Whether a criterion that takes these kinds takes pictures. @param {string[]} takes */
export function takesPictures(takes) {
  return sortsOf(takes).indexOf('picture') >= 0;
}

/** What a file field is to offer. Phones offer HEIC only as JPEG where JPEG alone is asked for. @param {string[]} takes */
export function acceptOf(takes) {
  return known(takes).map(typeOf).join(',');
}

/** What a criterion takes, and how large it may be. @param {string[]} takes */
export function takesWords(takes) {
  return sortsOf(takes)
    .map((sort) => text('pocket.upload.takes.' + sort, sizeWords(mostOf(sort))))
    .join(text('pocket.entry.and'));
}

/** Limit of pictures that are sent as they are. */
export function originalWords() {
  return text('pocket.upload.original', sizeWords(mostOf('picture')));
}

/** Key of what is to be said of a file that is not taken. @param {File} file */
export function otherKind(file) {
  const other = OTHERS.find(({ type, ending }) => type.test(file.type) || ending.test(file.name));
  return other && !kindOf(file) ? 'type.' + other.words : 'type';
}

/** @param {number} bytes as in `25 MB` */
export function sizeWords(bytes) {
  return Math.round(bytes / MIB) + ' MB';
}

/** @param {Kind['sort']} sort */
function mostOf(sort) {
  return Math.max(...Object.values(KINDS).map((kind) => (kind.sort === sort ? kind.mostBytes : 0)));
}

/** @param {string[]} takes @returns {Kind['sort'][]} */
function sortsOf(takes) {
  return Array.from(new Set(known(takes).map(sortOf)));
}

/** A newer server may name kinds that this page does not know. @param {string[]} takes */
function known(takes) {
  return takes.filter((kind) => KINDS[kind] !== undefined);
}

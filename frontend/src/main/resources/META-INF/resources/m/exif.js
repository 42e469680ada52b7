/**
 * When a JPEG was taken, as its camera says: read before the picture is shrunk, and written into the small one. Everything else that the
 * camera notes, the place above all, is left behind.
 */

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const SUB_DIRECTORY = 0x8769;
const TAKEN_AT = 0x9003;
const OFFSET = 0x9011;

/**
 * @param {ArrayBuffer} jpeg
 * @returns {{taken: string, offset: string | null} | null} as in `2026:11:25 10:21:03` and `+08:00`
 */
export function takenAt(jpeg) {
  try {
    const view = new DataView(jpeg);
    const start = findExif(view);
    if (start < 0) {
      return null;
    }
    const little = view.getUint16(start) === 0x4949;
    const directory = start + view.getUint32(start + 4, little);
    const pointer = findTag(view, directory, SUB_DIRECTORY, little);
    if (pointer < 0) {
      return null;
    }
    const details = start + view.getUint32(pointer + 8, little);
    const taken = readText(view, findTag(view, details, TAKEN_AT, little), start, little);
    const offset = readText(view, findTag(view, details, OFFSET, little), start, little);
    return taken && /^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/.test(taken) ? { taken, offset: offset && /^[+-]\d\d:\d\d$/.test(offset) ? offset : null } : null;
  } catch (e) {
    // Cameras write what they like: a block that points outside of itself says nothing.
    return null;
  }
}

/**
 * The JPEG with a new block that says when it was taken and nothing else.
 *
 * @param {ArrayBuffer} jpeg one without such a block
 * @param {{taken: string, offset: string | null}} when
 * @returns {Blob}
 */
export function withTakenAt(jpeg, when) {
  const block = exifBlock(when);
  return new Blob([jpeg.slice(0, 2), block, jpeg.slice(2)], { type: 'image/jpeg' });
}

/** @param {DataView} view */
function findExif(view) {
  let at = 2;
  while (view.getUint16(0) === 0xffd8 && at + 10 < view.byteLength) {
    const marker = view.getUint16(at);
    if (marker === 0xffe1 && EXIF.every((byte, index) => view.getUint8(at + 4 + index) === byte)) {
      return at + 10;
    }
    if (marker === 0xffda || (marker & 0xff00) !== 0xff00) {
      return -1;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return -1;
}

/** @param {DataView} view @param {number} directory @param {number} tag @param {boolean} little */
function findTag(view, directory, tag, little) {
  const count = view.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + i * 12;
    if (view.getUint16(at, little) === tag) {
      return at;
    }
  }
  return -1;
}

/** @param {DataView} view @param {number} at @param {number} start @param {boolean} little */
function readText(view, at, start, little) {
  if (at < 0) {
    return null;
  }
  const length = view.getUint32(at + 4, little);
  const from = length > 4 ? start + view.getUint32(at + 8, little) : at + 8;
  let read = '';
  for (let i = 0; i < Math.min(length, 40) && view.getUint8(from + i); i++) {
    read += String.fromCharCode(view.getUint8(from + i));
  }
  return read;
}

/**
 * Directory with the pointer to its details; details with one or two texts; the texts. Big-endian.
 *
 * @param {{taken: string, offset: string | null}} when
 */
function exifBlock(when) {
  const tags = when.offset ? 2 : 1;
  const details = 8 + 18;
  const texts = details + 2 + tags * 12 + 4;
  const size = texts + 20 + (when.offset ? 8 : 0);
  const view = new DataView(new ArrayBuffer(10 + size));
  view.setUint16(0, 0xffe1);
  view.setUint16(2, 8 + size);
  EXIF.forEach((byte, index) => view.setUint8(4 + index, byte));
  const at = 10;
  view.setUint32(at, 0x4d4d002a);
  view.setUint32(at + 4, 8);
  view.setUint16(at + 8, 1);
  tag(view, at + 10, SUB_DIRECTORY, 4, 1, details);
  view.setUint16(at + details, tags);
  tag(view, at + details + 2, TAKEN_AT, 2, 20, texts);
  write(view, at + texts, when.taken);
  if (when.offset) {
    tag(view, at + details + 14, OFFSET, 2, 7, texts + 20);
    write(view, at + texts + 20, when.offset);
  }
  return view.buffer;
}

/** @param {DataView} view @param {number} at @param {number} name @param {number} type @param {number} count @param {number} value */
function tag(view, at, name, type, count, value) {
  view.setUint16(at, name);
  view.setUint16(at + 2, type);
  view.setUint32(at + 4, count);
  view.setUint32(at + 8, value);
}

/** @param {DataView} view @param {number} at @param {string} words */
function write(view, at, words) {
  Array.from(words).forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
}

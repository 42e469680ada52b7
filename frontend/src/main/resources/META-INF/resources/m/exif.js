/**
 * What a camera notes of a picture and a reviewer may need: when, where, with what. It is read before the picture is shrunk, and written into the
 * small one. All else that cameras note is left behind. The server shows place and device to nobody but reviewers.
 *
 * @typedef {{name: number, type: number, count: number, bytes: Uint8Array}} Tag its bytes are big-endian
 * @typedef {{camera: Tag[], details: Tag[], place: Tag[]}} Origin
 */

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const DETAILS = 0x8769;
const PLACE = 0x8825;
const TAKEN_AT = 0x9003;
const OFFSET = 0x9011;
/** Maker and model; moment and its offset; latitude, longitude and height with their signs. */
const COPIED = { camera: [0x010f, 0x0110], details: [TAKEN_AT, OFFSET], place: [1, 2, 3, 4, 5, 6] };
/** Bytes of a value, by type; other types are not among what is copied. @type {Object<number, number>} */
const SIZES = { 1: 1, 2: 1, 4: 4, 5: 8 };
const LONG = 4;
const MOST_BYTES = 128;

/** @param {ArrayBuffer} picture of any type @returns {Origin | null} null where it says nothing */
export function originOf(picture) {
  try {
    const view = new DataView(picture);
    const start = findTiff(view);
    if (start < 0) {
      return null;
    }
    const little = view.getUint16(start) === 0x4949;
    const first = directory(view, start, view.getUint32(start + 4, little), little);
    const origin = {
      camera: copied(first, COPIED.camera),
      details: copied(under(view, start, first, DETAILS, little), COPIED.details),
      place: copied(under(view, start, first, PLACE, little), COPIED.place),
    };
    return origin.camera.concat(origin.details, origin.place).length ? origin : null;
  } catch (e) {
    // Cameras write what they like: a block that points outside of itself says nothing.
    return null;
  }
}

/**
 * When the picture was taken, by its camera's clock.
 *
 * @param {Origin | null} origin
 * @returns {{taken: string, offset: string | null} | null} as in `2026-11-25T10:21:03` and `+08:00`
 */
export function takenAt(origin) {
  const taken = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(words(origin, TAKEN_AT));
  const offset = words(origin, OFFSET);
  return taken ? { taken: taken[1] + '-' + taken[2] + '-' + taken[3] + 'T' + taken[4], offset: /^[+-]\d\d:\d\d$/.test(offset) ? offset : null } : null;
}

/**
 * The JPEG with a new block that says where it comes from and nothing else.
 *
 * @param {ArrayBuffer} jpeg one without such a block
 * @param {Origin} origin
 * @returns {Blob}
 */
export function withOrigin(jpeg, origin) {
  return new Blob([jpeg.slice(0, 2), exifBlock(origin), jpeg.slice(2)], { type: 'image/jpeg' });
}

/** @param {Origin | null} origin @param {number} name */
function words(origin, name) {
  const tag = origin && origin.details.find((one) => one.name === name);
  return tag ? String.fromCharCode(...Array.from(tag.bytes)).replace(/\0.*$/, '') : '';
}

/** Where the block's own addresses begin; -1 where there is none. @param {DataView} view */
function findTiff(view) {
  return view.getUint16(0) === 0xffd8 ? findInJpeg(view) : findAnywhere(view);
}

/** @param {DataView} view */
function findInJpeg(view) {
  let at = 2;
  while (at + 10 < view.byteLength) {
    const marker = view.getUint16(at);
    if (marker === 0xffe1 && isAt(view, at + 4, EXIF)) {
      return at + 10;
    }
    if (marker === 0xffda || (marker & 0xff00) !== 0xff00) {
      return -1;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return -1;
}

/** HEIC and most WebP keep the same block behind the same name, somewhere. @param {DataView} view */
function findAnywhere(view) {
  for (let at = 0; at + 14 < view.byteLength; at++) {
    if (view.getUint8(at) === EXIF[0] && isAt(view, at, EXIF) && /^(18761|19789)$/.test(String(view.getUint16(at + 6)))) {
      return at + 6;
    }
  }
  return -1;
}

/** @param {DataView} view @param {number} at @param {number[]} bytes */
function isAt(view, at, bytes) {
  return bytes.every((byte, index) => view.getUint8(at + index) === byte);
}

/** @param {DataView} view @param {number} start @param {number} at @param {boolean} little @returns {Tag[]} those that are not too long */
function directory(view, start, at, little) {
  const tags = [];
  const count = view.getUint16(start + at, little);
  for (let entry = start + at + 2; entry < start + at + 2 + count * 12; entry += 12) {
    const type = view.getUint16(entry + 2, little);
    const values = view.getUint32(entry + 4, little);
    const size = (SIZES[type] || MOST_BYTES + 1) * values;
    if (size > 0 && size <= MOST_BYTES) {
      const from = size > 4 ? start + view.getUint32(entry + 8, little) : entry + 8;
      tags.push({ name: view.getUint16(entry, little), type, count: values, bytes: bigEndian(view, from, size, little && SIZES[type] > 1) });
    }
  }
  return tags;
}

/** @param {DataView} view @param {number} from @param {number} size @param {boolean} turned whether its numbers are little-endian */
function bigEndian(view, from, size, turned) {
  return new Uint8Array(size).map((_, at) => view.getUint8(from + (turned ? (at & ~3) + 3 - (at & 3) : at)));
}

/** The directory that a tag points to. @param {DataView} view @param {number} start @param {Tag[]} tags @param {number} name @param {boolean} little */
function under(view, start, tags, name, little) {
  const pointer = tags.find((tag) => tag.name === name && tag.type === LONG);
  return pointer ? directory(view, start, new DataView(pointer.bytes.buffer).getUint32(0), little) : [];
}

/** @param {Tag[]} tags @param {number[]} names */
function copied(tags, names) {
  return tags.filter((tag) => names.indexOf(tag.name) >= 0 && tag.type !== LONG);
}

/** Head; directory with what took it and pointers to the two others; these. Big-endian. @param {Origin} origin */
function exifBlock(origin) {
  const others = [
    { name: DETAILS, tags: origin.details },
    { name: PLACE, tags: origin.place },
  ].filter(({ tags }) => tags.length);
  let next = 8 + sizeOf(origin.camera.length + others.length, origin.camera);
  const pointers = others.map(({ name, tags }) => {
    const pointer = { name, type: LONG, count: 1, bytes: number(next) };
    next += sizeOf(tags.length, tags);
    return pointer;
  });
  const view = new DataView(new ArrayBuffer(10 + next));
  view.setUint16(0, 0xffe1);
  view.setUint16(2, 8 + next);
  put(view, 4, EXIF);
  view.setUint32(10, 0x4d4d002a);
  view.setUint32(14, 8);
  let at = writeDirectory(view, 8, origin.camera.concat(pointers));
  others.forEach(({ tags }) => {
    at = writeDirectory(view, at, tags);
  });
  return view.buffer;
}

/** Bytes of a directory and of the values behind it. @param {number} count @param {Tag[]} tags those whose values may be too long for it */
function sizeOf(count, tags) {
  return 6 + count * 12 + tags.reduce((sum, tag) => sum + outside(tag), 0);
}

/** How many bytes of a value stand behind the directory, an even number. @param {Tag} tag */
function outside(tag) {
  return tag.bytes.length > 4 ? tag.bytes.length + (tag.bytes.length & 1) : 0;
}

/** @param {DataView} view @param {number} at from the block's beginning @param {Tag[]} tags @returns {number} where it ends */
function writeDirectory(view, at, tags) {
  const start = 10;
  let behind = at + 6 + tags.length * 12;
  view.setUint16(start + at, tags.length);
  tags.forEach((tag, index) => {
    const entry = start + at + 2 + index * 12;
    view.setUint16(entry, tag.name);
    view.setUint16(entry + 2, tag.type);
    view.setUint32(entry + 4, tag.count);
    if (outside(tag)) {
      view.setUint32(entry + 8, behind);
      put(view, start + behind, tag.bytes);
      behind += outside(tag);
    } else {
      put(view, entry + 8, tag.bytes);
    }
  });
  return behind;
}

/** @param {number} value */
function number(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** @param {DataView} view @param {number} at @param {ArrayLike<number>} bytes */
function put(view, at, bytes) {
  Array.from(bytes).forEach((byte, index) => view.setUint8(at + index, byte));
}

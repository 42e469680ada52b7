/**
 * Where an entry stands: its lane from 0, and how many lanes its group needs.
 *
 * @template T
 * @typedef {{entry: T, lane: number, lanes: number}} Place
 */

/**
 * Places side by side for entries that overlap in time.
 *
 * @template T
 * @param {T[]} entries in the order of their start
 * @param {(entry: T) => number} from
 * @param {(entry: T) => number} to
 * @returns {Place<T>[]}
 */
export function lanes(entries, from, to) {
  /** @type {Place<T>[]} */
  const placed = [];
  /** @type {Place<T>[]} */
  let group = [];
  /** @type {number[]} */
  let ends = [];
  entries.forEach((entry) => {
    if (ends.length && Math.max(...ends) <= from(entry)) {
      close(group, ends.length);
      group = [];
      ends = [];
    }
    let lane = ends.findIndex((end) => end <= from(entry));
    lane = lane < 0 ? ends.length : lane;
    ends[lane] = to(entry);
    const place = { entry, lane, lanes: 1 };
    group.push(place);
    placed.push(place);
  });
  close(group, ends.length);
  return placed;
}

/** @param {Place<*>[]} group @param {number} count */
function close(group, count) {
  group.forEach((place) => {
    place.lanes = count;
  });
}

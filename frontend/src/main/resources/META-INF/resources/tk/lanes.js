/**
 * Places side by side for entries that overlap in time.
 *
 * @template T
 * @param {T[]} entries in the order of their start
 * @param {(entry: T) => number} from
 * @param {(entry: T) => number} to
 * @returns {{entry: T, lane: number, lanes: number}[]} lanes from 0, and how many the entry's group needs
 */
export function lanes(entries, from, to) {
  /** @type {{entry: T, lane: number, lanes: number}[]} */
  const placed = [];
  let group = [];
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

function close(group, count) {
  group.forEach((place) => {
    place.lanes = count;
  });
}

/**
 * Periods of a school's day, for forms that ask for a time: from the server, and without a signal as this phone saw them last.
 *
 * @typedef {NonNullable<Operations['Bells']['data']['bellSchedule']>['periods'][number]} Period
 */

import { ask } from './api.js';
import { read, write } from './store.js';
import { knownViewer } from './viewer.js';

/** @param {string} schoolId @param {string} on a day @returns {Promise<Period[]>} none where nobody knows them */
export async function periodsOn(schoolId, on) {
  const viewer = knownViewer();
  const key = 'Bells ' + schoolId;
  try {
    const { data } = await ask('Bells', { schoolId, on });
    const periods = data.bellSchedule ? data.bellSchedule.periods : [];
    if (viewer) {
      await write(viewer.id, 'choices', key, periods).catch(() => {});
    }
    return periods;
  } catch (e) {
    return viewer ? (await read(viewer.id, 'choices', key).catch(() => null)) || [] : [];
  }
}

/** The school at which the person works. @returns {string | null} its id */
export function ownSchoolId() {
  const viewer = knownViewer();
  const at = viewer && viewer.roles.find((grant) => (grant.role === 'CLERK' || grant.role === 'TEACHER') && grant.place !== null);
  return at && at.place ? at.place.id : null;
}

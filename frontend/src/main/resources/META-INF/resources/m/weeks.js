/**
 * Keeps the weeks around this one on the phone, two back and eight ahead, with all that their sheets show, for where there is no signal: one after the
 * other, when nothing else is asked for, and each a few times a day at most, so that it costs little.
 */

import { whenQuiet } from '../tk/api.js';
import { addDays, instant, mondayOf, now, today } from '../tk/time.js';
import { fetchWeek, keptWeek } from '../tk/week-data.js';

/** In the order in which they are looked at. */
const WEEKS = [0, 1, 2, -1, 3, 4, -2, 5, 6, 7, 8];

const FRESH_MS = 6 * 60 * 60 * 1000;

export async function keepWeeks() {
  for (const weeks of WEEKS) {
    const monday = addDays(mondayOf(today()), 7 * weeks);
    const kept = await keptWeek(monday);
    if (!kept || now() - instant(kept.asOf) > FRESH_MS) {
      await whenQuiet();
      await fetchWeek(monday);
    }
  }
}

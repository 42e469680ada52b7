/**
 * Asks for the week that a page is about to show, before the page's own modules are there; and what the phone keeps of it is opened meanwhile.
 */

import { askAhead } from '../tk/api.js';
import { isDay } from '../tk/time.js';
import '../tk/viewer.js';

const day = new URLSearchParams(location.search).get('day');
askAhead('MyWeek', { day: isDay(day) ? day : null });

/**
 * The bell in the head of pocket pages: the way to the notices, with how many are unread. The number that the phone knew last is shown at
 * once; it stays true through live changes.
 */

import { h, icon } from '../tk/dom.js';
import { listen } from '../tk/live.js';
import { fetchUnread, keptUnread } from '../tk/notice-data.js';
import { oneAtATime } from '../tk/once.js';
import { text } from '../tk/texts.js';
import { hasRole } from '../tk/viewer.js';

const PATH = '/m/notices';
const TOPICS = ['timetable', 'notices'];

const bell = h('a', { class: 'tk-quiet tk-square tk-bell', href: PATH }, icon('bell'));
/** Said politely when there are more than before. */
const news = h('span', { class: 'tk-unseen', role: 'status' });
let shown = 0;

/** Puts the bell before the menu, for those who have a timetable. */
export function showBell() {
  place();
  window.addEventListener('tk-viewer', place);
}

async function place() {
  const menu = document.querySelector('.tk-head .tk-menu');
  if (!menu || bell.isConnected || !(hasRole('TEACHER') || hasRole('CLERK'))) {
    return;
  }
  menu.before(bell, news);
  window.addEventListener('tk-unread', (event) => show(/** @type {CustomEvent} */ (event).detail));
  const kept = await keptUnread();
  show(kept || { count: 0, words: '0' });
  // The notices' own page asks for both at once.
  if (location.pathname !== PATH) {
    refresh();
    listen((topics) => topics.some((topic) => TOPICS.indexOf(topic) >= 0) && refresh());
    window.addEventListener('online', refresh);
  }
}

const refresh = oneAtATime(async () => {
  try {
    await fetchUnread();
  } catch (e) {
    // The number of before stays; the page's own question says what is wrong.
  }
});

/** @param {import('../tk/notice-data.js').Unread} unread */
function show(unread) {
  const words = unread.count ? text('pocket.bell.unread', unread.words) : text('pocket.notices.title');
  bell.setAttribute('aria-label', words);
  bell.setAttribute('title', words);
  bell.replaceChildren(icon('bell'), unread.count ? h('span', { class: 'tk-bell-count', 'aria-hidden': 'true' }, unread.words) : '');
  if (location.pathname === PATH) {
    bell.setAttribute('aria-current', 'page');
  } else if (unread.count > shown) {
    news.textContent = words;
  }
  shown = unread.count;
}

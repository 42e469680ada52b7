/**
 * `<tk-bell>`: the way to the notices, with how many are unread, on pocket and Flow pages. The number that the phone knew last is shown at once; it
 * stays true through live changes. Who puts it into a page knows that the person has a timetable.
 */

import { h, icon } from './dom.js';
import { listen } from './live.js';
import { fetchUnread, keptUnread } from './notice-data.js';
import { oneAtATime } from './once.js';
import { loadTexts, text } from './texts.js';

const PATH = '/m/notices';
const TOPICS = ['timetable', 'notices'];

/** Flow's own router would look for the page among its own. */
const bell = h('a', { class: 'tk-bell', href: PATH, 'router-ignore': true }, icon('bell'));
/** Said politely when there are more than before. */
const news = h('span', { class: 'tk-unseen', role: 'status' });
let shown = 0;

class TkBell extends HTMLElement {
  /** @type {(() => void)[]} */
  ends = [];

  connectedCallback() {
    loadTexts().then(() => {
      if (this.isConnected && !this.ends.length) {
        this.start();
      }
    });
  }

  disconnectedCallback() {
    this.ends.forEach((end) => end());
    this.ends = [];
  }

  async start() {
    const learned = (/** @type {Event} */ event) => show(/** @type {CustomEvent} */ (event).detail);
    window.addEventListener('tk-unread', learned);
    this.ends = [() => window.removeEventListener('tk-unread', learned)];
    const kept = await keptUnread();
    show(kept || { count: 0, words: '0' });
    this.append(bell, news);
    // The notices' own page asks for both at once.
    if (this.isConnected && location.pathname !== PATH) {
      refresh();
      window.addEventListener('online', refresh);
      this.ends.push(
        listen((topics) => topics.some((topic) => TOPICS.indexOf(topic) >= 0) && refresh()),
        () => window.removeEventListener('online', refresh),
      );
    }
  }
}

const refresh = oneAtATime(async () => {
  try {
    await fetchUnread();
  } catch (e) {
    // The number of before stays; the page's own question says what is wrong.
  }
});

/** @param {import('./notice-data.js').Unread} unread */
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

if (!customElements.get('tk-bell')) {
  customElements.define('tk-bell', TkBell);
}

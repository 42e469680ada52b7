/**
 * What every pocket page does first: texts, bar, menu, worker, the queue of uploads; and what it does when nobody is signed in. Menu and bell
 * are fetched only now: what people came for is on its way before them on a slow line.
 */

import { startActs } from '../tk/act-queue.js';
import { ask, whenQuiet } from '../tk/api.js';
import { loadTexts, refreshTexts, text } from '../tk/texts.js';
import { hasRole, knownViewer, rememberViewer } from '../tk/viewer.js';
import { showBar } from './bar.js';

/** Apps that show pages, and save nothing of them: tk/in-app.js says so. */
const IN_APP = /MicroMessenger|wxwork|DingTalk/i;
/** By then a page has asked its own question. */
const PAGE_FIRST_MS = 300;
/** Who only looks for a moment does not wait behind what is for later. */
const LOOKED_MS = 4000;

/**
 * @param {string} title key of the page's title
 * @param {boolean} [bare] whether the page stands alone, without bar and queue
 * @returns {Promise<void>}
 */
export async function startPage(title, bare) {
  await loadTexts();
  refreshTexts();
  document.title = text(title) + ' · ' + text('pocket.name');
  import('./menu.js').then(({ showMenu }) => showMenu(), later);
  if (IN_APP.test(navigator.userAgent)) {
    import('../tk/in-app.js').catch(later);
  }
  if (!bare) {
    showBar();
    showBell();
    window.addEventListener('tk-viewer', showBell);
    window.addEventListener('tk-viewer', sendQueue);
    if (knownViewer()) {
      sendQueue();
    } else {
      learnViewer();
    }
  }
  setTimeout(keepPages, PAGE_FIRST_MS);
  setTimeout(keepWeeks, LOOKED_MS);
}

/** The worker fetches all pages, which is more than this one: it begins when this one has asked and been answered. */
async function keepPages() {
  if (navigator.serviceWorker) {
    await whenQuiet();
    navigator.serviceWorker.register('/m/sw.js', { scope: '/m/' }).catch(() => {
      // The page works without it, only not without a signal.
    });
  }
}

/** For those who have a timetable. What fails is kept when a page is opened next. */
function keepWeeks() {
  if (hasTimetable() && navigator.onLine) {
    import('./weeks.js').then((weeks) => weeks.keepWeeks()).catch(later);
  }
}

function hasTimetable() {
  return hasRole('TEACHER') || hasRole('CLERK');
}

/** The bell before the menu, for those who have a timetable. */
function showBell() {
  const head = document.querySelector('.tk-head');
  if (head && !document.querySelector('tk-bell') && hasTimetable()) {
    head.insertBefore(document.createElement('tk-bell'), head.querySelector('.tk-menu'));
    import('../tk/bell.js').catch(later);
  }
}

/** What could not be fetched is there the next time; the page works without it. */
function later() {}

/** What waits to be sent goes after what is asked for: nobody waits for it with open eyes. */
async function sendQueue() {
  const viewer = knownViewer();
  if (viewer) {
    startActs();
    await whenQuiet();
    const { startQueue } = await import('./queue.js');
    startQueue(viewer.id);
  }
}

/** Who it is, where the phone does not know it yet: also those for whom this page has nothing need a bar that leads on. */
async function learnViewer() {
  try {
    const { data } = await ask('Viewer');
    if (data.viewer) {
      await rememberViewer(data.viewer);
    }
  } catch (e) {
    // The page's own question says what is wrong.
  }
}

/** Goes to the sign-in page, to come back here. */
export function goToSignIn() {
  location.replace('/m/sign-in?to=' + encodeURIComponent(location.pathname + location.search));
}

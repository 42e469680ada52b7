/**
 * The bar of places. Which places a person has follows from the roles; the last known ones are shown at once.
 */

import { whenQuiet } from '../tk/api.js';
import { h, icon } from '../tk/dom.js';
import { text } from '../tk/texts.js';
import { hasRole, knownViewer } from '../tk/viewer.js';

/** @type {Object<string, string>} */
const PLACES = {
  today: '/m/today',
  week: '/m/week',
  find: '/find',
  resources: '/resources',
  school: '/school',
  upload: '/m/upload',
  progress: '/progress',
  roster: '/roster',
  review: '/review',
  me: '/me',
};

/** Fills the page's bar and keeps it true. */
export function showBar() {
  draw();
  window.addEventListener('tk-viewer', draw);
  window.addEventListener('tk-uploads', count);
}

/** @returns {string[]} */
function places() {
  const teaches = hasRole('TEACHER');
  const clerk = hasRole('CLERK');
  const officer = ['COUNTY_OFFICER', 'CITY_OFFICER', 'PROVINCE_OFFICER'].some(hasRole);
  // Five at most, so that a thumb hits them: a clerk finds lessons from the week's own page.
  return [
    ...(teaches || clerk ? ['today', 'week'] : []),
    ...(teaches && !clerk ? ['find', 'resources'] : []),
    ...(clerk ? ['school', 'upload'] : []),
    ...(officer ? ['progress', 'roster'] : []),
    ...(hasRole('COUNTY_OFFICER') ? ['review'] : []),
    ...(knownViewer() ? ['me'] : []),
  ];
}

function draw() {
  const bar = document.querySelector('.tk-bar');
  if (!bar) {
    return;
  }
  const viewer = knownViewer();
  bar.replaceChildren(
    h(
      'a',
      { class: 'tk-bar-brand', href: viewer ? viewer.startPath : '/' },
      h('img', { src: '/tk/emblem.svg', alt: '', width: 32, height: 32 }),
      h('span', {}, text('pocket.name')),
    ),
    ...places().map((place) =>
      h(
        'a',
        { class: 'tk-bar-place', href: PLACES[place], 'aria-current': location.pathname === PLACES[place] ? 'page' : null },
        icon(place),
        h('span', { class: 'tk-bar-name' }, text('pocket.bar.' + place)),
      ),
    ),
  );
  count();
}

async function count() {
  await whenQuiet();
  const { countUploads } = await import('./queue.js');
  const viewer = knownViewer();
  const waiting = viewer ? await countUploads(viewer.id) : 0;
  const place = document.querySelector('.tk-bar-place[href="/m/upload"]');
  if (!place) {
    return;
  }
  const shown = place.querySelector('.tk-bar-count');
  if (shown) {
    shown.remove();
  }
  if (waiting > 0) {
    place.append(h('span', { class: 'tk-bar-count' }, waiting, h('span', { class: 'tk-unseen' }, ' ' + text('pocket.bar.waiting'))));
  }
}

/**
 * Upload of evidence: what it proves, camera or files, the queue. Without a signal the page works with what it saw last.
 */

import { focusOn, h } from '../tk/dom.js';
import { listen } from '../tk/live.js';
import { failurePart, skeleton } from '../tk/states.js';
import { activityPart, communityPart, criteriaPart } from './claim.js';
import { chooseActivity, chooseCommunity, chooseCriterion, loadAsked, loadKept, openCriteria, reloadCommunity, state } from './claim-data.js';
import { offerPart } from './lesson-offer.js';
import { pickPart } from './pick.js';
import { queuePart } from './queue-list.js';
import { goToSignIn, startPage } from './start.js';

const main = /** @type {HTMLElement} */ (document.querySelector('main'));
const claimPlace = h('div', { class: 'tk-claim' });
/** @type {HTMLElement | null} */
let pick = null;
let built = false;

start();

async function start() {
  await startPage('pocket.upload.title');
  main.replaceChildren(skeleton(2));
  await loadKept();
  if (state.community) {
    draw();
  }
  await reload();
  listen((topics) => topics.indexOf('progress') >= 0 && refreshCommunity());
  window.addEventListener('tk-uploaded', refreshCommunity);
  window.addEventListener('online', reload);
}

async function reload() {
  try {
    await loadAsked();
  } catch (e) {
    if (e.code === 'UNAUTHENTICATED') {
      goToSignIn();
      return;
    }
    state.failure = e.code || 'INTERNAL';
  }
  draw();
}

function draw() {
  if (!state.community) {
    // A page without a community is one for somebody else, unless something failed.
    const words = { unseen: 'pocket.upload.unseen', notYours: 'pocket.upload.notYours' };
    main.replaceChildren(failurePart(state.failure || 'FORBIDDEN', words, reload));
    built = false;
    return;
  }
  const claim = /** @type {import('./claim-data.js').Claim} */ (state);
  if (!built) {
    built = true;
    const picking = pickPart(claim);
    pick = picking;
    const isPicking = () => picking.hasAttribute('aria-busy');
    main.replaceChildren(claimPlace, picking, offerPart(isPicking), queuePart(claim, isPicking));
  }
  // Nothing to prove, nothing to fill in.
  const mayUpload = openCriteria(claim.community).length > 0;
  /** @type {HTMLElement} */ (pick).hidden = !mayUpload;
  const held = document.activeElement && document.activeElement.id;
  claimPlace.replaceChildren(
    ...[
      communityPart(claim, (id) => chooseCommunity(id).then(draw)),
      mayUpload &&
        activityPart(claim, (activity) => {
          chooseActivity(activity);
          draw();
        }),
      criteriaPart(claim, (code) => {
        chooseCriterion(code);
        draw();
      }),
    ].flatMap((part) => part || []),
  );
  focusOn(held ? document.getElementById(held) : null);
  main.dispatchEvent(new CustomEvent('claim'));
}

async function refreshCommunity() {
  if (!state.community) {
    return;
  }
  try {
    await reloadCommunity(state.community);
    draw();
  } catch (e) {
    // The queue says it when there is no signal.
  }
}

/**
 * Upload of evidence: what it proves, camera or files, the queue. Which communities and criteria there are, and what is lacking, comes from the
 * server; without a signal the page works with what it saw last.
 */

import { ask } from '../tk/api.js';
import { h } from '../tk/dom.js';
import { listen } from '../tk/live.js';
import { read, write } from '../tk/store.js';
import { text } from '../tk/texts.js';
import { addDays, today } from '../tk/time.js';
import { knownViewer, rememberViewer } from '../tk/viewer.js';
import { activityPart, communityPart, criteriaPart } from './claim.js';
import { pickPart } from './pick.js';
import { queuePart } from './queue-list.js';
import { goToSignIn, startPage } from './start.js';

const LESSONS_BACK_DAYS = 14;

const main = /** @type {HTMLElement} */ (document.querySelector('main'));
const wished = new URLSearchParams(location.search);
/** @type {{communities: {id: string, name: string}[], community: any, activity: any, criterion: string | null, failure: string}} */
const state = { communities: [], community: null, activity: null, criterion: wished.get('criterion'), failure: '' };
const claimPlace = h('div', { class: 'tk-claim' });

start();

async function start() {
  await startPage('pocket.upload.title');
  main.replaceChildren(h('div', { class: 'tk-skeleton', 'aria-hidden': 'true' }, h('div', {}), h('div', {})));
  await load(kept);
  if (state.community) {
    build();
  }
  await reload();
  build();
  listen((topics) => topics.indexOf('progress') >= 0 && refreshCommunity());
  window.addEventListener('tk-uploaded', refreshCommunity);
  window.addEventListener('online', reload);
}

let built = false;

function build() {
  if (!built && state.community) {
    built = true;
    main.replaceChildren(claimPlace, pickPart(state), queuePart(state));
  }
  draw();
}

function draw() {
  if (!state.community) {
    main.replaceChildren(nothing());
    built = false;
    return;
  }
  const held = document.activeElement && document.activeElement.id;
  claimPlace.replaceChildren(
    ...[communityPart(state, chooseCommunity), activityPart(state, chooseActivity), criteriaPart(state, chooseCriterion)].filter(Boolean),
  );
  const again = held && document.getElementById(held);
  if (again) {
    again.focus();
  }
  main.dispatchEvent(new CustomEvent('claim'));
}

async function reload() {
  try {
    await load(asked);
    state.failure = '';
  } catch (e) {
    if (e.code === 'UNAUTHENTICATED') {
      goToSignIn();
      return;
    }
    state.failure = e.code || 'INTERNAL';
  }
  if (built) {
    draw();
  }
}

/** Fills the state from a source, which is the server or what the phone keeps of its answers. */
async function load(source) {
  const choices = await source('UploadChoices', {});
  if (!choices) {
    return;
  }
  if (choices.viewer) {
    await rememberViewer(choices.viewer);
  }
  state.communities = choices.communities.edges.map((edge) => edge.node);
  const lesson = wished.get('activity');
  if (lesson) {
    const found = await source('UploadActivity', { id: lesson });
    state.activity = (found && found.node) || state.activity;
  }
  const first = state.communities.length ? state.communities[0].id : null;
  const id = (state.community && state.community.id) || wished.get('community') || (state.activity && state.activity.community.id) || first;
  if (id) {
    await loadCommunity(source, id);
  }
}

async function loadCommunity(source, id) {
  const found = await source('UploadCommunity', { id, from: addDays(today(), -LESSONS_BACK_DAYS), to: today() });
  if (found && found.node) {
    state.community = found.node;
    keepCriterion();
  }
}

/** The chosen criterion, as long as the person may upload for it; else the one that fits, if only one does. */
function keepCriterion() {
  const open = openCriteria();
  const chosen = open.find((one) => one.code === state.criterion);
  state.criterion = chosen ? chosen.code : open.length === 1 ? open[0].code : null;
}

function openCriteria() {
  const { progress } = state.community;
  return ((progress && progress.criteria) || []).filter((one) => one.viewerCanUpload);
}

async function refreshCommunity() {
  if (!state.community) {
    return;
  }
  try {
    await loadCommunity(asked, state.community.id);
    draw();
  } catch (e) {
    // The queue says it when there is no signal.
  }
}

async function chooseCommunity(id) {
  state.activity = null;
  state.criterion = null;
  try {
    await loadCommunity(asked, id);
  } catch (e) {
    await loadCommunity(kept, id);
  }
  note();
  draw();
}

function chooseActivity(activity) {
  state.activity = activity;
  note();
  draw();
}

function chooseCriterion(code) {
  state.criterion = code;
  note();
  draw();
}

/** The address names what is chosen, so that a reload or the way back finds it again. */
function note() {
  const address = new URLSearchParams();
  address.set('community', state.community.id);
  if (state.criterion) {
    address.set('criterion', state.criterion);
  }
  if (state.activity) {
    address.set('activity', state.activity.id);
  }
  ['community', 'criterion', 'activity'].forEach((name) => wished.delete(name));
  address.forEach((value, name) => wished.set(name, value));
  history.replaceState(history.state, '', location.pathname + '?' + address);
}

async function asked(operation, variables) {
  const { data } = await ask(operation, variables);
  const viewer = data.viewer || knownViewer();
  if (viewer) {
    await write(viewer.id, 'choices', keyOf(operation, variables), data).catch(() => {});
  }
  return data;
}

async function kept(operation, variables) {
  const viewer = knownViewer();
  try {
    return viewer ? (await read(viewer.id, 'choices', keyOf(operation, variables))) || null : null;
  } catch (e) {
    return null;
  }
}

function keyOf(operation, variables) {
  return operation + ' ' + (variables.id || '');
}

function nothing() {
  const why = state.failure === 'OFFLINE' ? 'pocket.upload.unseen' : state.failure && state.failure !== 'FORBIDDEN' ? 'pocket.failed' : 'pocket.upload.notYours';
  return h(
    'div',
    { class: 'tk-empty', role: 'alert' },
    h('p', {}, text(why)),
    why === 'pocket.upload.notYours'
      ? h('a', { class: 'tk-button tk-main-action', href: '/' }, text('pocket.home'))
      : h('button', { type: 'button', class: 'tk-button tk-main-action', onclick: () => reload().then(build) }, text('pocket.retry')),
  );
}

/**
 * What can be proven, and what is chosen of it: communities, their lessons and criteria come from the server, and without a signal from what the
 * phone keeps of its answers. The address names what is chosen, so that a reload or the way back finds it again.
 *
 * @typedef {NonNullable<Operations['UploadCommunity']['data']['node']>} Community
 * @typedef {Community['activities']['edges'][number]['node']} Lesson
 * @typedef {NonNullable<NonNullable<Community['progress']>['criteria']>[number]} Criterion
 *
 * @typedef {{id: string, name: string}} Place
 *
 * @typedef {Object} State
 * @property {{id: string, name: string}[]} communities those for which the person may upload
 * @property {Community | null} community
 * @property {Place | null} ownCounty the county whose officer the person is
 * @property {Place | null} county the same, where the file is to speak for all its new communities
 * @property {string | null} replaces id of the evidence whose place the next file takes
 * @property {Lesson | null} activity
 * @property {string | null} criterion code
 * @property {string} failure code of the failure that left it all old, or empty
 *
 * @typedef {State & {community: Community}} Claim
 */

import { addDays, today } from '../tk/time.js';
import { rememberViewer } from '../tk/viewer.js';
import { asked, kept } from './kept.js';

/**
 * Answers an operation: the server, or the phone with what it keeps, null where it has none.
 *
 * @typedef {<N extends 'UploadChoices' | 'UploadActivity' | 'UploadCommunity'>(operation: N, variables: Operations[N]['variables']) =>
 *     Promise<Operations[N]['data'] | null>} Source
 */

const LESSONS_BACK_DAYS = 14;

const wished = new URLSearchParams(location.search);

/** @type {State} */
export const state = {
  communities: [],
  community: null,
  ownCounty: null,
  county: null,
  replaces: wished.get('replaces'),
  activity: null,
  criterion: wished.get('criterion'),
  failure: '',
};

/** What is chosen instead of a community: all new ones of the county. */
export const WHOLE_COUNTY = 'county';

/** Criteria for which the person may upload. @param {Community} community */
export function openCriteria(community) {
  const { progress } = community;
  return ((progress && progress.criteria) || []).filter((one) => one.viewerCanUpload);
}

/** The chosen criterion, if the person may upload for it. @param {Claim} claim */
export function chosenCriterion(claim) {
  return openCriteria(claim.community).find((one) => one.code === claim.criterion);
}

/**
 * Whether a file for a criterion may show a lesson: the kind of the lesson has to fit, and for some kinds only certain files do. A community that
 * the phone kept earlier does not say.
 *
 * @param {Criterion | undefined} criterion
 * @param {Lesson} lesson
 * @param {string} [file] kind of the file; left out, any will do
 */
export function mayShow(criterion, lesson, file) {
  return !criterion || !criterion.shows || criterion.shows.some(({ kind, takes }) => kind.code === lesson.kind.code && (!file || takes.some((one) => one === file)));
}

/** The chosen lesson, if a file for the chosen criterion may show it. @param {Claim} claim */
export function chosenLesson(claim) {
  const { activity } = claim;
  return activity && mayShow(chosenCriterion(claim), activity) ? activity : null;
}

/** Fills the state from what the phone keeps. */
export function loadKept() {
  return load(kept);
}

/** Fills the state from the server. @returns {Promise<void>} rejected with an ApiError */
export async function loadAsked() {
  await load(asked);
  state.failure = '';
}

/** Asks again how the chosen community stands. @param {Community} community @returns {Promise<void>} rejected with an ApiError */
export function reloadCommunity(community) {
  return loadCommunity(asked, community.id);
}

/** @param {string} id */
export async function chooseCommunity(id) {
  state.activity = null;
  state.replaces = null;
  state.county = id === WHOLE_COUNTY ? state.ownCounty : null;
  if (state.county) {
    note();
    return;
  }
  state.criterion = null;
  try {
    await loadCommunity(asked, id);
  } catch (e) {
    await loadCommunity(kept, id);
  }
  note();
}

/** @param {Lesson | null} activity */
export function chooseActivity(activity) {
  state.activity = activity;
  note();
}

/** @param {string} code */
export function chooseCriterion(code) {
  state.replaces = null;
  state.criterion = code;
  note();
}

/** The evidence whose place a file takes: that of one file alone. @returns {string | null} */
export function takeReplaced() {
  const id = state.replaces;
  state.replaces = null;
  note();
  return id;
}

/** The file did not get into the queue after all: the next one takes that place, if nothing else was chosen meanwhile. @param {string | null} id */
export function giveBackReplaced(id) {
  if (id && !state.replaces) {
    state.replaces = id;
    note();
  }
}

/** The county whose officer somebody is. @param {NonNullable<Operations['UploadChoices']['data']['viewer']>} viewer @returns {Place | null} */
function countyOf(viewer) {
  const found = viewer.roles.find((one) => one.role === 'COUNTY_OFFICER');
  return (found && found.place) || null;
}

/** @param {Source} source */
async function load(source) {
  const choices = await source('UploadChoices', {});
  if (!choices) {
    return;
  }
  if (choices.viewer) {
    await rememberViewer(choices.viewer);
    state.ownCounty = countyOf(choices.viewer);
    state.county = state.ownCounty && wished.get('county') === state.ownCounty.id ? state.ownCounty : null;
  }
  state.communities = choices.communities.edges.map((edge) => edge.node);
  const lesson = wished.get('activity');
  const found = lesson ? await source('UploadActivity', { id: lesson }) : null;
  const named = found ? found.node : null;
  state.activity = named || state.activity;
  const first = state.communities.length ? state.communities[0].id : null;
  const id = (state.community && state.community.id) || wished.get('community') || (named && named.community.id) || first;
  if (id) {
    await loadCommunity(source, id);
  }
}

/** @param {Source} source @param {string} id */
async function loadCommunity(source, id) {
  const found = await source('UploadCommunity', { id, from: addDays(today(), -LESSONS_BACK_DAYS), to: today() });
  if (found && found.node) {
    state.community = found.node;
    keepCriterion(found.node);
  }
}

/** The chosen criterion, as long as the person may upload for it; else the one that fits, if only one does. @param {Community} community */
function keepCriterion(community) {
  const open = openCriteria(community);
  const chosen = open.find((one) => one.code === state.criterion);
  state.criterion = chosen ? chosen.code : open.length === 1 ? open[0].code : null;
}

function note() {
  ['community', 'county', 'criterion', 'activity', 'replaces'].forEach((name) => wished.delete(name));
  const chosen = {
    community: state.community && state.community.id,
    county: state.county && state.county.id,
    criterion: state.criterion,
    activity: state.activity && state.activity.id,
    replaces: state.replaces,
  };
  Object.entries(chosen).forEach(([name, value]) => value && wished.set(name, value));
  history.replaceState(history.state, '', location.pathname + '?' + wished);
}

/**
 * What can be entered of a lesson, what is said of it so far, and how it is sent. What is said is kept on the phone until it has arrived, under an id
 * that stays the same, so that sending it again does nothing twice.
 *
 * @typedef {Operations['EntryChoices']['data']} Choices
 * @typedef {Choices['communities']['edges'][number]['node']} Community
 * @typedef {Choices['activityKinds'][number]} Kind
 * @typedef {Operations['EnterActivity']['variables']['input']} EnterInput
 * @typedef {EnterInput['facts']} Facts
 * @typedef {'LEADS' | 'ASSISTS' | 'ATTENDS'} TeachingRole
 *
 * @typedef {Object} Said
 * @property {string} id the client's id of a new lesson
 * @property {string | null} activityId id of the lesson that is edited; null for a new one
 * @property {number} revision of the lesson that is edited, as it was read
 * @property {string} communityId
 * @property {string} kind
 * @property {string} title
 * @property {string} subject
 * @property {string} grade
 * @property {string} series
 * @property {string} joinUrl
 * @property {string} recordingUrl
 * @property {{title: string, url: string}[]} materials
 * @property {string} day
 * @property {string} from
 * @property {string} to
 * @property {{schoolId: string, room: string, className: string}[]} schools the first is where it is taught
 * @property {{name: string, role: TeachingRole}[]} teachers as they are written
 * @property {Object<string, string>} attributes by their codes
 * @property {EnterInput | null} tried what was sent last, if no answer came
 */

import { ApiError, ask } from '../tk/api.js';
import { ownSchoolId } from '../tk/bells.js';
import { newId } from '../tk/sender.js';
import { erase, read, write } from '../tk/store.js';
import { text } from '../tk/texts.js';
import { clockOf, dateTimeOf, dayOf, isDay, today } from '../tk/time.js';
import { knownViewer, rememberViewer } from '../tk/viewer.js';
import { asked, kept } from './kept.js';

const LAST = 'entry last';

const wished = new URLSearchParams(location.search);
/** Id of the lesson that is to be edited; null for a new one. */
export const editedId = wished.get('edit');

/** What can be chosen, as the phone knows it. @returns {Promise<Choices | null>} */
export function keptChoices() {
  return kept('EntryChoices', {});
}

/** What can be chosen. @returns {Promise<Choices>} rejected with an ApiError */
export async function askedChoices() {
  const choices = await asked('EntryChoices', {});
  if (choices.viewer) {
    await rememberViewer(choices.viewer);
  }
  return choices;
}

/**
 * What to begin with: what was not sent yet, else the lesson that is edited, else an empty form in which stands what was entered last.
 *
 * @param {Choices} choices
 * @returns {Promise<{said: Said, isDraft: boolean, refusal: string}>} `refusal`: why the lesson cannot be edited; rejected with an ApiError
 */
export async function begin(choices) {
  const draft = /** @type {Said | null} */ (await keptValue(draftKey(editedId)));
  if (draft) {
    return { said: draft, isDraft: true, refusal: '' };
  }
  if (!editedId) {
    return { said: await empty(choices), isDraft: false, refusal: '' };
  }
  const { node } = await asked('EntryOf', { id: editedId });
  if (!node) {
    throw new ApiError('NOT_FOUND', text('pocket.enter.gone'));
  }
  return { said: of(node, choices), isDraft: false, refusal: node.viewerCannotEditReasons.map((reason) => reason.message).join(' ') };
}

/** @param {Choices} choices @returns {Promise<Said>} */
export async function empty(choices) {
  const communities = choices.communities.edges.map((edge) => edge.node);
  const last = /** @type {Said | null} */ (await keptValue(LAST));
  const asLast = last && communities.some((one) => one.id === last.communityId) ? last : null;
  const community = communities.find((one) => one.id === (wished.get('community') || (asLast && asLast.communityId))) || communities[0];
  const day = wished.get('day');
  const teacher = choices.viewer && choices.viewer.teacher;
  /** @type {Said} */
  const said = {
    id: newId(),
    activityId: null,
    revision: 0,
    communityId: community.id,
    kind: asLast ? asLast.kind : choices.activityKinds[0].code,
    title: '',
    subject: asLast ? asLast.subject : '',
    grade: asLast ? asLast.grade : '',
    series: asLast ? asLast.series : '',
    joinUrl: '',
    recordingUrl: '',
    materials: [],
    day: isDay(day) && day ? day : today(),
    from: '',
    to: '',
    schools: asLast && asLast.communityId === community.id ? asLast.schools : schoolsOf(community),
    teachers: asLast && asLast.communityId === community.id ? asLast.teachers : teacher ? [{ name: teacher.name, role: 'LEADS' }] : [],
    attributes: {},
    tried: null,
  };
  return said;
}

/** The core school, where lessons are taught, and the person's own; where there is only one other, that one. @param {Community} community */
export function schoolsOf(community) {
  const others = community.members.filter((one) => community.members.length === 1 || one.id === ownSchoolId());
  return [community.core, ...others].map((one) => ({ schoolId: one.id, room: '', className: '' }));
}

/** @param {NonNullable<Operations['EntryOf']['data']['node']>} node @param {Choices} choices @returns {Said} */
function of(node, choices) {
  const known = new Map(choices.colleagues.map((one) => [one.id, one]));
  return {
    id: newId(),
    activityId: node.id,
    revision: node.revision,
    communityId: node.community.id,
    kind: node.kind.code,
    title: node.title,
    subject: node.subject ? node.subject.code : '',
    grade: node.grade ? node.grade.code : '',
    series: node.series ? node.series.name : '',
    joinUrl: node.joinUrl || '',
    recordingUrl: node.recordingUrl || '',
    materials: (node.materials || []).map((one) => ({ title: one.title, url: one.url })),
    day: dayOf(node.startsAt),
    from: clockOf(node.startsAt),
    to: clockOf(node.endsAt),
    schools: node.schools.map((one, index) => ({ schoolId: one.school.id, room: one.room || '', className: one.className || (index === 0 && node.className) || '' })),
    teachers: node.teachers.map((one) => {
      const teacher = one.teacher && known.get(one.teacher.id);
      return { name: teacher ? teacherLabel(teacher) : one.name, role: one.role };
    }),
    attributes: Object.fromEntries(node.attributes.map((one) => [one.code, one.said])),
    tried: null,
  };
}

/** How a teacher is written where he or she is chosen. @param {{name: string, school: {name: string}}} teacher */
export function teacherLabel(teacher) {
  return text('pocket.enter.teacher.at', teacher.name, teacher.school.name);
}

/** What is said, in the form of the contract. @param {Said} said @param {Choices} choices @param {Kind} kind @returns {Facts} */
export function factsOf(said, choices, kind) {
  const codes = kind.attributes.map((one) => one.code);
  return {
    kind: said.kind,
    title: said.title.trim(),
    subject: said.subject || null,
    grade: said.grade || null,
    className: null,
    schools: said.schools.map((one) => ({ schoolId: one.schoolId, room: one.room.trim() || null, className: one.className.trim() || null })),
    teachers: teachersOf(said, choices),
    series: said.series.trim() || null,
    joinUrl: said.joinUrl.trim() || null,
    recordingUrl: said.recordingUrl.trim() || null,
    materials: said.materials,
    attributes: codes.filter((code) => said.attributes[code]).map((code) => ({ name: code, value: said.attributes[code] })),
  };
}

/** Teachers who are written: those who were chosen by their ids, the others by their names. @param {Said} said @param {Choices} choices */
export function teachersOf(said, choices) {
  return said.teachers
    .filter((one) => one.name.trim())
    .map((one) => {
      const chosen = choices.colleagues.find((teacher) => teacherLabel(teacher) === one.name.trim());
      return chosen ? { teacherId: chosen.id, name: chosen.name, role: one.role } : { name: one.name.trim(), role: one.role };
    });
}

/**
 * Sends what is said.
 *
 * @param {Said} said what is kept of it changes with what is known of its arrival
 * @param {Facts} facts
 * @returns {Promise<import('../tk/form.js').Refusal[]>} none when it has arrived; rejected with an ApiError
 */
export async function sendSaid(said, facts) {
  const refusals = said.activityId ? await edit(said.activityId, said.revision, facts) : await enter(said, facts);
  if (!refusals.length) {
    await forget(said);
    await keepValue(LAST, said);
  }
  return refusals;
}

/** @param {Said} said @param {Facts} facts */
async function enter(said, facts) {
  const input = { id: said.id, communityId: said.communityId, startsAt: dateTimeOf(said.day, said.from), endsAt: dateTimeOf(said.day, said.to), facts };
  const { tried } = said;
  if (tried && JSON.stringify(tried) !== JSON.stringify(input)) {
    // It may have arrived although no answer came: then what was said since is a change of it.
    const { activity } = (await ask('EnterActivity', { input: tried })).data.enterActivity;
    if (activity) {
      return change(activity, input);
    }
  }
  said.tried = input;
  await keepDraft(said);
  const { errors } = (await ask('EnterActivity', { input })).data.enterActivity;
  if (errors.length) {
    said.tried = null;
    await keepDraft(said);
  }
  return errors;
}

/** @param {{id: string, revision: number, startsAt: string, endsAt: string}} activity @param {EnterInput} input */
async function change(activity, input) {
  const edited = (await ask('EditActivity', { input: { activityId: activity.id, expectedRevision: activity.revision, facts: input.facts } })).data.editActivity;
  if (!edited.activity || (Date.parse(edited.activity.startsAt) === Date.parse(input.startsAt) && Date.parse(edited.activity.endsAt) === Date.parse(input.endsAt))) {
    return edited.errors;
  }
  const { startsAt, endsAt } = input;
  return (await ask('MoveActivity', { input: { activityId: activity.id, expectedRevision: edited.activity.revision, startsAt, endsAt } })).data.moveActivity.errors;
}

/** @param {string} activityId @param {number} expectedRevision @param {Facts} facts */
async function edit(activityId, expectedRevision, facts) {
  return (await ask('EditActivity', { input: { activityId, expectedRevision, facts } })).data.editActivity.errors;
}

/** @param {Said} said */
export function keepDraft(said) {
  return keepValue(draftKey(said.activityId), said);
}

/** @param {Said} said */
export async function forget(said) {
  const viewer = knownViewer();
  if (viewer) {
    await erase(viewer.id, 'choices', draftKey(said.activityId)).catch(() => {});
  }
}

/** @param {string | null} activityId */
function draftKey(activityId) {
  return 'entry draft ' + (activityId || '');
}

/** @param {string} key @param {*} value */
async function keepValue(key, value) {
  const viewer = knownViewer();
  if (viewer) {
    await write(viewer.id, 'choices', key, value).catch(() => {});
  }
}

/** @param {string} key */
async function keptValue(key) {
  const viewer = knownViewer();
  return viewer ? (await read(viewer.id, 'choices', key).catch(() => null)) || null : null;
}

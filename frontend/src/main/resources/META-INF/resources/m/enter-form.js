/**
 * The form of a lesson. It asks for what cannot be known, shows what clashes before anything is sent, and keeps on the phone what is said.
 */

import { clashBanner } from '../tk/clashes.js';
import { h } from '../tk/dom.js';
import { complain as complainAt, field, once, option, refusalsOf } from '../tk/form.js';
import { changedMeanwhile } from '../tk/stale.js';
import { text } from '../tk/texts.js';
import { dateTimeOf, dayName } from '../tk/time.js';
import { timeFields } from '../tk/time-fields.js';
import { factsOf, keepDraft, schoolsOf, sendSaid, teachersOf } from './enter-data.js';
import { attributeFields, materialsPart, schoolsPart, teachersPart, valueOf, webAddress } from './enter-rows.js';

const KEEP_MS = 300;

/**
 * @typedef {import('./enter-data.js').Said} Said
 * @typedef {import('./enter-data.js').Community} Community
 * @typedef {import('../tk/form.js').Field} Field
 */

/**
 * @param {import('./enter-data.js').Choices} choices
 * @param {Said} said what to begin with
 * @param {{sent: (said: Said) => void, again: (said: Said) => void}} page what happens when it has arrived; draws the form anew
 * @returns {HTMLElement}
 */
export function entryForm(choices, said, page) {
  const communities = choices.communities.edges.map((edge) => edge.node);
  const community = communities.find((one) => one.id === said.communityId) || communities[0];
  const kind = choices.activityKinds.find((one) => one.code === said.kind) || choices.activityKinds[0];
  const problem = h('p', { class: 'tk-error', role: 'alert' });
  const stale = h('div', {});
  /** @param {string} name @param {string} label @param {HTMLElement} input */
  const named = (name, label, input) => field('tk-enter-' + name, label, input);
  /** @param {Object<string, *>} properties */
  const line = (properties) => h('input', Object.assign({ type: 'text', autocomplete: 'off' }, properties));

  const communityField = named('community', text('pocket.upload.community'), h('select', {}, communities.map((one) => option(one.id, one.name, one === community))));
  const kindField = named('kind', text('pocket.enter.kind'), h('select', {}, choices.activityKinds.map((one) => option(one.code, one.name, one === kind))));
  const subjectLabel = kind.subjectRequired ? text('pocket.enter.subject') : text('pocket.enter.optional', text('pocket.enter.subject'));
  /** @type {Object<string, Field>} */
  const facts = {
    kind: kindField,
    subject: named('subject', subjectLabel, h('select', {}, option('', text(kind.subjectRequired ? 'pocket.enter.choose' : 'pocket.enter.none'), !said.subject), choices.subjects.map((one) => option(one.code, one.name, one.code === said.subject)))),
    title: named('title', text('pocket.enter.name'), line({ maxlength: '200', required: true, value: said.title })),
    grade: named('grade', text('pocket.enter.grade'), h('select', {}, option('', text('pocket.enter.grade.byClass'), !said.grade), choices.grades.map((one) => option(one.code, one.name, one.code === said.grade)))),
    series: named('series', text('pocket.enter.optional', text('pocket.enter.series')), line({ maxlength: '100', value: said.series })),
    joinUrl: named('joinUrl', text('pocket.enter.optional', text('pocket.enter.joinUrl')), line(webAddress(said.joinUrl))),
    recordingUrl: named('recordingUrl', text('pocket.enter.optional', text('pocket.enter.recordingUrl')), line(webAddress(said.recordingUrl))),
  };
  const attributes = attributeFields(kind, said.attributes);
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, KEEP_MS);
    clashes.look();
  };
  let timer = 0;
  const schools = schoolsPart(said, community, () => changed());
  const taking = [community.core, ...community.members].map((one) => one.id);
  const colleagues = choices.colleagues.filter((one) => taking.indexOf(one.school.id) >= 0);
  const teachers = teachersPart(said, colleagues, () => changed());
  const materials = materialsPart(said, () => changed());
  const time = timeFields('tk-enter', { day: said.day, from: said.from, to: said.to }, (filled) => (filled ? clashes.look() : changed()));

  /** What the form says now. @returns {Said} */
  const read = () => {
    const span = said.activityId ? { day: said.day, from: said.from, to: said.to } : time.span();
    const values = Object.fromEntries(Object.entries(attributes).map(([code, one]) => [code, valueOf(one.input)]));
    return Object.assign({}, said, span, {
      communityId: community.id,
      kind: kind.code,
      title: valueOf(facts.title.input),
      subject: valueOf(facts.subject.input),
      grade: valueOf(facts.grade.input),
      series: valueOf(facts.series.input),
      joinUrl: valueOf(facts.joinUrl.input),
      recordingUrl: valueOf(facts.recordingUrl.input),
      materials: materials.said(),
      schools: schools.said(),
      teachers: teachers.said(),
      attributes: Object.assign({}, said.attributes, values),
    });
  };
  let sent = false;
  const keep = async () => {
    if (!sent) {
      said = read();
      await keepDraft(said);
    }
  };
  const clashes = clashBanner(() => {
    const now = read();
    if (!now.day || !now.from || !now.to || !now.schools.length) {
      return null;
    }
    const { schools: planned } = factsOf(now, choices, kind);
    const plan = { startsAt: dateTimeOf(now.day, now.from), endsAt: dateTimeOf(now.day, now.to), schools: planned, teachers: teachersOf(now, choices) };
    return said.activityId ? Object.assign(plan, { activityId: said.activityId }) : plan;
  });

  /** @returns {Field[]} */
  const all = () => [...Object.values(facts), ...time.fields, ...schools.fields, ...teachers.fields(), ...materials.fields(), ...Object.values(attributes)];
  /** The field that a path of the input means. @param {string[]} path @returns {Field | undefined} */
  const find = (path) => {
    if (path[0] !== 'facts') {
      return time.find(path);
    }
    const sent = factsOf(read(), choices, kind);
    switch (path[1]) {
      case 'schools':
        return schools.find(path.slice(2));
      case 'teachers':
        return teachers.find(path.slice(2));
      case 'materials':
        return materials.find(path.slice(2));
      case 'attributes': {
        const named = (sent.attributes || [])[Number(path[2])];
        return named && attributes[named.name];
      }
      default:
        return facts[path[1]];
    }
  };
  /** @param {import('../tk/form.js').Refusal[]} refusals */
  const complain = (refusals) => complainAt(all(), find, problem, refusals);
  const missing = () =>
    [
      { path: ['facts', 'title'], message: valueOf(facts.title.input).trim() ? '' : text('pocket.own.title.missing') },
      { path: ['facts', 'subject'], message: valueOf(facts.subject.input) || !kind.subjectRequired ? '' : text('pocket.enter.subject.missing') },
    ]
      .filter((refusal) => refusal.message)
      .concat(said.activityId ? [] : /** @type {{path: string[], message: string}[]} */ (time.missing()));

  const submit = once(async () => {
    clearTimeout(timer);
    await keep();
    complain(missing());
    if (missing().length) {
      return;
    }
    try {
      const refusals = await sendSaid(said, factsOf(said, choices, kind));
      const isStale = refusals.some((refusal) => refusal.code === 'REVISION_STALE');
      const meanwhile = isStale && said.activityId ? await changedMeanwhile(said.activityId, said.revision) : null;
      if (meanwhile) {
        said.revision = meanwhile.revision;
        stale.replaceChildren(meanwhile.element);
      } else if (refusals.length) {
        complain(refusals);
      } else {
        sent = true;
        page.sent(said);
      }
    } catch (e) {
      complain(e.code === 'OFFLINE' ? [{ path: [], message: text('pocket.enter.offline') }] : refusalsOf(e));
    }
  });
  kindField.input.addEventListener('change', async () => {
    await keep();
    page.again(Object.assign(said, { kind: valueOf(kindField.input) }));
  });
  communityField.input.addEventListener('change', async () => {
    await keep();
    const other = communities.find((one) => one.id === valueOf(communityField.input)) || community;
    page.again(Object.assign(said, { communityId: other.id, schools: schoolsOf(other), teachers: [] }));
  });

  const form = h(
    'form',
    { class: 'tk-form tk-enter-form', novalidate: true, onsubmit: submit },
    communities.length > 1 && !said.activityId ? communityField.part : h('p', { class: 'tk-enter-community' }, community.name),
    h('div', { class: 'tk-form-times' }, kindField.part, facts.subject.part),
    facts.title.part,
    said.activityId ? h('p', { class: 'tk-soft' }, text('pocket.enter.when', dayName(said.day) + ' ' + said.from + '–' + said.to)) : time.parts,
    schools.part,
    teachers.part,
    Object.values(attributes).map((one) => one.part),
    h(
      'details',
      { class: 'tk-enter-more', open: Boolean(said.joinUrl || said.recordingUrl || said.series || said.materials.length) },
      h('summary', {}, text('pocket.enter.more')),
      h('div', { class: 'tk-enter-set' }, facts.grade.part, facts.joinUrl.part, materials.part, facts.recordingUrl.part, facts.series.part),
    ),
    h('div', { class: 'tk-enter-end' }, clashes.element, stale, problem, h('p', { class: 'tk-soft' }, text('pocket.enter.told'))),
    h('div', { class: 'tk-sheet-acts' }, h('button', { class: 'tk-button tk-main-action' }, text(said.activityId ? 'pocket.own.save' : 'pocket.enter.submit'))),
  );
  form.addEventListener('input', () => changed());
  // Who leaves while typing has said it, too.
  window.addEventListener('pagehide', () => timer && form.isConnected && keep());
  clashes.look();
  return form;
}

/**
 * The sheet of a lesson: everything about one entry of the week. It is made from the entry alone, so it can be read without a signal.
 */

import { attendancePart } from './attendance.js';
import { closer, openSheetOf } from './dialog.js';
import { h, icon, safeLink } from './dom.js';
import { subjectOf } from './entry.js';
import { hidingPart } from './hiding.js';
import { lessonActsPart } from './lesson-acts.js';
import { language } from './page.js';
import { text } from './texts.js';
import { clockOf, dayName, dayOf, instant, momentName, now } from './time.js';
import { toast } from './toast.js';
import { proofsPart } from './proofs.js';
import { separatePart, sourceWords } from './twins.js';
import { hasRole, isOwnSchool } from './viewer.js';
import { periodsOf, phaseOf, takesPlace } from './week-data.js';

/** Kinds of resources that are files, not places elsewhere. */
const FILES = ['PICTURE', 'PDF', 'TEXT', 'SLIDES', 'TABLE'];

/**
 * Opens the sheet; the browser's way back closes it.
 *
 * @param {import('./week-data.js').Entry} entry
 * @param {HTMLElement | null} opener what gets the focus back
 * @param {{goTo: (day: string) => void, changed: () => void}} page what the page does: show another day; ask again
 */
export function openSheet(entry, opener, page) {
  openSheetOf(opener, (close) => [head(entry, close), body(entry, close, page)]);
}

/** @param {import('./week-data.js').Entry} entry @param {() => void} close */
function head(entry, close) {
  const { activity } = entry;
  return h(
    'header',
    { class: 'tk-sheet-head', 'data-subject': subjectOf(activity) },
    h(
      'div',
      { class: 'tk-sheet-name' },
      h(
        'p',
        { class: 'tk-sheet-kind' },
        activity.subject && h('span', { class: 'tk-subject' }, activity.subject.name),
        h('span', {}, activity.kind.name),
      ),
      h('h2', { id: 'tk-sheet-title', class: takesPlace(entry) ? null : 'tk-struck' }, activity.title),
      activity.className && h('p', { class: 'tk-soft' }, activity.className),
    ),
    closer(close),
  );
}

/**
 * @param {import('./week-data.js').Entry} entry
 * @param {(after: () => void) => void} close
 * @param {{goTo: (day: string) => void, changed: () => void}} page
 */
function body(entry, close, page) {
  const { activity } = entry;
  /** @param {string} day */
  const goTo = (day) => close(() => page.goTo(day));
  const join = safeLink(activity.joinUrl);
  return h(
    'div',
    { class: 'tk-sheet-body' },
    h('p', { class: 'tk-sheet-when' }, h('strong', {}, dayName(dayOf(entry.startsAt)) + ' ' + clockOf(entry.startsAt) + '–' + clockOf(entry.endsAt)), phase(entry)),
    periodsPart(entry),
    entry.conflictWords && h('p', { class: 'tk-banner tk-banner-warm' }, text('pocket.sheet.conflict', entry.conflictWords)),
    banner(entry, goTo),
    h(
      'div',
      { class: 'tk-sheet-acts' },
      join &&
        takesPlace(entry) &&
        phaseOf(entry, now()) !== 'past' &&
        h('a', { class: 'tk-button tk-main-action', href: join, target: '_blank', rel: 'noopener noreferrer' }, text('pocket.sheet.join')),
      hasRole('CLERK') && activity.state !== 'CANCELLED' && h('a', { class: 'tk-button', href: uploadPath(activity) }, icon('upload'), text('pocket.sheet.photo')),
    ),
    part('pocket.sheet.schools', h('ul', { class: 'tk-rows' }, activity.schools.map(schoolRow))),
    activity.teachers.length > 0 && part('pocket.sheet.teachers', h('ul', { class: 'tk-rows' }, activity.teachers.map(teacherRow))),
    attributesPart(activity),
    materialPart(activity),
    attendancePart(activity, page.changed),
    activity.schools.some((one) => isOwnSchool(one.school.id)) && phaseOf(entry, now()) !== 'coming' && proofsPart(activity),
    lessonActsPart(activity, close, page.changed),
    part(
      'pocket.sheet.from',
      h(
        'ul',
        { class: 'tk-rows' },
        h('li', {}, h('span', {}, activity.communityName)),
        h('li', {}, h('span', { class: 'tk-soft' }, sourceWords(activity))),
        entry.via.length > 0 &&
          h('li', {}, h('span', { class: 'tk-soft' }, text('pocket.sheet.via', entry.via.map((one) => one.name).join(text('pocket.entry.and'))))),
      ),
      separatePart(activity, close, page.changed),
    ),
    takePart(entry),
    hidingPart(entry, close, page.changed),
    historyPart(activity.history),
    correctPart(activity, close),
  );
}

/** Which period it is at each school, the own one first: they ring at different times. @param {import('./week-data.js').Entry} entry */
function periodsPart(entry) {
  const periods = periodsOf(entry);
  const others = periods.filter((one) => !one.own);
  const words = periods.map((one) => {
    const at = one.from && one.to ? one.label + ' ' + one.from + '–' + one.to : one.label;
    if (one.own) {
      return text('pocket.sheet.period.own', at);
    }
    return others.length === 1 && others.length < periods.length ? text('pocket.sheet.period.other', at) : text('pocket.sheet.period.of', one.schoolName, at);
  });
  return words.length > 0 && h('ul', { class: 'tk-sheet-periods' }, words.map((one) => h('li', {}, one)));
}

/** How far away it is, in words; nothing for what does not take place here. @param {import('./week-data.js').Entry} entry */
function phase(entry) {
  if (!takesPlace(entry)) {
    return null;
  }
  const at = phaseOf(entry, now());
  if (at === 'running') {
    return h('span', { class: 'tk-chip tk-chip-now' }, text('pocket.phase.running', minutes(instant(entry.endsAt) - now())));
  }
  const ahead = instant(entry.startsAt) - now();
  if (at === 'coming' && ahead < 12 * 3600000) {
    return h('span', { class: 'tk-chip' }, text('pocket.phase.coming', minutes(ahead)));
  }
  return at === 'past' ? h('span', { class: 'tk-chip' }, text('pocket.phase.past')) : null;
}

/** A span of time for a person, as in `25 分钟` or `2 小时 5 分钟`. @param {number} ms */
export function minutes(ms) {
  const all = Math.max(1, Math.ceil(ms / 60000));
  return all < 60 ? text('pocket.minutes', all) : text('pocket.hours', Math.floor(all / 60), all % 60);
}

/** @param {import('./week-data.js').Entry} entry @param {(day: string) => void} goTo */
function banner(entry, goTo) {
  if (entry.slot === 'CANCELLED') {
    const { cancelReason } = entry.activity;
    return h('p', { class: 'tk-banner tk-banner-bad' }, cancelReason ? text('pocket.sheet.cancelledFor', cancelReason) : text('pocket.sheet.cancelled'));
  }
  const other = entry.slot === 'MOVED_AWAY' ? entry.movedTo : entry.slot === 'MOVED_HERE' ? entry.movedFrom : null;
  if (!other) {
    return null;
  }
  const moment = momentName(other, dayOf(entry.startsAt));
  const away = entry.slot === 'MOVED_AWAY';
  return h(
    'div',
    { class: 'tk-banner tk-banner-warm' },
    h('p', {}, text(away ? 'pocket.sheet.movedTo' : 'pocket.sheet.movedFrom', moment)),
    away && h('button', { type: 'button', class: 'tk-button', onclick: () => goTo(dayOf(other)) }, text('pocket.sheet.goTo')),
  );
}

/** @param {import('./week-data.js').Activity['schools'][number]} one */
function schoolRow(one) {
  return h(
    'li',
    {},
    h('span', {}, one.name, isOwnSchool(one.school.id) && h('span', { class: 'tk-chip' }, text('pocket.sheet.own'))),
    h('span', { class: 'tk-soft' }, one.room || text('pocket.sheet.noRoom')),
  );
}

/** @param {import('./week-data.js').Activity['teachers'][number]} one */
function teacherRow(one) {
  return h(
    'li',
    {},
    h('span', {}, one.name, one.schoolName && h('span', { class: 'tk-soft tk-under' }, one.schoolName)),
    h('span', { class: 'tk-soft' }, text('pocket.teaching.' + one.role)),
  );
}

/** What only its kind has. @param {import('./week-data.js').Activity} activity */
function attributesPart(activity) {
  // A week that was kept by an older page has none.
  const said = activity.attributes || [];
  return said.length > 0 && part('pocket.sheet.attributes', h('ul', { class: 'tk-rows' }, said.map((one) => h('li', {}, h('span', { class: 'tk-soft' }, one.label), h('span', {}, one.value)))));
}

/** What to read or watch, before the lesson and after it. @param {import('./week-data.js').Activity} activity */
function materialPart(activity) {
  const links = (activity.materials || []).concat(activity.recordingUrl ? { title: text('pocket.sheet.recording'), url: activity.recordingUrl } : []);
  const safe = links.filter((one) => safeLink(one.url));
  // A week that was kept by an older page has none.
  const shared = activity.resources || [];
  // What a school shares for its own lesson its colleagues find here before it starts.
  const mayShare = activity.schools.some((one) => isOwnSchool(one.school.id));
  if (!safe.length && !shared.length && !mayShare) {
    return null;
  }
  const row = (/** @type {typeof links[number]} */ one) => h('li', {}, h('a', { href: one.url, target: '_blank', rel: 'noopener noreferrer' }, one.title));
  return part(
    'pocket.sheet.material',
    (shared.length > 0 || safe.length > 0) &&
      h(
        'ul',
        { class: 'tk-rows' },
        shared.map(({ resource }) => h('li', {}, h('a', { href: '/resources/' + encodeURIComponent(resource.id) }, resource.title), FILES.indexOf(resource.kind) >= 0 && keeper(resource.id))),
        safe.map(row),
      ),
    mayShare && h('a', { class: 'tk-button', href: '/resources/share?lesson=' + encodeURIComponent(activity.id) }, text('pocket.sheet.share')),
  );
}

/** What keeps a file on the phone. @param {string} resourceId */
function keeper(resourceId) {
  import('./save.js').catch(() => {
    // Without a signal nothing new can be kept.
  });
  const keeps = document.createElement('tk-save');
  keeps.dataset.resource = resourceId;
  return keeps;
}

/** To pass the lesson on, and to have it in one's own calendar as long as it is still to come. @param {import('./week-data.js').Entry} entry */
function takePart(entry) {
  const { activity } = entry;
  import('./share.js').catch(() => {
    // Without a signal there is nobody to share it with.
  });
  const share = document.createElement('tk-share');
  share.dataset.path = '/find?lesson=' + encodeURIComponent(activity.id);
  share.dataset.words = momentName(entry.startsAt) + ' ' + activity.title + ' ' + activity.schools.map((one) => one.name).join(text('pocket.entry.and'));
  const ahead = takesPlace(entry) && phaseOf(entry, now()) !== 'past';
  return part('pocket.sheet.take', h('div', { class: 'tk-sheet-acts' }, share, ahead && calendarLink(activity)));
}

/** @param {import('./week-data.js').Activity} activity */
function calendarLink(activity) {
  /** @param {Event} event */
  const press = (event) => {
    if (!navigator.onLine) {
      event.preventDefault();
      toast(text('pocket.act.offline'));
    }
  };
  return h('a', { class: 'tk-button', href: '/exports/activities/' + encodeURIComponent(activity.id) + '.ics?lang=' + language(), download: '', onclick: press }, text('pocket.sheet.calendar'));
}

/** The way to say that something of it is wrong. @param {import('./week-data.js').Activity} activity @param {(after: () => void) => void} close */
function correctPart(activity, close) {
  const open = () =>
    import('./lesson-correct.js').then(
      ({ openCorrect }) => openCorrect(activity),
      () => toast(text('pocket.act.offline')),
    );
  return h(
    'section',
    { class: 'tk-part' },
    h('div', { class: 'tk-sheet-acts' }, h('button', { type: 'button', class: 'tk-button', 'aria-haspopup': 'dialog', onclick: () => close(open) }, text('pocket.correct'))),
  );
}

/** @param {import('./week-data.js').Activity['history']} changes */
function historyPart(changes) {
  const shown = (changes || []).filter((change) => change.fields.length > 0);
  if (!shown.length) {
    return null;
  }
  return part(
    'pocket.sheet.history',
    h(
      'ol',
      { class: 'tk-history' },
      shown.map((change) =>
        h(
          'li',
          {},
          h('p', { class: 'tk-soft' }, momentName(change.recordedAt) + ' · ' + change.by),
          change.fields.map((field) =>
            h(
              'p',
              {},
              h('span', {}, field.field + ' '),
              field.before && h('del', {}, field.before),
              field.before && field.after && h('span', { 'aria-hidden': 'true' }, ' → '),
              field.after && h('ins', {}, field.after),
            ),
          ),
        ),
      ),
    ),
  );
}

/** @param {string} title @param {...*} content */
function part(title, ...content) {
  return h('section', { class: 'tk-part' }, h('h3', {}, text(title)), content);
}

/** @param {import('./week-data.js').Activity} activity */
function uploadPath(activity) {
  return '/m/upload?activity=' + encodeURIComponent(activity.id) + '&community=' + encodeURIComponent(activity.community.id);
}

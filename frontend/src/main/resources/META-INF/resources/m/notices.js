/**
 * The notices: what changed in one's own timetable, old and new, and what one is told of resources and corrections, the newest first. What is on the screen of
 * somebody who looks at it is read, on all devices; it stays marked as new as long as the page is open.
 */

import { focusOn, h, icon } from '../tk/dom.js';
import { subjectOf, titleOf } from '../tk/entry.js';
import { listen } from '../tk/live.js';
import { fetchNotices, keptNotices, readUpTo } from '../tk/notice-data.js';
import { oneAtATime } from '../tk/once.js';
import { openSheet } from '../tk/sheet.js';
import { asOfWords, emptyPart, failurePart, linkAct, skeleton } from '../tk/states.js';
import { text } from '../tk/texts.js';
import { addDays, clockOf, dayName, dayOf, spanName, today } from '../tk/time.js';
import { fetchWeek, keptWeek } from '../tk/week-data.js';
import { goToSignIn, startPage } from './start.js';

/** @typedef {import('../tk/notice-data.js').Notice} Notice */
/** @typedef {NonNullable<Notice['activity']>} Activity */
/** @typedef {NonNullable<Notice['news']>} News */

/** Where what was pushed stands also when it was taken back. */
const RECEIVED = '/resources/pushed';

const TOPICS = ['timetable', 'notices'];

const main = /** @type {HTMLElement} */ (document.querySelector('main'));
/** @type {import('../tk/notice-data.js').NoticePage | null} the first page */
let first = null;
/** @type {Notice[]} what was asked for besides, older than that page */
let older = [];
/** @type {string | null} cursor of what is older still */
let next = null;
/** Ids of what was unread when it was first shown here. @type {Set<string>} */
const fresh = new Set();
let failure = '';

start();

async function start() {
  await startPage('pocket.notices.title');
  first = await keptNotices();
  if (first) {
    draw();
  }
  await refresh();
  listen((topics) => topics.some((topic) => TOPICS.indexOf(topic) >= 0) && refresh());
  window.addEventListener('online', refresh);
  window.addEventListener('offline', refresh);
  document.addEventListener('visibilitychange', markRead);
}

/** Asks for the first page again. */
const refresh = oneAtATime(async () => {
  try {
    renew(await fetchNotices(null));
    failure = '';
  } catch (e) {
    if (e.code === 'UNAUTHENTICATED') {
      goToSignIn();
      return false;
    }
    failure = e.code || 'INTERNAL';
  }
  draw();
  markRead();
  return true;
});

/** Puts another first page before what was asked for besides, unless that would leave a gap. @param {import('../tk/notice-data.js').NoticePage} page */
function renew(page) {
  const before = first ? first.notices.concat(older) : [];
  const last = page.notices[page.notices.length - 1];
  const rest = last ? before.slice(before.findIndex((notice) => notice.id === last.id) + 1) : [];
  const known = new Set(page.notices.concat(rest).map((notice) => notice.id));
  const whole = older.length > 0 && rest.length < before.length && before.every((notice) => known.has(notice.id));
  first = page;
  older = whole ? rest : [];
  next = whole ? next : page.next;
}

/** Up to the newest that is shown, and no further: what comes now is not read yet. */
async function markRead() {
  const newest = first && !failure && document.visibilityState === 'visible' ? first.notices[0] : null;
  if (!newest || !newest.unread) {
    return;
  }
  try {
    await readUpTo(newest);
    newest.unread = false;
  } catch (e) {
    // It is said again when the page is asked for next.
  }
}

async function more() {
  const from = next;
  try {
    const page = await fetchNotices(from);
    if (from === next) {
      const shown = main.querySelectorAll('.tk-notice').length;
      older = older.concat(page.notices);
      next = page.next;
      draw();
      focusOn(main.querySelectorAll('.tk-notice')[shown]);
    }
  } catch (e) {
    failure = e.code || 'INTERNAL';
    draw();
  }
}

function draw() {
  if (!first) {
    const words = { unseen: 'pocket.notices.unseen', notYours: 'pocket.week.notYours' };
    main.replaceChildren(failure ? failurePart(failure, words, refresh) : skeleton(3));
    return;
  }
  const held = document.activeElement && document.activeElement.getAttribute('data-key');
  const notices = first.notices.concat(older);
  notices.filter((notice) => notice.unread).forEach((notice) => fresh.add(notice.id));
  main.replaceChildren(
    h('p', { class: 'tk-as-of' }, asOfWords(first.asOf, failure)),
    ...(notices.length ? days(notices) : [emptyPart(text('pocket.notices.empty'), linkAct('/m/week', 'pocket.notices.week'))]),
    ...(next ? [h('button', { type: 'button', class: 'tk-button tk-notices-more', onclick: () => more() }, text('pocket.notices.more'))] : []),
  );
  focusOn(held ? main.querySelector('[data-key="' + CSS.escape(held) + '"]') : null);
}

/** @param {Notice[]} notices */
function days(notices) {
  const on = Array.from(new Set(notices.map((notice) => dayOf(notice.recordedAt))));
  return on.map((day) =>
    h(
      'section',
      { class: 'tk-part' },
      h('h2', {}, dayWords(day)),
      h('ul', { class: 'tk-list' }, notices.filter((notice) => dayOf(notice.recordedAt) === day).map((notice) => h('li', {}, part(notice)))),
    ),
  );
}

/** @param {string} day */
function dayWords(day) {
  const near = day === today() ? 'pocket.today' : day === addDays(today(), -1) ? 'pocket.notices.yesterday' : '';
  return near ? text(near) + ' · ' + dayName(day) : dayName(day);
}

/** @param {Notice} notice */
function part(notice) {
  if (notice.activity) {
    return notice.words ? correction(notice, notice.activity) : button(notice, notice.activity);
  }
  return notice.news && link(notice, notice.news);
}

/** What is said to be wrong leads to where it is seen to; what was done, to where that stands. @param {Notice} notice @param {Activity} activity */
function correction(notice, activity) {
  return h(
    'a',
    {
      class: 'tk-notice',
      href: '/find/corrections' + (notice.kind === 'CORRECTION_SETTLED' ? '?show=done' : ''),
      'data-key': notice.id,
      'data-kind': notice.kind,
      'data-subject': subjectOf(activity),
      'data-fresh': fresh.has(notice.id),
    },
    head(notice),
    h('strong', {}, titleOf(activity)),
    h('span', { class: 'tk-soft' }, [spanName(activity), activity.className || ''].filter(Boolean).join(' · ')),
    h('span', { class: 'tk-notice-field' }, notice.words),
    h('span', { class: 'tk-soft tk-notice-by' }, notice.by ? text('pocket.correct.by', notice.by) : text('pocket.correct.see'), icon('right')),
  );
}

/** What was told of a resource leads to its page. @param {Notice} notice @param {News} news */
function link(notice, news) {
  return h(
    'a',
    {
      class: 'tk-notice',
      href: news.resource ? '/resources/' + encodeURIComponent(news.resource.id) : RECEIVED,
      'data-key': notice.id,
      'data-kind': notice.kind,
      'data-fresh': fresh.has(notice.id),
    },
    head(notice),
    h('strong', {}, news.title),
    news.words && h('span', { class: 'tk-notice-field' }, news.words),
    news.dueAt && h('span', { class: 'tk-soft' }, text('pocket.notices.due', dayName(dayOf(news.dueAt)))),
    h('span', { class: 'tk-soft tk-notice-by' }, notice.by || text('pocket.notices.resource'), icon('right')),
  );
}

/** @param {Notice} notice */
function head(notice) {
  return h(
    'span',
    { class: 'tk-notice-head' },
    fresh.has(notice.id) && h('span', { class: 'tk-notice-new' }, text('pocket.notices.new')),
    h('span', { class: 'tk-chip' }, notice.kindWords),
    h('time', { class: 'tk-soft', datetime: notice.recordedAt }, clockOf(notice.recordedAt)),
  );
}

/** @param {Notice} notice @param {Activity} activity */
function button(notice, activity) {
  const opener = h(
    'button',
    {
      type: 'button',
      class: 'tk-notice',
      'data-key': notice.id,
      'data-kind': notice.kind,
      'data-subject': subjectOf(activity),
      'data-fresh': fresh.has(notice.id),
      onclick: () => open(activity, opener),
    },
    head(notice),
    h('strong', { class: activity.state === 'CANCELLED' ? 'tk-struck' : null }, titleOf(activity)),
    notice.kind !== 'MOVED' && h('span', { class: 'tk-soft' }, [spanName(activity), activity.className || ''].filter(Boolean).join(' · ')),
    notice.fields.map(change),
    h('span', { class: 'tk-soft tk-notice-by' }, text('pocket.notices.by', notice.by), icon('right')),
  );
  return opener;
}

/** @param {Notice['fields'][number]} field */
function change(field) {
  return h(
    'span',
    { class: 'tk-notice-field' },
    h('span', { class: 'tk-soft' }, field.field + ' '),
    field.before && h('del', {}, field.before),
    field.before && field.after && [h('span', { 'aria-hidden': 'true' }, ' → '), h('span', { class: 'tk-unseen' }, text('pocket.notices.to'))],
    field.after && h('ins', {}, field.after),
  );
}

/** The lesson's sheet, where it stands in the timetable; else the week in which it stands now. @param {Activity} activity @param {HTMLElement} opener */
async function open(activity, opener) {
  const day = dayOf(activity.startsAt);
  const entry = await findEntry(activity, day);
  if (entry) {
    openSheet(entry, opener, { goTo: goToWeek, changed: refresh });
  } else {
    goToWeek(day);
  }
}

/** What the phone keeps is good enough where it is as new as the notice. @param {Activity} activity @param {string} day */
async function findEntry(activity, day) {
  const kept = placeOf(await keptWeek(day), activity);
  if (kept && kept.activity.revision >= activity.revision) {
    return kept;
  }
  try {
    return placeOf(await fetchWeek(day), activity);
  } catch (e) {
    return kept;
  }
}

/** @param {import('../tk/week-data.js').Week | null} week @param {Activity} activity */
function placeOf(week, activity) {
  const places = week ? week.entries.filter((entry) => entry.activity.id === activity.id) : [];
  return places.find((entry) => entry.slot !== 'MOVED_AWAY') || places[0] || null;
}

/** @param {string} day */
function goToWeek(day) {
  location.assign('/m/week?day=' + day);
}

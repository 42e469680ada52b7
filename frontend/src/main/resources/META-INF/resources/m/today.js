/**
 * Today, from the same week that the timetable shows: what comes next, what is on, what changed.
 */

import { attendanceForm, mayRecord } from '../tk/attendance.js';
import { focusOn, h, icon, safeLink } from '../tk/dom.js';
import { entryButton, flagWords, markPhase, subjectOf, titleOf, withWhom } from '../tk/entry.js';
import { listen } from '../tk/live.js';
import { oneAtATime } from '../tk/once.js';
import { minutes, openSheet } from '../tk/sheet.js';
import { asOfWords, emptyPart, failurePart, linkAct, skeleton } from '../tk/states.js';
import { text } from '../tk/texts.js';
import { addDays, clockOf, dayName, dayOf, instant, momentName, now, today } from '../tk/time.js';
import { fetchWeek, keptWeek, keyOf, phaseOf, takesPlace } from '../tk/week-data.js';
import { toast } from '../tk/toast.js';
import { hasRole } from '../tk/viewer.js';
import { goToSignIn, startPage } from './start.js';

const TICK_MS = 10000;
/** So long before a lesson the way into it is what the page is for. */
const NEAR_MS = 30 * 60000;
/** How many lessons ask at once how many attended; the others are in the week. */
const MOST_ASKED = 3;

const main = /** @type {HTMLElement} */ (document.querySelector('main'));
/** @type {import('../tk/week-data.js').Week[]} this week, and the next where it is known */
let weeks = [];
let failure = '';
let drawn = '';
/** Lessons that wait for a number, by id: a number that is being typed outlives what is drawn anew around it. @type {Map<string, HTMLElement>} */
const asking = new Map();
const askingList = h('ul', { class: 'tk-confirm' });

start();

async function start() {
  await startPage('pocket.today.title');
  await showKept();
  await refresh();
  listen((topics) => topics.indexOf('timetable') >= 0 && refresh());
  window.addEventListener('online', refresh);
  window.addEventListener('offline', refresh);
  window.addEventListener('tk-acts', async () => {
    await showKept();
    await refresh();
  });
  setInterval(() => weeks.length && draw(), TICK_MS);
}

/** What the phone knows, with what waits to be sent. */
async function showKept() {
  weeks = (await Promise.all([keptWeek(today()), keptWeek(addDays(today(), 7))])).flatMap((week) => week || []);
  if (weeks.length && weeks[0].days[6].on >= today()) {
    draw();
  }
}

const refresh = oneAtATime(async () => {
  try {
    const week = await fetchWeek(null);
    failure = '';
    weeks = [week];
    draw();
    weeks.push(await fetchWeek(addDays(week.startsOn, 7)));
  } catch (e) {
    if (e.code === 'UNAUTHENTICATED') {
      goToSignIn();
      return false;
    }
    failure = e.code || 'INTERNAL';
  }
  draw();
  return true;
});

function draw() {
  if (!weeks.length) {
    drawn = '';
    main.replaceChildren(failed());
    return;
  }
  const entries = weeks.flatMap((week) => week.entries);
  const onToday = entries.filter((entry) => dayOf(entry.startsAt) === today());
  const next = entries.find((entry) => takesPlace(entry) && phaseOf(entry, now()) !== 'past');
  const begun = unconfirmed(entries);
  const parts = [dateLine(), nextPart(next, onToday), confirmPart(begun), dayPart(onToday), changesPart(entries), enterPart()].flatMap((part) => part || []);
  const looks = h('div', {}, parts);
  // Drawn again only where it reads differently, so that focus and reading are not disturbed every few seconds.
  if (looks.innerHTML !== drawn) {
    drawn = looks.innerHTML;
    const held = document.activeElement && document.activeElement.getAttribute('data-key');
    main.replaceChildren(...parts);
    main.classList.toggle('tk-joining', Boolean(main.querySelector('.tk-next-join.tk-main-action')));
    const place = main.querySelector('.tk-confirm-place');
    if (place) {
      place.append(askingList);
    }
    focusOn(held ? main.querySelector('[data-key="' + CSS.escape(held) + '"]') : null);
  }
  drawAsking(begun);
}

/**
 * Lessons of this week that have begun and of which nobody said yet how many attended, the last first: a clerk's all of the school, a teacher's own.
 *
 * @param {import('../tk/week-data.js').Entry[]} entries
 */
function unconfirmed(entries) {
  return entries
    .filter((entry) => takesPlace(entry) && !entry.activity.attendance && mayRecord(entry.activity) && (hasRole('CLERK') || entry.reason === 'TEACHING'))
    .reverse();
}

/** @param {import('../tk/week-data.js').Entry[]} begun */
function confirmPart(begun) {
  if (!begun.length) {
    return null;
  }
  return h(
    'section',
    { class: 'tk-part' },
    h('h2', {}, text('pocket.today.confirm', begun.length)),
    h('div', { class: 'tk-confirm-place' }),
    begun.length > MOST_ASKED && h('a', { class: 'tk-button tk-all-changes', href: '/m/week' }, text('pocket.today.confirm.more', begun.length - MOST_ASKED)),
  );
}

/** @param {import('../tk/week-data.js').Entry[]} begun */
function drawAsking(begun) {
  const asked = begun.slice(0, MOST_ASKED);
  asked.forEach((entry) => {
    if (!asking.has(entry.activity.id)) {
      asking.set(entry.activity.id, confirmRow(entry));
    }
  });
  Array.from(asking.keys()).forEach((id) => {
    if (!asked.some((entry) => entry.activity.id === id)) {
      asking.delete(id);
    }
  });
  const rows = asked.flatMap((entry) => asking.get(entry.activity.id) || []);
  if (rows.length !== askingList.children.length || rows.some((row, index) => row !== askingList.children[index])) {
    askingList.replaceChildren(...rows);
  }
}

/** @param {import('../tk/week-data.js').Entry} entry */
function confirmRow(entry) {
  const { activity } = entry;
  const opener = h(
    'button',
    { type: 'button', class: 'tk-confirm-open', 'data-key': 'confirm ' + keyOf(entry), 'aria-haspopup': 'dialog', onclick: () => open(entry, opener) },
    h('strong', {}, titleOf(activity)),
    h('span', { class: 'tk-soft' }, momentName(entry.startsAt) + ' · ' + withWhom(activity)),
  );
  const form = attendanceForm(activity, text('pocket.attendance.label'), () => {
    toast(text(activity.attendanceWaits ? 'pocket.attendance.kept' : 'pocket.attendance.done', activity.title, activity.attendance ? activity.attendance.attended : 0));
    refresh();
  });
  return h('li', { 'data-subject': subjectOf(activity) }, opener, form);
}

function enterPart() {
  return h('a', { class: 'tk-button tk-all-changes', href: '/m/enter' }, icon('add'), text('pocket.enter.title'));
}

function dateLine() {
  const day = weeks[0].days.find((one) => one.on === today());
  return h(
    'div',
    { class: 'tk-date-line' },
    h('h2', {}, dayName(today()), day && day.name && h('span', { class: 'tk-chip' }, day.name)),
    h('p', { class: 'tk-as-of' }, asOfWords(weeks[0].asOf, failure)),
  );
}

/** @param {import('../tk/week-data.js').Entry | undefined} next @param {import('../tk/week-data.js').Entry[]} onToday */
function nextPart(next, onToday) {
  if (!next) {
    const why = weeks[0].followedCount === 0 ? 'pocket.week.empty.follows' : 'pocket.today.nothing';
    return emptyPart(text(why), linkAct('/find', 'pocket.week.find'));
  }
  const { activity } = next;
  const running = phaseOf(next, now()) === 'running';
  const join = safeLink(activity.joinUrl);
  const label = running ? 'pocket.today.running' : onToday.indexOf(next) >= 0 ? 'pocket.today.next' : 'pocket.today.later';
  const opener = h(
    'button',
    { type: 'button', class: 'tk-next-open', 'data-key': 'next ' + keyOf(next), 'aria-haspopup': 'dialog', onclick: () => open(next, opener) },
    h('span', { class: 'tk-next-title' }, titleOf(activity)),
    h('span', { class: 'tk-next-with' }, withWhom(activity)),
    h('span', { class: 'tk-next-more' }, text('pocket.today.more'), icon('right')),
  );
  return h(
    'section',
    { class: 'tk-next', 'data-subject': subjectOf(activity), 'aria-label': text(label) },
    h(
      'div',
      { class: 'tk-next-head' },
      h('p', { class: 'tk-next-label' }, text(label)),
      h('p', { class: 'tk-next-time' }, momentName(next.startsAt) + '–' + clockOf(next.endsAt)),
      count(next, running),
    ),
    running && progress(next),
    opener,
    h('ul', { class: 'tk-next-places' }, activity.schools.map((one) => h('li', {}, h('span', {}, one.name), h('span', { class: 'tk-soft' }, one.room || '')))),
    join &&
      h(
        'a',
        { class: 'tk-next-join tk-button' + (isNear(next) ? ' tk-main-action' : ''), href: join, target: '_blank', rel: 'noopener noreferrer' },
        text('pocket.sheet.join'),
      ),
  );
}

/** Whether it is running or begins soon. @param {import('../tk/week-data.js').Entry} entry */
function isNear(entry) {
  return instant(entry.startsAt) - now() <= NEAR_MS;
}

/** @param {import('../tk/week-data.js').Entry} entry @param {boolean} running */
function count(entry, running) {
  const left = (running ? instant(entry.endsAt) : instant(entry.startsAt)) - now();
  if (left > 12 * 3600000) {
    return null;
  }
  return h('p', { class: 'tk-chip tk-chip-now' }, text(running ? 'pocket.phase.left' : 'pocket.phase.coming', minutes(left)));
}

/** @param {import('../tk/week-data.js').Entry} entry */
function progress(entry) {
  const from = instant(entry.startsAt);
  const share = Math.round(((now() - from) / (instant(entry.endsAt) - from)) * 100);
  return h('progress', { class: 'tk-progress', max: '100', value: String(share), 'aria-label': text('pocket.today.share') });
}

/** @param {import('../tk/week-data.js').Entry[]} onToday */
function dayPart(onToday) {
  if (!onToday.length) {
    return null;
  }
  return h(
    'section',
    { class: 'tk-part' },
    h('h2', {}, text('pocket.today.all', onToday.filter(takesPlace).length)),
    h(
      'ol',
      { class: 'tk-list' },
      onToday.map((entry) => {
        const button = entryButton(entry, open);
        markPhase(button, entry, now());
        return h('li', {}, button);
      }),
    ),
  );
}

/** What is called off or moved from today on, told at the place it left. @param {import('../tk/week-data.js').Entry[]} entries */
function changesPart(entries) {
  const changed = entries.filter((entry) => (entry.slot === 'CANCELLED' || entry.slot === 'MOVED_AWAY') && dayOf(entry.movedTo || entry.startsAt) >= today());
  if (!changed.length) {
    return null;
  }
  return h(
    'section',
    { class: 'tk-part' },
    h('h2', {}, text('pocket.today.changes')),
    h(
      'ul',
      { class: 'tk-changes' },
      changed.slice(0, 8).map((entry) => {
        const button = h(
          'button',
          { type: 'button', class: 'tk-change', 'data-key': 'change ' + keyOf(entry), 'aria-haspopup': 'dialog', onclick: () => open(entry, button) },
          h('strong', {}, titleOf(entry.activity)),
          h('span', {}, h('del', {}, dayName(dayOf(entry.startsAt)) + ' ' + clockOf(entry.startsAt)), ' ', flagWords(entry)),
        );
        return h('li', {}, button);
      }),
    ),
    h('a', { class: 'tk-button tk-all-changes', href: '/m/notices' }, text('pocket.today.allChanges')),
  );
}

function failed() {
  const words = { unseen: 'pocket.week.unseen', notYours: 'pocket.week.notYours' };
  return failure ? failurePart(failure, words, refresh) : skeleton(3);
}

/** @param {import('../tk/week-data.js').Entry} entry @param {HTMLElement} opener */
function open(entry, opener) {
  openSheet(entry, opener, {
    goTo: (day) => location.assign('/m/week?day=' + day),
    changed: refresh,
  });
}

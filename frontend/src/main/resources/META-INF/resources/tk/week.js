/**
 * `<tk-week>`: one week of one's own timetable, as a grid with periods down and days across, or on phones as a list by day with a strip of days
 * above it; it is one tree, arranged by tk/week.css. It stays true by itself: through live changes, by the clock, and when a signal comes back.
 *
 * Attribute `day`: a day of the week to show, as in `2026-11-25`; missing: today. When the person turns to another week it dispatches `week`
 * with `detail.day` (null for today's week), and shows it.
 */

import { waitingActs } from './act-queue.js';
import { focusOn, h, icon } from './dom.js';
import { listen } from './live.js';
import { asOfWords, failurePart, skeleton } from './states.js';
import { loadTexts, text } from './texts.js';
import { addDays, clockNow, isDay, mondayOf, now, today, weekName } from './time.js';
import { hasRole, knownViewer } from './viewer.js';
import { weekActs } from './week-acts.js';
import { drawDays, drawStrip, placeNow } from './week-days.js';
import { changedEntries, fetchWeek, keptWeek } from './week-data.js';
import { goToDay, pressLong, settle, turnByKeys, turnBySwipe } from './week-moves.js';
import { drawNamed, seen } from './week-named.js';
import { fade, markFresh, newsWords } from './week-news.js';
import { weekView } from './week-view.js';

const FRESH_MS = 8000;
const TICK_MS = 15000;

/**
 * @typedef {import('./week-data.js').Week} Week
 * @typedef {import('./week-data.js').Entry} Entry
 * @typedef {import('./week-data.js').OwnEntry} OwnEntry
 */

/** What opens over the week: fetched when the week is there, so that the week comes first on a slow line. */
const sheets = {
  lesson: () => import('./sheet.js'),
  own: () => import('./own.js'),
};

/** So that they open at once, and without a signal too. */
function fetchSheets() {
  Promise.all([sheets.lesson(), sheets.own()]).catch(() => {
    // They are asked for again when they are opened.
  });
}

class TkWeek extends HTMLElement {
  /** Week that is shown; null as long as none is. @type {Week | null} */
  week = null;
  /** Code of the failure that left the week old, or empty. */
  failure = '';
  /** Counts the weeks that were turned to, so that an answer for an earlier one is not shown. */
  turn = 0;
  /** What the days on the page show, as text; empty where they show no week. */
  drawn = '';
  built = false;
  asking = false;
  again = false;
  slow = 0;
  fading = 0;
  /** Acts of the head, once there are texts. @type {ReturnType<typeof weekActs> | null} */
  acts = null;
  /** @type {(() => void)[]} */
  ends = [];

  range = h('h2', { class: 'tk-week-range' });
  asOf = h('p', { class: 'tk-as-of' });
  waiting = h('p', { class: 'tk-acts-waiting', role: 'status', hidden: true });
  named = h('div', { class: 'tk-week-parts', role: 'group', hidden: true });
  strip = h('div', { class: 'tk-strip' });
  body = h('div', { class: 'tk-week-body' });
  news = h('p', { class: 'tk-unseen', role: 'status' });
  back = h('button', { type: 'button', class: 'tk-button tk-week-back', onclick: () => this.turnTo(null) });
  find = h('a', { class: 'tk-week-find', href: '/find' });
  shelf = h('div', { class: 'tk-week-acts' });
  shelved = false;

  static get observedAttributes() {
    return ['day'];
  }

  constructor() {
    super();
    turnBySwipe(this.body, (weeks) => this.turnBy(weeks));
    pressLong(this.body, (slot) => this.week && this.enterOwn(slot.day, slot.hour));
  }

  connectedCallback() {
    loadTexts().then(() => {
      if (this.isConnected) {
        this.build();
        this.show();
      }
    });
  }

  disconnectedCallback() {
    this.ends.forEach((end) => end());
    this.ends = [];
    this.built = false;
  }

  attributeChangedCallback() {
    if (this.built) {
      this.show();
    }
  }

  /** The day that the address names, or null for today. */
  get day() {
    const named = this.getAttribute('day');
    return isDay(named) ? named : null;
  }

  get monday() {
    return mondayOf(this.day || today());
  }

  build() {
    this.back.textContent = text('pocket.week.back');
    const day = () => (this.monday === mondayOf(today()) ? today() : this.monday);
    const acts = weekActs(
      day,
      () => this.enterOwn(day(), null),
      () => this.refresh(),
    );
    this.acts = acts;
    this.named.setAttribute('aria-label', text('pocket.week.parts'));
    this.find.replaceChildren(icon('find'), text('pocket.bar.find'));
    const view = weekView((grid) => this.arrange(grid));
    this.replaceChildren(
      h(
        'div',
        { class: 'tk-week-head' },
        h(
          'div',
          { class: 'tk-week-turn' },
          this.turner('pocket.week.previous', 'left', -1),
          this.range,
          this.turner('pocket.week.next', 'right', 1),
          view.button,
        ),
        this.back,
        this.asOf,
        this.waiting,
        acts.element,
        this.shelf,
        this.find,
      ),
      this.named,
      this.strip,
      this.body,
      this.news,
    );
    const tick = setInterval(() => this.tick(), TICK_MS);
    const refresh = () => document.visibilityState === 'visible' && this.refresh();
    const acted = () => this.showWaiting();
    window.addEventListener('tk-acts', acted);
    window.addEventListener('online', refresh);
    window.addEventListener('offline', refresh);
    this.ends = [
      acts.end,
      view.end,
      () => window.removeEventListener('tk-acts', acted),
      () => clearInterval(tick),
      () => window.removeEventListener('online', refresh),
      () => window.removeEventListener('offline', refresh),
      listen((topics) => topics.indexOf('timetable') >= 0 && this.refresh()),
      turnByKeys(this, (weeks) => this.turnBy(weeks)),
    ];
    this.built = true;
  }

  /** @param {boolean} grid whether as a grid, else as a list */
  arrange(grid) {
    this.classList.toggle('tk-grid', grid);
    if (this.week) {
      // How many fit beside each other depends on it, too.
      this.drawn = '';
      this.draw(this.week, []);
    }
  }

  /** The way to what is kept for reading, also without a signal; once, as the week comes first. */
  async showShelf() {
    if (this.shelved) {
      return;
    }
    this.shelved = true;
    try {
      const { showShelf } = await import('./shelf.js');
      if (this.isConnected) {
        this.ends.push(showShelf(this.shelf));
      }
    } catch (e) {
      // On a first visit without a signal there is nothing to show.
    }
  }

  /** @param {string} key @param {string} sign @param {1 | -1} weeks */
  turner(key, sign, weeks) {
    const label = text(key);
    return h('button', { type: 'button', class: 'tk-quiet tk-square', 'aria-label': label, onclick: () => this.turnBy(weeks) }, icon(sign));
  }

  /** @param {1 | -1} weeks */
  turnBy(weeks) {
    this.turnTo(addDays(this.monday, 7 * weeks));
  }

  /** Turns to the week of a day, for the person; null: today's. @param {string | null} day */
  turnTo(day) {
    const shown = day && mondayOf(day) === mondayOf(today()) ? null : day;
    if (shown) {
      this.setAttribute('day', shown);
    } else {
      this.removeAttribute('day');
    }
    this.dispatchEvent(new CustomEvent('week', { bubbles: true, detail: { day: shown } }));
  }

  /** Shows the week at once as the phone knows it, then as the server has it. */
  async show() {
    const turn = ++this.turn;
    this.find.hidden = !hasRole('CLERK');
    this.name(this.monday);
    this.week = null;
    const kept = await keptWeek(this.day);
    if (turn !== this.turn) {
      return;
    }
    if (kept) {
      this.draw(kept, []);
      settle(this);
    } else {
      this.wait();
    }
    await this.refresh();
    if (turn === this.turn && !kept && this.week) {
      settle(this);
    }
    this.showShelf();
  }

  /** @param {string} monday */
  name(monday) {
    this.range.textContent = weekName(monday);
    this.back.hidden = monday === mondayOf(today());
  }

  /** Asks the server again; at most one question is under way, and one more if something changed meanwhile. */
  async refresh() {
    if (this.asking) {
      this.again = true;
      return;
    }
    this.asking = true;
    const turn = this.turn;
    try {
      const week = await fetchWeek(this.day);
      if (turn === this.turn) {
        const before = this.week;
        const changed = before && before.startsOn === week.startsOn ? changedEntries(before, week) : [];
        this.failure = '';
        this.draw(week, changed);
        if (this.acts) {
          this.acts.known();
        }
        this.news.textContent = newsWords(changed, before, week) || this.news.textContent;
        fetchSheets();
      }
    } catch (e) {
      if (turn === this.turn) {
        this.fail(e);
      }
    }
    this.asking = false;
    if (this.again || turn !== this.turn) {
      this.again = false;
      await this.refresh();
    }
  }

  /** Shows at once what an act without a signal does to the week, and asks for what became of those that were sent. */
  async showWaiting() {
    const turn = this.turn;
    const kept = await keptWeek(this.day);
    if (kept && turn === this.turn) {
      this.draw(kept, []);
    }
    await this.refresh();
  }

  async countWaiting() {
    const count = (await waitingActs()).length;
    this.waiting.hidden = count === 0;
    this.waiting.textContent = count ? text('pocket.acts.waiting', count) : '';
  }

  /** @param {Week} week @param {Entry[]} changed */
  draw(week, changed) {
    // A press while a day is drawn anew would be lost, so what looks the same stays.
    const shown = seen(week);
    const drawn = JSON.stringify([today(), knownViewer(), { ...shown, asOf: '' }]);
    if (drawn === this.drawn) {
      this.week = week;
      this.countWaiting();
      this.tick();
      return;
    }
    const focused = document.activeElement;
    const held = focused && this.contains(focused) && focused.getAttribute('data-key');
    clearTimeout(this.slow);
    this.drawn = drawn;
    this.week = week;
    // Which one it is, the server says: the phone's clock may be a year off.
    this.name(week.startsOn);
    // Those who have no place in the bar for it find lessons from here.
    this.find.hidden = !hasRole('CLERK');
    this.body.removeAttribute('aria-busy');
    drawNamed(this.named, week, () => this.week && this.draw(this.week, []));
    drawStrip(this.strip, shown, (day) => goToDay(this, day));
    drawDays(this.body, shown, {
      entry: (entry, opener) => this.openEntry(entry, opener),
      own: (own, opener) => this.openOwn(own, { day: '', hour: 0 }, opener),
    });
    this.countWaiting();
    markFresh(this, changed);
    focusOn(held ? this.querySelector('[data-key="' + CSS.escape(held) + '"]') : null);
    if (changed.length) {
      clearTimeout(this.fading);
      this.fading = setTimeout(() => fade(this), FRESH_MS);
    }
    this.tick();
  }

  /** What depends on the clock alone. */
  tick() {
    if (!this.week) {
      return;
    }
    placeNow(this.body, this.week, now());
    this.asOf.replaceChildren(...asOfWords(this.week.asOf, this.failure));
    this.asOf.title = clockNow();
  }

  /** A skeleton, with words where it takes long. */
  wait() {
    this.body.setAttribute('aria-busy', 'true');
    this.asOf.textContent = text('pocket.loading');
    this.drawn = '';
    this.strip.replaceChildren();
    this.body.replaceChildren(skeleton(4));
    clearTimeout(this.slow);
    this.slow = setTimeout(() => {
      this.asOf.textContent = text('pocket.loading.slow');
    }, 6000);
  }

  /** @param {import('./api.js').ApiError} error */
  fail(error) {
    if (error.code === 'UNAUTHENTICATED') {
      this.dispatchEvent(new CustomEvent('signed-out', { bubbles: true }));
      return;
    }
    this.failure = error.code || 'INTERNAL';
    if (this.week) {
      this.tick();
      return;
    }
    clearTimeout(this.slow);
    this.body.removeAttribute('aria-busy');
    this.asOf.textContent = '';
    this.drawn = '';
    const words = { unseen: 'pocket.week.unseen', notYours: 'pocket.week.notYours' };
    this.body.replaceChildren(failurePart(this.failure, words, () => this.show(), error.message));
  }

  /** @param {string} day @param {number | null} hour */
  enterOwn(day, hour) {
    const next = hour === null ? (day === today() ? Number(clockNow().slice(0, 2)) + 1 : 8) : hour;
    this.openOwn(null, { day, hour: Math.min(next, 23) }, null);
  }

  /** @param {OwnEntry | null} own @param {{day: string, hour: number}} slot @param {HTMLElement | null} opener */
  async openOwn(own, slot, opener) {
    const { openOwn } = await sheets.own();
    openOwn(own, slot, opener, () => this.refresh());
  }

  /** @param {Entry} entry @param {HTMLElement} opener */
  async openEntry(entry, opener) {
    const { openSheet } = await sheets.lesson();
    openSheet(entry, opener, {
      goTo: (day) => (mondayOf(day) === this.monday ? goToDay(this, day) : this.turnTo(day)),
      changed: () => this.refresh(),
    });
  }
}

if (!customElements.get('tk-week')) {
  customElements.define('tk-week', TkWeek);
}

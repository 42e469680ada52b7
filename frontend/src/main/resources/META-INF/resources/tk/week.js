/**
 * `<tk-week>`: one week of one's own timetable. On phones a list by day with a strip of days above it, on wider screens a grid by the time of
 * day; it is one tree, arranged by tk/week.css. It stays true by itself: through live changes, by the clock, and when a signal comes back.
 *
 * Attribute `day`: a day of the week to show, as in `2026-11-25`; missing: today. When the person turns to another week it dispatches `week`
 * with `detail.day` (null for today's week), and shows it.
 */

import { h, icon } from './dom.js';
import { listen } from './live.js';
import { openSheet } from './sheet.js';
import { loadTexts, text } from './texts.js';
import { addDays, clockNow, clockOf, dayOf, isDay, mondayOf, momentName, now, today, weekName } from './time.js';
import { hasRole } from './viewer.js';
import { drawDays, drawStrip, placeNow } from './week-days.js';
import { changedEntries, fetchWeek, keptWeek, keyOf } from './week-data.js';

const FRESH_MS = 8000;
const TICK_MS = 15000;
const SWIPE_PX = 60;

class TkWeek extends HTMLElement {
  static get observedAttributes() {
    return ['day'];
  }

  connectedCallback() {
    this.turn = 0;
    this.week = null;
    this.ends = [];
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
    const turn = (days) => () => this.turnTo(addDays(this.monday, days));
    this.range = h('h2', { class: 'tk-week-range' });
    this.back = h('button', { type: 'button', class: 'tk-button tk-week-back', onclick: () => this.turnTo(null) }, text('pocket.week.back'));
    this.asOf = h('p', { class: 'tk-as-of' });
    this.find = h('a', { class: 'tk-week-find', href: '/find' }, icon('find'), text('pocket.bar.find'));
    this.strip = h('div', { class: 'tk-strip' });
    this.body = h('div', { class: 'tk-week-body' });
    this.news = h('p', { class: 'tk-unseen', role: 'status' });
    this.replaceChildren(
      h(
        'div',
        { class: 'tk-week-head' },
        h(
          'div',
          { class: 'tk-week-turn' },
          h('button', { type: 'button', class: 'tk-quiet tk-square', 'aria-label': text('pocket.week.previous'), onclick: turn(-7) }, icon('left')),
          this.range,
          h('button', { type: 'button', class: 'tk-quiet tk-square', 'aria-label': text('pocket.week.next'), onclick: turn(7) }, icon('right')),
        ),
        this.back,
        this.asOf,
        this.find,
      ),
      this.strip,
      this.body,
      this.news,
    );
    this.swipes();
    this.keys();
    const tick = setInterval(() => this.tick(), TICK_MS);
    const refresh = () => document.visibilityState === 'visible' && this.refresh();
    window.addEventListener('online', refresh);
    window.addEventListener('offline', refresh);
    this.ends = [
      () => clearInterval(tick),
      () => window.removeEventListener('online', refresh),
      () => window.removeEventListener('offline', refresh),
      listen((topics) => topics.indexOf('timetable') >= 0 && this.refresh()),
    ];
    this.built = true;
  }

  /** Turns to the week of a day, for the person; null: today's. */
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
    this.range.textContent = weekName(this.monday);
    this.back.hidden = this.monday === mondayOf(today());
    this.week = null;
    const kept = await keptWeek(this.day);
    if (turn !== this.turn) {
      return;
    }
    if (kept) {
      this.draw(kept, []);
      this.settle();
    } else {
      this.wait();
    }
    await this.refresh();
    if (turn === this.turn && !kept && this.week) {
      this.settle();
    }
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
        const changed = before && !before.kept ? changedEntries(before, week) : [];
        this.failure = null;
        this.draw(week, changed);
        this.tell(changed, before, week);
        this.ahead(week);
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

  draw(week, changed) {
    const held = this.contains(document.activeElement) && document.activeElement.getAttribute('data-key');
    clearTimeout(this.slow);
    this.week = week;
    // Those who have no place in the bar for it find lessons from here.
    this.find.hidden = !hasRole('CLERK');
    this.body.removeAttribute('aria-busy');
    drawStrip(this.strip, week, (day) => this.goToDay(day));
    drawDays(this.body, week, (entry, opener) => this.openEntry(entry, opener));
    const fresh = new Set(changed.map(keyOf));
    this.entries().forEach((entry) => {
      if (fresh.has(entry.getAttribute('data-key'))) {
        entry.classList.add('tk-fresh');
        entry.querySelector('.tk-entry-body').prepend(h('span', { class: 'tk-fresh-word' }, text('pocket.week.fresh')));
      }
      if (held && entry.getAttribute('data-key') === held) {
        entry.focus();
      }
    });
    if (fresh.size) {
      clearTimeout(this.fading);
      this.fading = setTimeout(() => this.fade(), FRESH_MS);
    }
    this.tick();
  }

  fade() {
    this.querySelectorAll('.tk-fresh').forEach((entry) => entry.classList.remove('tk-fresh'));
    this.querySelectorAll('.tk-fresh-word').forEach((word) => word.remove());
  }

  /** Says politely what changed; what vanished altogether is only counted. */
  tell(changed, before, week) {
    if (!before || before.startsOn !== week.startsOn) {
      return;
    }
    const gone = before.entries.length - week.entries.length;
    if (changed.length) {
      this.news.textContent = text('pocket.week.changed') + changed.slice(0, 3).map((entry) => entry.sentence).join(' ');
    } else if (gone > 0) {
      this.news.textContent = text('pocket.week.gone', gone);
    }
  }

  /** Keeps the next week too, for the way home without a signal. */
  ahead(week) {
    if (week.startsOn === mondayOf(today()) && this.aheadOf !== week.startsOn) {
      this.aheadOf = week.startsOn;
      setTimeout(() => fetchWeek(addDays(week.startsOn, 7)).catch(() => {}), 1500);
    }
  }

  /** What depends on the clock alone. */
  tick() {
    if (!this.week) {
      return;
    }
    placeNow(this.body, this.week, now());
    const stale = this.failure !== null && this.failure !== undefined;
    const moment = dayOf(this.week.asOf) === today() ? clockOf(this.week.asOf) : momentName(this.week.asOf);
    this.asOf.replaceChildren(
      ...(stale ? [h('span', { class: 'tk-chip tk-chip-now' }, text(this.failure === 'OFFLINE' ? 'pocket.offline' : 'pocket.stale')), ' '] : []),
      text('pocket.asOf', moment),
    );
    this.asOf.title = clockNow();
  }

  /** A skeleton, with words where it takes long. */
  wait() {
    this.body.setAttribute('aria-busy', 'true');
    this.asOf.textContent = text('pocket.loading');
    this.strip.replaceChildren();
    this.body.replaceChildren(h('div', { class: 'tk-skeleton', 'aria-hidden': 'true' }, [1, 2, 3, 4].map(() => h('div', {}))));
    clearTimeout(this.slow);
    this.slow = setTimeout(() => {
      this.asOf.textContent = text('pocket.loading.slow');
    }, 6000);
  }

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
    const why = error.code === 'OFFLINE' ? 'pocket.week.unseen' : error.code === 'FORBIDDEN' ? 'pocket.week.notYours' : 'pocket.failed';
    this.body.replaceChildren(
      h(
        'div',
        { class: 'tk-empty', role: 'alert' },
        h('p', {}, (error.code !== 'FORBIDDEN' && error.message) || text(why)),
        error.code === 'FORBIDDEN'
          ? h('a', { class: 'tk-button tk-main-action', href: '/' }, text('pocket.home'))
          : h('button', { type: 'button', class: 'tk-button tk-main-action', onclick: () => this.show() }, text('pocket.retry')),
      ),
    );
  }

  openEntry(entry, opener) {
    const key = keyOf(entry);
    openSheet(entry, opener, {
      goTo: (day) => (mondayOf(day) === this.monday ? this.goToDay(day) : this.turnTo(day)),
      changed: () => this.refresh(),
    });
    this.opened = key;
  }

  /** Brings what matters into view: now in today's week, else the first lesson. */
  settle() {
    const named = this.day || (this.monday === mondayOf(today()) ? today() : null);
    this.dispatchEvent(new CustomEvent('shown', { bubbles: true, detail: { day: named } }));
    const goal = this.querySelector('.tk-day-today .tk-entry:not(.tk-past)') || this.querySelector('.tk-entry');
    if (goal && this.getBoundingClientRect().top >= 0) {
      const box = goal.getBoundingClientRect();
      if (box.bottom > window.innerHeight - 72) {
        window.scrollBy(0, box.top - window.innerHeight / 2);
      }
    }
  }

  goToDay(day) {
    const section = this.querySelector('[data-day="' + day + '"]');
    if (section) {
      const fold = section.querySelector('.tk-day-fold[aria-expanded="false"]');
      if (fold) {
        fold.click();
      }
      section.scrollIntoView({ behavior: 'smooth', block: 'start' });
      const first = section.querySelector('.tk-entry') || section.querySelector('h3');
      first.focus({ preventScroll: true });
    }
  }

  entries() {
    return Array.from(this.querySelectorAll('.tk-entry'));
  }

  swipes() {
    let startX = 0;
    let startY = 0;
    this.body.addEventListener(
      'touchstart',
      (event) => {
        startX = event.touches.length === 1 ? event.touches[0].clientX : NaN;
        startY = event.touches[0].clientY;
      },
      { passive: true },
    );
    this.body.addEventListener('touchend', (event) => {
      const x = event.changedTouches[0].clientX - startX;
      const y = event.changedTouches[0].clientY - startY;
      if (Math.abs(x) > SWIPE_PX && Math.abs(x) > 2 * Math.abs(y)) {
        this.turnTo(addDays(this.monday, x < 0 ? 7 : -7));
      }
    });
  }

  /** Left and right turn the week, up and down walk through its entries. */
  keys() {
    const pressed = (event) => {
      const at = /** @type {HTMLElement} */ (event.target);
      const elsewhere = at !== document.body && !this.contains(at);
      if (elsewhere || event.altKey || event.ctrlKey || event.metaKey || document.documentElement.classList.contains('tk-modal')) {
        return;
      }
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        event.preventDefault();
        this.turnTo(addDays(this.monday, event.key === 'ArrowLeft' ? -7 : 7));
      } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && at.classList.contains('tk-entry')) {
        const all = this.entries().filter((entry) => entry.offsetParent !== null);
        const next = all[all.indexOf(at) + (event.key === 'ArrowUp' ? -1 : 1)];
        if (next) {
          event.preventDefault();
          next.focus();
        }
      }
    };
    document.addEventListener('keydown', pressed);
    this.ends.push(() => document.removeEventListener('keydown', pressed));
  }
}

if (!customElements.get('tk-week')) {
  customElements.define('tk-week', TkWeek);
}

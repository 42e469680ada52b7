/**
 * Own entries of the week, which nobody else sees: the sheet in which they are entered, edited and removed.
 *
 * @typedef {import('./week-data.js').OwnEntry} OwnEntry
 * @typedef {Operations['EnterOwnEntry']['variables']['input']['entry']} OwnEntryInput what is said of an entry
 * @typedef {OwnEntry['colour']} Colour
 */

import { perform } from './act-queue.js';
import { openPanel } from './dialog.js';
import { h } from './dom.js';
import { complain as complainAt, field, once, refusalsOf } from './form.js';
import { newId } from './sender.js';
import { toast } from './toast.js';
import { text } from './texts.js';
import { addDays, clockOf, dateTimeOf, dayOf } from './time.js';

/** @type {Colour[]} */
const COLOURS = ['TEAL', 'BLUE', 'PURPLE', 'RED', 'ORANGE', 'YELLOW', 'GREEN', 'GREY'];

/**
 * Opens the sheet of an own entry, or an empty one.
 *
 * @param {OwnEntry | null} own null to enter a new one
 * @param {{day: string, hour: number}} slot where a new one begins
 * @param {HTMLElement | null} opener
 * @param {() => void} changed
 */
export function openOwn(own, slot, opener, changed) {
  openPanel(text(own ? 'pocket.own.edit' : 'pocket.own.enter'), opener, (close) => form(own, slot, close, changed));
}

/**
 * @param {OwnEntry | null} own
 * @param {{day: string, hour: number}} slot
 * @param {(after: () => void) => void} close
 * @param {() => void} changed
 */
function form(own, slot, close, changed) {
  // The same for each attempt: what arrived although no answer came back is not entered twice.
  const id = own ? own.id : newId();
  const at = own ? { day: dayOf(own.firstStartsAt), from: clockOf(own.firstStartsAt), to: clockOf(own.firstEndsAt) } : { day: slot.day, from: hourClock(slot.hour), to: hourClock(slot.hour + 1) };
  const overnight = own !== null && dayOf(own.firstEndsAt) > dayOf(own.firstStartsAt);
  const title = h('input', { type: 'text', maxlength: '100', required: true, autocomplete: 'off', value: own ? own.title : '' });
  const day = h('input', { type: 'date', required: true, value: at.day });
  const from = h('input', { type: 'time', required: true, value: at.from });
  const to = h('input', { type: 'time', required: true, value: at.to });
  const place = h('input', { type: 'text', maxlength: '100', autocomplete: 'off', value: (own && own.place) || '' });
  const note = h('textarea', { maxlength: '1000', rows: '2' }, (own && own.note) || '');
  const weekly = h('input', { type: 'checkbox', checked: own !== null && own.weekly });
  const until = h('input', { type: 'date', value: (own && own.until) || '' });
  const problem = h('p', { class: 'tk-error', role: 'alert' });
  /** @param {string} name @param {string} label @param {HTMLElement} input */
  const named = (name, label, input) => field('tk-own-' + name, text(label), input);
  /** @type {Object<string, import('./form.js').Field>} */
  const fields = {
    title: named('title', 'pocket.own.title', title),
    day: named('day', 'pocket.own.day', day),
    startsAt: named('startsAt', 'pocket.own.from', from),
    endsAt: named('endsAt', 'pocket.own.to', to),
    place: named('place', 'pocket.own.place', place),
    note: named('note', 'pocket.own.note', note),
    until: named('until', 'pocket.own.until', until),
  };
  const showUntil = () => {
    fields.until.part.hidden = !weekly.checked;
  };
  weekly.addEventListener('change', showUntil);
  showUntil();

  /** @returns {OwnEntryInput} */
  const said = () => ({
    title: title.value,
    place: place.value || null,
    note: note.value || null,
    colour: chosenColour(colours),
    startsAt: dateTimeOf(day.value, from.value),
    endsAt: dateTimeOf(overnight && to.value <= from.value ? addDays(day.value, 1) : day.value, to.value),
    weekly: weekly.checked,
    until: weekly.checked && until.value ? until.value : null,
  });
  /** @param {import('./form.js').Refusal[]} refusals */
  const complain = (refusals) => complainAt(Object.values(fields), (path) => fields[path[path.length - 1] || ''], problem, refusals);
  const missing = () =>
    [
      { path: ['title'], message: title.value.trim() ? '' : text('pocket.own.title.missing') },
      { path: ['day'], message: day.value ? '' : text('pocket.own.day.missing') },
      { path: ['startsAt'], message: from.value ? '' : text('pocket.own.time.missing') },
      { path: ['endsAt'], message: to.value ? '' : text('pocket.own.time.missing') },
    ].filter((error) => error.message);

  /** @param {() => Promise<*>} work @param {() => void} done */
  const send = async (work, done) => {
    complain([]);
    try {
      await work();
      close(done);
    } catch (e) {
      complain(refusalsOf(e));
    }
  };
  const submit = once(async () => {
    if (missing().length) {
      complain(missing());
      return;
    }
    await send(
      () => (own ? perform('EditOwnEntry', own.id, title.value.trim(), { entry: said(), expectedRevision: own.revision }) : perform('EnterOwnEntry', id, title.value.trim(), { entry: said() })),
      () => {
        changed();
        toast(text('pocket.own.saved', title.value.trim()));
      },
    );
  });
  const colours = colourChoice(own ? own.colour : 'TEAL');
  return [
    own && own.conflictWords && h('p', { class: 'tk-banner tk-banner-warm' }, text('pocket.sheet.conflict', own.conflictWords)),
    h(
      'form',
      { class: 'tk-form', novalidate: true, onsubmit: submit },
      fields.title.part,
      fields.day.part,
      h('div', { class: 'tk-form-times' }, fields.startsAt.part, fields.endsAt.part),
      h('label', { class: 'tk-form-check' }, weekly, h('span', {}, text('pocket.own.weekly'))),
      fields.until.part,
      fields.place.part,
      fields.note.part,
      colours,
      problem,
      h(
        'div',
        { class: 'tk-sheet-acts' },
        h('button', { class: 'tk-button tk-main-action' }, text('pocket.own.save')),
        own &&
          h(
            'button',
            { type: 'button', class: 'tk-button tk-danger', onclick: once(() => send(() => perform('RemoveOwnEntry', own.id, own.title), () => removed(own, changed))) },
            text(own.weekly ? 'pocket.own.remove.weekly' : 'pocket.own.remove'),
          ),
      ),
    ),
  ];
}

/** Removed is for good: to take that back is to enter the same again. @param {OwnEntry} own @param {() => void} changed */
function removed(own, changed) {
  const again = newId();
  const { title, place, note, colour, weekly, until } = own;
  const entry = { title, place, note, colour, weekly, until, startsAt: own.firstStartsAt, endsAt: own.firstEndsAt };
  changed();
  toast(text('pocket.own.removed', title), async () => {
    await perform('EnterOwnEntry', again, title, { entry });
    changed();
  });
}

/** @param {Colour} chosen */
function colourChoice(chosen) {
  return h(
    'fieldset',
    { class: 'tk-own-colours' },
    h('legend', {}, text('pocket.own.colour')),
    h(
      'div',
      { class: 'tk-own-swatches' },
      COLOURS.map((colour) =>
        h(
          'label',
          { 'data-colour': colour, title: text('pocket.own.colour.' + colour) },
          h('input', { type: 'radio', name: 'tk-own-colour', value: colour, checked: colour === chosen }),
          h('span', { class: 'tk-unseen' }, text('pocket.own.colour.' + colour)),
        ),
      ),
    ),
  );
}

/** @param {HTMLElement} colours @returns {Colour} */
function chosenColour(colours) {
  const input = /** @type {HTMLInputElement | null} */ (colours.querySelector('input:checked'));
  return COLOURS.find((colour) => input !== null && colour === input.value) || 'TEAL';
}

/** @param {number} hour 0 to 24 */
function hourClock(hour) {
  return hour > 23 ? '23:59' : (hour < 10 ? '0' : '') + hour + ':00';
}

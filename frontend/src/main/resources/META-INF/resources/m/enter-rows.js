/**
 * The lists of the form of a lesson: schools with rooms and classes, teachers, what only the kind has.
 */

import { h, icon } from '../tk/dom.js';
import { field, option } from '../tk/form.js';
import { text } from '../tk/texts.js';
import { teacherLabel } from './enter-data.js';

/**
 * @typedef {import('../tk/form.js').Field} Field
 * @typedef {import('./enter-data.js').Said} Said
 * @typedef {import('./enter-data.js').Community} Community
 */

/** @type {import('./enter-data.js').TeachingRole[]} */
const ROLES = ['LEADS', 'ASSISTS', 'ATTENDS'];

/** As many as the contract takes. */
const MOST_MATERIALS = 20;

/**
 * Which school teaches, which take part, with rooms and classes.
 *
 * @param {Said} said
 * @param {Community} community
 * @param {() => void} changed
 * @returns {{part: HTMLElement, fields: Field[], find: (path: string[]) => Field | undefined, said: () => Said['schools']}}
 */
export function schoolsPart(said, community, changed) {
  const schools = [community.core, ...community.members];
  const first = said.schools.length ? said.schools[0].schoolId : community.core.id;
  const teaches = field('tk-enter-teaches', text('pocket.enter.teaches'), h('select', {}, schools.map((one) => option(one.id, one.name, one.id === first))));
  const rows = schools.map((school, index) => {
    const known = said.schools.find((one) => one.schoolId === school.id);
    const box = h('input', { type: 'checkbox', checked: Boolean(known), id: 'tk-enter-school-' + index });
    const room = field('tk-enter-room-' + index, text('pocket.enter.room'), h('input', { type: 'text', maxlength: '100', autocomplete: 'off', value: known ? known.room : '' }));
    const className = field('tk-enter-class-' + index, text('pocket.enter.class'), h('input', { type: 'text', maxlength: '100', autocomplete: 'off', placeholder: text('pocket.enter.class.as'), value: known ? known.className : '' }));
    const places = h('div', { class: 'tk-form-times' }, room.part, className.part);
    const row = h('li', {}, h('label', { class: 'tk-form-check' }, box, h('span', {}, school.name)), places);
    return { school, box, room, className, places, row };
  });
  const list = h('ul', { class: 'tk-enter-schools' });
  const chosen = () => {
    const main = valueOf(teaches.input);
    const taking = rows.filter((one) => one.box.checked || one.school.id === main);
    return taking.sort((one, other) => Number(other.school.id === main) - Number(one.school.id === main));
  };
  const draw = () => {
    const main = valueOf(teaches.input);
    rows.forEach((one) => {
      const is = one.school.id === main;
      one.box.checked = one.box.checked || is;
      one.box.disabled = is;
      one.places.hidden = !one.box.checked;
    });
    list.replaceChildren(...rows.slice().sort((one, other) => Number(other.school.id === main) - Number(one.school.id === main)).map((one) => one.row));
  };
  const redraw = () => {
    draw();
    changed();
  };
  teaches.input.addEventListener('change', redraw);
  rows.forEach((one) => one.box.addEventListener('change', redraw));
  draw();
  return {
    part: h('fieldset', { class: 'tk-enter-set' }, h('legend', {}, text('pocket.enter.schools')), schools.length > 1 && teaches.part, list),
    fields: [teaches, ...rows.flatMap((one) => [one.room, one.className])],
    find: (path) => {
      const row = chosen()[Number(path[0])];
      return !row ? teaches : path[1] === 'room' ? row.room : path[1] === 'className' ? row.className : teaches;
    },
    said: () => chosen().map((one) => ({ schoolId: one.school.id, room: valueOf(one.room.input), className: valueOf(one.className.input) })),
  };
}

/**
 * Teachers by name, chosen from those of the community or written.
 *
 * @param {Said} said
 * @param {import('./enter-data.js').Choices['colleagues']} colleagues of the community
 * @param {() => void} changed
 * @returns {{part: HTMLElement, fields: () => Field[], find: (path: string[]) => Field | undefined, said: () => Said['teachers']}}
 */
export function teachersPart(said, colleagues, changed) {
  const names = h('datalist', { id: 'tk-enter-teachers' }, colleagues.map((one) => h('option', { value: teacherLabel(one) })));
  const { list, more, rows } = growingList(
    'tk-enter-teachers',
    { add: text('pocket.enter.teacher.add'), remove: text('pocket.enter.teacher.remove') },
    changed,
    said.teachers,
    (teacher, number, count) => {
      const { name: known, role: does } = teacher || { name: '', role: count ? 'ASSISTS' : 'LEADS' };
      const name = field('tk-enter-teacher-' + number, text('pocket.enter.teacher'), h('input', { type: 'text', maxlength: '100', autocomplete: 'off', list: names.id, value: known }));
      const role = h('select', { 'aria-label': text('pocket.enter.role') }, ROLES.map((one) => option(one, text('pocket.teaching.' + one), one === does)));
      return { of: { name, role }, parts: [name.part, h('div', { class: 'tk-field tk-enter-role' }, role)] };
    },
  );
  const written = () => rows().filter((one) => valueOf(one.name.input).trim());
  return {
    part: h('fieldset', { class: 'tk-enter-set' }, h('legend', {}, text('pocket.sheet.teachers')), names, list, more),
    fields: () => rows().map((one) => one.name),
    find: (path) => {
      const row = written()[Number(path[0])];
      return row && row.name;
    },
    said: () => rows().map((one) => ({ name: valueOf(one.name.input), role: /** @type {import('./enter-data.js').TeachingRole} */ (one.role.value) })),
  };
}

/**
 * What to read or watch: titles and addresses.
 *
 * @param {Said} said
 * @param {() => void} changed
 * @returns {{part: HTMLElement, fields: () => Field[], find: (path: string[]) => Field | undefined, said: () => Said['materials']}}
 */
export function materialsPart(said, changed) {
  const { list, more, rows } = growingList(
    'tk-enter-materials',
    { add: text('pocket.enter.material.add'), remove: text('pocket.enter.material.remove') },
    changed,
    said.materials,
    (material, number) => {
      const known = material || { title: '', url: '' };
      const title = field('tk-enter-material-' + number, text('pocket.enter.material'), h('input', { type: 'text', maxlength: '200', autocomplete: 'off', value: known.title }));
      const url = field('tk-enter-material-url-' + number, text('pocket.enter.material.url'), h('input', webAddress(known.url)));
      return { of: { title, url }, parts: [title.part, url.part] };
    },
    MOST_MATERIALS,
  );
  const written = () => rows().filter((one) => valueOf(one.title.input).trim() || valueOf(one.url.input).trim());
  return {
    part: h('fieldset', { class: 'tk-enter-set' }, h('legend', {}, text('pocket.enter.materials')), list, more),
    fields: () => rows().flatMap((one) => [one.title, one.url]),
    find: (path) => {
      const row = written()[Number(path[0])];
      return row && (path[1] === 'url' ? row.url : row.title);
    },
    said: () => written().map((one) => ({ title: valueOf(one.title.input).trim(), url: valueOf(one.url.input).trim() })),
  };
}

/**
 * A list to which rows are added and from which they are taken out.
 *
 * @template V
 * @template R
 * @param {string} name class of the list
 * @param {{add: string, remove: string}} words
 * @param {() => void} changed when a row was taken out
 * @param {V[]} values those to begin with
 * @param {(value: V | null, number: number, count: number) => {of: R, parts: HTMLElement[]}} make a row of a value, or an empty one; `number` is
 *     that of no other row, `count` how many there are; the first field gets the focus
 * @param {number} [most] how many rows at most
 * @returns {{list: HTMLElement, more: HTMLElement, rows: () => R[]}}
 */
function growingList(name, words, changed, values, make, most = Infinity) {
  const list = h('ul', { class: name });
  /** @type {R[]} */
  let rows = [];
  let made = 0;
  /** @param {V | null} value @returns {HTMLElement} */
  const add = (value) => {
    const { of, parts } = make(value, made++, rows.length);
    const remove = () => {
      rows = rows.filter((one) => one !== of);
      row.remove();
      changed();
      more.hidden = false;
      more.focus();
    };
    const row = h('li', {}, parts, h('button', { type: 'button', class: 'tk-quiet tk-square', 'aria-label': words.remove, onclick: remove }, icon('close')));
    rows.push(of);
    list.append(row);
    more.hidden = rows.length >= most;
    return row;
  };
  const addEmpty = () => /** @type {HTMLElement} */ (add(null).querySelector('input')).focus();
  const more = h('button', { type: 'button', class: 'tk-button', onclick: addEmpty }, icon('add'), words.add);
  values.forEach((value) => add(value));
  return { list, more, rows: () => rows };
}

/** Properties of a field for an address. @param {string} value */
export function webAddress(value) {
  return { type: 'url', maxlength: '2000', inputmode: 'url', autocomplete: 'off', placeholder: 'https://', value };
}

/**
 * The fields that only the kind has, as its schema says.
 *
 * @param {import('./enter-data.js').Kind} kind
 * @param {Object<string, string>} values
 * @returns {Object<string, Field>} by their codes
 */
export function attributeFields(kind, values) {
  /** @type {Object<string, Field>} */
  const fields = {};
  kind.attributes.forEach((one) => {
    const label = one.required ? one.label : text('pocket.enter.optional', one.label);
    fields[one.code] = field('tk-enter-attribute-' + one.code, label, attributeInput(one, values[one.code] || ''));
  });
  return fields;
}

/** @param {import('./enter-data.js').Kind['attributes'][number]} attribute @param {string} value */
function attributeInput({ options, rule, required }, value) {
  const schema = JSON.parse(rule);
  if (options.length || schema.type === 'boolean') {
    const choices = options.length ? options : ['true', 'false'].map((one) => ({ value: one, label: text('pocket.enter.' + one) }));
    return h('select', { required }, option('', text('pocket.enter.none'), !value), choices.map((one) => option(one.value, one.label, one.value === value)));
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    return h('input', { type: 'number', inputmode: schema.type === 'integer' ? 'numeric' : 'decimal', step: schema.multipleOf || (schema.type === 'integer' ? '1' : 'any'), min: schema.minimum, max: schema.maximum, required, value });
  }
  return h('input', { type: 'text', maxlength: Math.min(schema.maxLength || 1000, 1000), required, autocomplete: 'off', value });
}

/** @param {HTMLElement} input */
export function valueOf(input) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (input).value;
}

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
  const list = h('ul', { class: 'tk-enter-teachers' });
  /** @type {{name: Field, role: HTMLSelectElement, row: HTMLElement}[]} */
  let rows = [];
  let made = 0;
  /** @param {Said['teachers'][number]} teacher */
  const add = (teacher) => {
    const number = made++;
    const name = field('tk-enter-teacher-' + number, text('pocket.enter.teacher'), h('input', { type: 'text', maxlength: '100', autocomplete: 'off', list: names.id, value: teacher.name }));
    const role = h('select', { 'aria-label': text('pocket.enter.role') }, ROLES.map((one) => option(one, text('pocket.teaching.' + one), one === teacher.role)));
    const remove = () => {
      rows = rows.filter((one) => one.name !== name);
      row.remove();
      changed();
      more.focus();
    };
    const row = h('li', {}, name.part, h('div', { class: 'tk-field tk-enter-role' }, role), h('button', { type: 'button', class: 'tk-quiet tk-square', 'aria-label': text('pocket.enter.teacher.remove'), onclick: remove }, icon('close')));
    rows.push({ name, role, row });
    list.append(row);
    return name;
  };
  const more = h(
    'button',
    {
      type: 'button',
      class: 'tk-button',
      onclick: () => {
        add({ name: '', role: rows.length ? 'ASSISTS' : 'LEADS' }).input.focus();
      },
    },
    icon('add'),
    text('pocket.enter.teacher.add'),
  );
  said.teachers.forEach(add);
  const written = () => rows.filter((one) => valueOf(one.name.input).trim());
  return {
    part: h('fieldset', { class: 'tk-enter-set' }, h('legend', {}, text('pocket.sheet.teachers')), names, list, more),
    fields: () => rows.map((one) => one.name),
    find: (path) => {
      const row = written()[Number(path[0])];
      return row && row.name;
    },
    said: () => rows.map((one) => ({ name: valueOf(one.name.input), role: /** @type {import('./enter-data.js').TeachingRole} */ (one.role.value) })),
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
  const list = h('ul', { class: 'tk-enter-materials' });
  /** @type {{title: Field, url: Field}[]} */
  let rows = [];
  let made = 0;
  /** @param {Said['materials'][number]} material */
  const add = (material) => {
    const number = made++;
    const title = field('tk-enter-material-' + number, text('pocket.enter.material'), h('input', { type: 'text', maxlength: '200', autocomplete: 'off', value: material.title }));
    const url = field('tk-enter-material-url-' + number, text('pocket.enter.material.url'), h('input', webAddress(material.url)));
    const remove = () => {
      rows = rows.filter((one) => one.title !== title);
      row.remove();
      changed();
      more.hidden = false;
      more.focus();
    };
    const row = h('li', {}, title.part, url.part, h('button', { type: 'button', class: 'tk-quiet tk-square', 'aria-label': text('pocket.enter.material.remove'), onclick: remove }, icon('close')));
    rows.push({ title, url });
    list.append(row);
    more.hidden = rows.length >= MOST_MATERIALS;
    return title;
  };
  const more = h('button', { type: 'button', class: 'tk-button', onclick: () => add({ title: '', url: '' }).input.focus() }, icon('add'), text('pocket.enter.material.add'));
  said.materials.forEach(add);
  const written = () => rows.filter((one) => valueOf(one.title.input).trim() || valueOf(one.url.input).trim());
  return {
    part: h('fieldset', { class: 'tk-enter-set' }, h('legend', {}, text('pocket.enter.materials')), list, more),
    fields: () => rows.flatMap((one) => [one.title, one.url]),
    find: (path) => {
      const row = written()[Number(path[0])];
      return row && (path[1] === 'url' ? row.url : row.title);
    },
    said: () => written().map((one) => ({ title: valueOf(one.title.input).trim(), url: valueOf(one.url.input).trim() })),
  };
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

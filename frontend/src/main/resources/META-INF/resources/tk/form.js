/**
 * Fields of forms: each has a label and a place for what is wrong with it. What the server refuses is shown where it was entered.
 *
 * @typedef {{part: HTMLElement, input: HTMLElement, complain: (message: string) => void}} Field
 * @typedef {{path: string[], message: string, code?: string}} Refusal as the server says it; the path leads into the input
 */

import { h } from './dom.js';
import { failureWords } from './toast.js';

/**
 * @param {string} id of the input
 * @param {string} label
 * @param {HTMLElement} input
 * @returns {Field}
 */
export function field(id, label, input) {
  const problem = h('p', { class: 'tk-error', id: id + '-error' });
  input.id = id;
  const complain = (/** @type {string} */ message) => {
    problem.textContent = message;
    input.setAttribute('aria-invalid', String(message !== ''));
    if (message) {
      input.setAttribute('aria-describedby', problem.id);
    } else {
      input.removeAttribute('aria-describedby');
    }
  };
  // What is said anew is not wrong any more, as far as anybody knows.
  input.addEventListener('input', () => complain(''));
  return { part: h('div', { class: 'tk-field' }, h('label', { for: id }, label), input, problem), input, complain };
}

/**
 * Shows refusals at their fields, the others below, and goes to the first.
 *
 * @param {Field[]} fields all of the form
 * @param {(path: string[]) => Field | undefined} find the field that a path means
 * @param {HTMLElement} problem place of what belongs to no field
 * @param {Refusal[]} refusals
 */
export function complain(fields, find, problem, refusals) {
  fields.forEach((one) => one.complain(''));
  problem.textContent = '';
  refusals.forEach((refusal) => {
    const one = find(refusal.path);
    if (one) {
      one.complain(refusal.message);
    } else {
      problem.textContent += refusal.message;
    }
  });
  const first = fields.find((one) => one.input.getAttribute('aria-invalid') === 'true');
  if (first) {
    const folded = first.input.closest('details');
    if (folded) {
      folded.open = true;
    }
    first.input.focus();
  }
}

/** What a failed request has to say, as refusals. @param {*} failure @returns {Refusal[]} */
export function refusalsOf(failure) {
  return failure.refusals || [{ path: [], message: failureWords(failure) }];
}

/**
 * A form that sends one thing at a time, however often it is pressed.
 *
 * @param {() => Promise<void>} send
 * @returns {(event: Event) => Promise<void>}
 */
export function once(send) {
  let busy = false;
  return async (event) => {
    event.preventDefault();
    if (busy) {
      return;
    }
    const pressed = event.currentTarget instanceof HTMLFormElement ? event.currentTarget.querySelector('button:not([type="button"])') : event.currentTarget;
    const button = pressed instanceof HTMLElement ? pressed : null;
    busy = true;
    if (button) {
      button.setAttribute('aria-disabled', 'true');
    }
    try {
      await send();
    } finally {
      // also after a failure that nobody expected, or the form could not be sent any more
      busy = false;
      if (button) {
        button.removeAttribute('aria-disabled');
      }
    }
  };
}

/** @param {string} value @param {string} label @param {boolean} selected */
export function option(value, label, selected) {
  return h('option', { value, selected }, label);
}

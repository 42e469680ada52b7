/**
 * What stands at the time that a form says with the same class, room or teacher, as the server finds it. It refuses nothing: two classes can share
 * a hall. Without a signal nothing is told.
 *
 * @typedef {Operations['EntryClashes']['variables']['plan']} Plan
 */

import { ask } from './api.js';
import { h } from './dom.js';
import { text } from './texts.js';

const WAIT_MS = 400;

/** What a lesson would be at another time. @param {import('./week-data.js').Activity} activity @param {{startsAt: string, endsAt: string}} times @returns {Plan} */
export function planOf(activity, times) {
  return {
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    className: activity.className,
    schools: activity.schools.map((one) => ({ schoolId: one.school.id, room: one.room, className: one.className })),
    teachers: activity.teachers.map((one) => ({ name: one.name, role: one.role })),
  };
}

/** @param {Plan} plan @returns {Promise<string[]>} in words; none where there is no answer */
export async function clashWords(plan) {
  try {
    return (await ask('EntryClashes', { plan })).data.entryClashes.map((clash) => clash.words);
  } catch (e) {
    return [];
  }
}

/**
 * A banner that tells what clashes.
 *
 * @param {() => Plan | null} plan what the form says now; null as long as it says no time
 * @returns {{element: HTMLElement, look: () => void}} `look`: to be called when the form says something else
 */
export function clashBanner(plan) {
  const element = h('div', { role: 'status' });
  let timer = 0;
  let turn = 0;
  return {
    element,
    look: () => {
      clearTimeout(timer);
      const mine = ++turn;
      timer = setTimeout(async () => {
        const planned = plan();
        const words = planned ? await clashWords(planned) : [];
        if (mine === turn) {
          element.replaceChildren(...(words.length ? [h('div', { class: 'tk-banner tk-banner-warm' }, h('p', {}, text('pocket.clash')), words.map((one) => h('p', {}, one)))] : []));
        }
      }, WAIT_MS);
    },
  };
}

/**
 * The shelf beside the week: what this phone keeps of shared resources, to be read without a signal.
 *
 * @typedef {import('./saved.js').Saved} Saved
 */

import { openPanel } from './dialog.js';
import { h } from './dom.js';
import { once } from './form.js';
import { forgetSaved, listSaved, renewed, savedFile, saveResource } from './saved.js';
import { sizeWords } from './sizes.js';
import { text } from './texts.js';
import { momentName } from './time.js';
import { failureWords, toast } from './toast.js';

/** Puts the way to the shelf into a place, and nothing where nothing is kept. @param {HTMLElement} place @returns {() => void} ends it */
export function showShelf(place) {
  const button = h('button', { type: 'button', class: 'tk-week-act', 'aria-haspopup': 'dialog', onclick: () => openShelf(button) });
  const count = async () => {
    const all = (await listSaved().catch(() => [])).length;
    button.textContent = text('pocket.saved.count', all);
    place.replaceChildren(...(all ? [button] : []));
  };
  window.addEventListener('tk-saved', count);
  count();
  return () => window.removeEventListener('tk-saved', count);
}

/** @param {HTMLElement} opener */
async function openShelf(opener) {
  const all = await listSaved();
  openPanel(text('pocket.saved.title'), opener, () => {
    const problem = h('p', { class: 'tk-error', role: 'alert' });
    const none = h('p', { class: 'tk-soft', tabindex: '-1', hidden: all.length > 0 }, text('pocket.saved.none'));
    const list = h('ul', { class: 'tk-rows tk-shelf' });
    /** @param {HTMLElement} item */
    const takeAway = (item) => {
      const next = item.nextElementSibling || item.previousElementSibling;
      item.remove();
      none.hidden = list.children.length > 0;
      const button = next && next.querySelector('button');
      (button || none).focus();
    };
    list.append(...all.map((saved) => row(saved, problem, takeAway)));
    return [h('p', { class: 'tk-soft' }, text('pocket.saved.why')), none, list, problem];
  });
}

/** @param {Saved} saved @param {HTMLElement} problem @param {(item: HTMLElement) => void} takeAway */
function row(saved, problem, takeAway) {
  const picture = h('div', { class: 'tk-shelf-picture' });
  const news = h('p', { class: 'tk-soft tk-under' });
  const open = act('pocket.saved.open', saved.title, problem, async () => {
    const file = await savedFile(saved);
    if (!file) {
      throw new Error(text('pocket.saved.lost'));
    }
    show(saved, file, picture);
  });
  const forget = act('pocket.saved.remove', saved.title, problem, async () => {
    const putBack = await forgetSaved(saved);
    takeAway(item);
    toast(text('pocket.saved.forgotten', saved.title), putBack);
  });
  const item = h(
    'li',
    {},
    h('span', {}, saved.title, h('span', { class: 'tk-soft tk-under' }, saved.fileName + ' · ' + sizeWords(saved.sizeBytes) + ' · ' + momentName(saved.savedAt)), news),
    h('span', { class: 'tk-sheet-acts' }, open, forget),
    picture,
  );
  renewed(saved)
    .then((now) => {
      if (now === 'gone') {
        takeAway(item);
        problem.textContent = text('pocket.saved.gone', saved.title);
      } else if (now === 'newer') {
        const renew = act('pocket.saved.renew', saved.title, problem, async () => {
          Object.assign(saved, await saveResource(saved.id));
          news.textContent = text('pocket.saved.renewed');
        });
        news.replaceChildren(text('pocket.saved.newer') + ' ', renew);
      }
    })
    .catch(() => {
      // Without a signal it is as it was kept.
    });
  return item;
}

/** A picture is shown in place; anything else is opened by what the phone opens it with. @param {Saved} saved @param {Blob} file @param {HTMLElement} picture */
function show(saved, file, picture) {
  const address = URL.createObjectURL(file);
  if (saved.kind === 'PICTURE') {
    const image = h('img', { src: address, alt: saved.title });
    image.onload = () => URL.revokeObjectURL(address);
    picture.replaceChildren(image);
    return;
  }
  // in the page, where an app that saves nothing is noticed
  const link = h('a', { href: address, download: saved.fileName, hidden: true });
  picture.replaceChildren(link);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/** @param {string} key @param {string} title @param {HTMLElement} problem @param {() => Promise<void>} work */
function act(key, title, problem, work) {
  const press = once(async () => {
    problem.textContent = '';
    try {
      await work();
    } catch (e) {
      problem.textContent = failureWords(/** @type {*} */ (e));
    }
  });
  return h('button', { type: 'button', class: 'tk-button', 'aria-label': text('pocket.about', text(key), title), onclick: press }, text(key));
}

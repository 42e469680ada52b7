/**
 * The queue as it is seen: a row for each upload, with what was sent and what can be done; and what came of those that are done.
 */

import { focusOn, h, icon, the } from '../tk/dom.js';
import { sizeWords } from '../tk/sizes.js';
import { text } from '../tk/texts.js';
import { toast } from '../tk/toast.js';
import { standing } from './claim.js';
import { pause, queue, remove, retry } from './queue.js';

/**
 * @param {import('./claim-data.js').Claim} claim as it stands now, for the standing after an upload
 * @param {() => boolean} isPicking whether somebody has just picked pictures, which are being put into the queue
 * @returns {HTMLElement}
 */
export function queuePart(claim, isPicking) {
  const title = h('h2', { tabindex: '-1' });
  const said = h('p', { class: 'tk-soft' });
  const list = h('ul', { class: 'tk-queue' });
  const done = h('div', { class: 'tk-done', role: 'status' });
  const section = h('section', { class: 'tk-queue-part', 'aria-label': text('pocket.queue.title') }, done, title, said, list);
  /** By the item itself: its id changes when a refused one is tried again. @type {Map<import('./queue.js').Upload, ReturnType<typeof row>>} */
  let rows = new Map();
  let picked = false;

  const draw = () => {
    const { items, link, lasting } = queue();
    const before = rows;
    rows = new Map(items.map((item) => [item, before.get(item) || row(item)]));
    before.forEach((gone, item) => !rows.has(item) && gone.end());
    items.forEach((item, index) => {
      const shown = /** @type {ReturnType<typeof row>} */ (rows.get(item));
      shown.update(item);
      if (list.children[index] !== shown.element) {
        list.insertBefore(shown.element, list.children[index] || null);
      }
    });
    Array.from(list.children)
      .slice(items.length)
      .forEach((gone) => gone.remove());
    title.textContent = items.length ? text('pocket.queue.waiting', items.length) : '';
    title.hidden = said.hidden = items.length === 0;
    showLink(said, link, lasting);
    // Whoever has just picked them sees what becomes of them, unless there is a question first.
    if (picked && !isPicking() && !items.some((item) => item.state === 'asked')) {
      section.scrollIntoView({ block: 'start' });
    }
    picked = isPicking();
  };
  window.addEventListener('tk-uploads', draw);
  window.addEventListener('beforeunload', (event) => {
    const { items, lasting } = queue();
    if (!lasting && items.length) {
      event.preventDefault();
      event.returnValue = '';
    }
  });

  /** Uploads that came through while the page was open, by criterion. @type {Map<string, number>} */
  const stored = new Map();
  const showDone = () => {
    const criteria = (claim.community.progress && claim.community.progress.criteria) || [];
    done.replaceChildren(
      ...Array.from(stored, ([code, count]) => {
        const criterion = criteria.find((one) => one.code === code);
        return h(
          'div',
          { class: 'tk-banner tk-banner-good' },
          h('p', {}, icon('done'), text('pocket.queue.stored', count)),
          criterion && h('p', {}, h('strong', {}, criterion.code + ' ' + criterion.name), ' ', standing(criterion)),
        );
      }),
    );
  };
  window.addEventListener('tk-uploaded', (event) => {
    const { item } = /** @type {CustomEvent} */ (event).detail;
    if (item.communityId === claim.community.id) {
      stored.set(item.criterion, (stored.get(item.criterion) || 0) + 1);
      showDone();
    }
  });
  the(document, 'main').addEventListener('claim', showDone);
  draw();
  return section;
}

/** @param {HTMLElement} place @param {string} link @param {boolean} lasting */
function showLink(place, link, lasting) {
  if (link === 'signedOut') {
    place.replaceChildren(
      text('pocket.queue.signedOut') + ' ',
      h('a', { href: '/m/sign-in?to=' + encodeURIComponent('/m/upload') }, text('pocket.signIn.submit')),
    );
  } else {
    const kept = lasting ? 'pocket.queue.kept' : 'pocket.queue.fleeting';
    const words = text(link === 'failing' ? 'pocket.queue.failing' : link === 'offline' && lasting ? 'pocket.queue.offline' : kept);
    if (place.textContent !== words) {
      place.replaceChildren(words);
    }
  }
}

/** @param {import('./queue.js').Upload} item */
function row(item) {
  const address = item.thumbnail ? URL.createObjectURL(item.thumbnail) : null;
  const bar = h('progress', { class: 'tk-progress', max: String(item.sizeBytes), value: '0', 'aria-label': item.fileName });
  const words = h('p', { class: 'tk-soft' });
  const acts = h('div', { class: 'tk-queue-acts' });
  const element = h(
    'li',
    { class: 'tk-queue-item' },
    address ? h('img', { class: 'tk-thumbnail', src: address, alt: '' }) : h('span', { class: 'tk-thumbnail' }, icon('document')),
    h(
      'div',
      { class: 'tk-queue-text' },
      h('p', { class: 'tk-queue-name' }, item.fileName),
      h('p', { class: 'tk-soft' }, [item.criterion + ' ' + item.criterionName, item.activityTitle].filter(Boolean).join(' · ')),
      bar,
      words,
    ),
    acts,
  );
  let shownState = '';
  /** @param {import('./queue.js').Upload} now */
  const update = (now) => {
    bar.value = now.sentBytes;
    bar.hidden = now.state === 'refused' || now.state === 'asked';
    words.textContent = stateWords(now);
    if (shownState !== now.state) {
      shownState = now.state;
      const held = acts.contains(document.activeElement);
      element.setAttribute('data-state', now.state);
      acts.replaceChildren(...actsOf(now));
      focusOn(held ? acts.firstElementChild : null);
    }
  };
  return { element, update, end: () => address && URL.revokeObjectURL(address) };
}

/** @param {import('./queue.js').Upload} item */
function stateWords(item) {
  const size = sizeWords(item.sizeBytes);
  switch (item.state) {
    case 'sending':
      return text('pocket.queue.state.sending', sizeWords(item.sentBytes), size);
    case 'refused':
      return item.message || text('pocket.failed');
    case 'waiting':
    case 'paused':
      return text('pocket.queue.state.' + item.state + (item.sentBytes ? '.part' : ''), size, sizeWords(item.sentBytes));
    default:
      return text('pocket.queue.state.' + item.state, size);
  }
}

/** @param {import('./queue.js').Upload} item */
function actsOf(item) {
  /** @param {string} key @param {string} sign @param {(id: string) => void} work */
  const act = (key, sign, work) =>
    h(
      'button',
      { type: 'button', class: 'tk-quiet tk-square', 'aria-label': text('pocket.about', text(key), item.fileName), title: text(key), onclick: () => work(item.id) },
      icon(sign),
    );
  return [
    (item.state === 'waiting' || item.state === 'sending') && act('pocket.queue.pause', 'pause', pause),
    (item.state === 'paused' || item.state === 'refused') && act('pocket.queue.retry', 'retry', retry),
    item.state !== 'confirming' && act('pocket.queue.remove', 'close', () => takeOut(item)),
  ].flatMap((button) => button || []);
}

/** @param {import('./queue.js').Upload} item */
async function takeOut(item) {
  const putBack = await remove(item.id);
  if (putBack) {
    const full = () => new Error(text('pocket.upload.problem.store'));
    toast(text('pocket.queue.removed', item.fileName), () => putBack().catch(() => Promise.reject(full())));
  }
}

/**
 * Camera and files: what is picked is shrunk, hashed and put into the queue, each under an id of its own that never changes.
 */

import { h, icon, the } from '../tk/dom.js';
import { titleOf } from '../tk/entry.js';
import { newId } from '../tk/sender.js';
import { text } from '../tk/texts.js';
import { nowDateTime } from '../tk/time.js';
import { chosenCriterion, chosenLesson, giveBackReplaced, mayShow, takeReplaced } from './claim-data.js';
import {
  acceptOf,
  isPicture,
  kindOf,
  mostBytes,
  originalWords,
  otherKind,
  sizeWords,
  sortOf,
  takesPictures,
  takesWords,
  typeOf,
} from './file-kinds.js';
import { lessonsAt } from './lesson-offer.js';
import { add } from './queue.js';
import { sha256 } from './sha256.js';
import { PictureError, prepare } from './shrink.js';

/**
 * @param {import('./claim-data.js').Claim} claim as it stands now; `claim` is dispatched at the page's main part when it changes
 * @returns {HTMLElement}
 */
export function pickPart(claim) {
  const problems = h('ul', { class: 'tk-problems' });
  const busy = h('p', { class: 'tk-pick-line', role: 'status' });
  const original = h('input', { type: 'checkbox', id: 'tk-original' });
  const originalPart = h('label', { class: 'tk-check' }, original, h('span', {}, originalWords()));
  const note = h('input', { type: 'text', id: 'tk-note', maxlength: '500', autocomplete: 'off' });
  const camera = filePicker('pocket.upload.camera', 'camera', { capture: 'environment', accept: 'image/*' });
  const gallery = filePicker('pocket.upload.gallery', 'gallery', { multiple: true });
  const hint = h('p', { class: 'tk-pick-line', id: 'tk-pick-hint' });
  const shrunk = h('p', { class: 'tk-soft' }, text('pocket.upload.shrunk'));
  const pickers = [camera, gallery];

  const fit = () => {
    const criterion = chosenCriterion(claim);
    const takes = criterion ? criterion.takes : [];
    const pictures = takesPictures(takes);
    camera.label.hidden = takes.length > 0 && !pictures;
    the(gallery.label, 'span:last-child').textContent = text(pictures || !takes.length ? 'pocket.upload.gallery' : 'pocket.upload.documents');
    gallery.label.classList.toggle('tk-main-action', camera.label.hidden);
    gallery.input.setAttribute('accept', acceptOf(takes));
    pickers.forEach(({ input, label }) => {
      input.disabled = !criterion;
      label.classList.toggle('tk-off', !criterion);
    });
    hint.textContent = text(criterion ? 'pocket.upload.takes' : 'pocket.upload.chooseFirst', takesWords(takes));
    shrunk.hidden = originalPart.hidden = !pictures;
  };

  let preparing = 0;
  /** @param {File[]} files @param {boolean} justNow whether they have just been taken */
  const take = async (files, justNow) => {
    const criterion = chosenCriterion(claim);
    if (!criterion || !files.length) {
      return;
    }
    if (!preparing) {
      problems.replaceChildren();
    }
    const proves = provenBy(claim, criterion, note.value.trim());
    const wish = { takes: criterion.takes, original: original.checked, justNow, lessons: chosenLesson(claim) || claim.county ? null : lessonsOf(claim, criterion) };
    preparing += files.length;
    for (const file of files) {
      showBusy();
      try {
        await enqueue(file, proves, wish);
      } catch (e) {
        problems.append(h('li', {}, text('pocket.about', file.name, problemWords(e, file, wish.takes))));
      }
      preparing--;
    }
    showBusy();
    window.dispatchEvent(new CustomEvent('tk-uploads'));
    if (problems.firstElementChild) {
      problems.scrollIntoView({ block: 'center' });
    }
  };
  const showBusy = () => {
    busy.textContent = preparing ? text('pocket.upload.preparing', preparing) : '';
    busy.hidden = !preparing;
    hint.hidden = preparing > 0;
    if (preparing) {
      part.setAttribute('aria-busy', 'true');
    } else {
      part.removeAttribute('aria-busy');
    }
  };
  pickers.forEach(({ input }) =>
    input.addEventListener('change', () => {
      const justNow = input === camera.input;
      const files = Array.from(input.files || []);
      // The same picture can be picked again later.
      input.value = '';
      take(files, justNow);
    }),
  );
  the(document, 'main').addEventListener('claim', fit);
  busy.hidden = true;

  const part = h(
    'div',
    { class: 'tk-pick' },
    h('div', { class: 'tk-pick-acts' }, camera.label, gallery.label, hint, busy),
    shrunk,
    originalPart,
    h('label', { class: 'tk-field' }, h('span', {}, text('pocket.upload.note')), note),
    h('div', { role: 'alert' }, problems),
    window.isSecureContext ? null : h('p', { class: 'tk-banner tk-banner-warm' }, text('pocket.upload.insecure')),
  );
  return part;
}

/**
 * What an upload says it proves, as it is chosen now.
 *
 * @param {import('./claim-data.js').Claim} claim
 * @param {import('./claim-data.js').Criterion} criterion
 * @param {string} note
 */
function provenBy(claim, criterion, note) {
  const activity = chosenLesson(claim);
  return {
    communityId: claim.community.id,
    countyId: claim.county && claim.county.id,
    criterion: criterion.code,
    criterionName: criterion.name,
    activityId: activity && !claim.county ? activity.id : null,
    activityTitle: activity && !claim.county ? titleOf(activity) : null,
    note: note || null,
  };
}

/**
 * Finds the lessons of the last weeks that a file of a kind may show.
 *
 * @param {import('./claim-data.js').Claim} claim
 * @param {import('./claim-data.js').Criterion} criterion
 * @returns {(kind: string) => import('./claim-data.js').Lesson[]}
 */
function lessonsOf(claim, criterion) {
  const lessons = claim.community.activities.edges.map((edge) => edge.node).filter((lesson) => lesson.state !== 'CANCELLED');
  return (kind) => lessons.filter((lesson) => mayShow(criterion, lesson, kind));
}

/**
 * @param {File} file
 * @param {ReturnType<typeof provenBy>} proves
 * @param {{takes: string[], original: boolean, justNow: boolean, lessons: ReturnType<typeof lessonsOf> | null}} wish
 * @returns {Promise<void>} rejected where the file does not get into the queue
 */
async function enqueue(file, proves, wish) {
  const { takes } = wish;
  // The field asks for these types, but phones hand over others, too; on the way the server would refuse them after all bytes were sent.
  const kind = kindOf(file);
  if (takes.length && !(isPicture(file) ? takesPictures(takes) : kind && takes.indexOf(kind) >= 0)) {
    throw new PictureError('type');
  }
  const ready = await prepare(file, wish.original);
  const bytes = await ready.blob.arrayBuffer();
  const hash = await sha256(bytes);
  const id = newId();
  const takenAt = ready.takenAt || (wish.justNow ? nowDateTime() : null);
  const offers = takenAt && wish.lessons ? lessonsAt(wish.lessons(ready.kind), takenAt) : [];
  /** @type {import('./queue.js').Upload} */
  const item = {
    ...proves,
    replacesId: takeReplaced(),
    id,
    bytesId: id,
    fileName: ready.fileName,
    mediaType: typeOf(ready.kind),
    sizeBytes: ready.blob.size,
    sha256: hash,
    thumbnail: ready.thumbnail,
    addedAt: Date.now(),
    takenAt,
    offers,
    state: offers.length ? 'asked' : 'waiting',
    sentBytes: 0,
    message: null,
    ticketId: null,
  };
  try {
    // A copy of the bytes: the file behind a picked one may change or vanish before there is a signal.
    await add(item, new Blob([bytes], { type: item.mediaType }));
  } catch (e) {
    giveBackReplaced(item.replacesId || null);
    throw new PictureError(e && e.name === 'QuotaExceededError' ? 'store' : 'unkept');
  }
}

/** Why a file was not taken; what is not ours to name is a file that cannot be read. @param {*} problem @param {File} file @param {string[]} takes */
function problemWords(problem, file, takes) {
  const { code, kind } = problem instanceof PictureError ? problem : new PictureError('unreadable');
  switch (code) {
    case 'type':
      return text('pocket.upload.problem.' + otherKind(file)) + text('pocket.upload.takes', takesWords(takes));
    case 'tooLarge':
      return text('pocket.upload.problem.tooLarge.' + sortOf(kind || ''), sizeWords(mostBytes(kind || '')));
    default:
      return text('pocket.upload.problem.' + code);
  }
}

/**
 * A file field that looks like a button; the field itself has the focus.
 *
 * @param {string} key
 * @param {'camera' | 'gallery'} sign
 * @param {Object<string, *>} properties
 */
function filePicker(key, sign, properties) {
  const input = h('input', Object.assign({ type: 'file', class: 'tk-file', id: 'tk-' + sign, 'aria-describedby': 'tk-pick-hint' }, properties));
  const label = h('label', { class: 'tk-button tk-pick-act' + (sign === 'camera' ? ' tk-main-action' : '') }, input, icon(sign), h('span', {}, text(key)));
  return { input, label };
}

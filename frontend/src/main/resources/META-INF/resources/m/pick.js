/**
 * Camera and files: what is picked is shrunk, hashed and put into the queue, each under an id of its own that never changes.
 */

import { h, icon, the } from '../tk/dom.js';
import { titleOf } from '../tk/entry.js';
import { newId } from '../tk/sender.js';
import { text } from '../tk/texts.js';
import { chosenCriterion, takeReplaced } from './claim-data.js';
import { add } from './queue.js';
import { sha256 } from './sha256.js';
import { PictureError, prepare } from './shrink.js';

/** @type {Object<string, string>} */
const TYPES = { JPEG: 'image/jpeg', PNG: 'image/png', WEBP: 'image/webp', PDF: 'application/pdf' };

/**
 * @param {import('./claim-data.js').Claim} claim as it stands now; `claim` is dispatched at the page's main part when it changes
 * @returns {HTMLElement}
 */
export function pickPart(claim) {
  const problems = h('ul', { class: 'tk-problems' });
  const busy = h('p', { class: 'tk-soft', role: 'status' });
  const original = h('input', { type: 'checkbox', id: 'tk-original' });
  const originalPart = h('label', { class: 'tk-check' }, original, h('span', {}, text('pocket.upload.original')));
  const note = h('input', { type: 'text', id: 'tk-note', maxlength: '500', autocomplete: 'off' });
  const camera = filePicker('pocket.upload.camera', 'camera', { capture: 'environment', accept: 'image/*' });
  const gallery = filePicker('pocket.upload.gallery', 'gallery', { multiple: true });
  const hint = h('p', { class: 'tk-soft', id: 'tk-pick-hint' });
  const pickers = [camera, gallery];

  const fit = () => {
    const criterion = chosenCriterion(claim);
    const takes = criterion ? criterion.takes : [];
    const pictures = takes.some((type) => type !== 'PDF');
    camera.label.hidden = takes.length > 0 && !pictures;
    the(gallery.label, 'span:last-child').textContent = text(pictures || !takes.length ? 'pocket.upload.gallery' : 'pocket.upload.documents');
    gallery.label.classList.toggle('tk-main-action', camera.label.hidden);
    // Phones offer HEIC only as JPEG where JPEG alone is asked for.
    gallery.input.setAttribute('accept', takes.map((type) => TYPES[type]).join(','));
    pickers.forEach(({ input, label }) => {
      input.disabled = !criterion;
      label.classList.toggle('tk-off', !criterion);
    });
    hint.textContent = criterion ? takesWords(takes) : text('pocket.upload.chooseFirst');
    originalPart.hidden = !pictures;
  };

  let preparing = 0;
  /** @param {File[]} files */
  const take = async (files) => {
    const criterion = chosenCriterion(claim);
    if (!criterion || !files.length) {
      return;
    }
    if (!preparing) {
      problems.replaceChildren();
    }
    const proves = provenBy(claim, criterion, note.value.trim());
    const wish = { takes: criterion.takes, original: original.checked };
    preparing += files.length;
    for (const file of files) {
      showBusy();
      try {
        await enqueue(file, proves, wish);
      } catch (e) {
        problems.append(h('li', {}, text('pocket.about', file.name, problemWords(e, wish.takes))));
      }
      preparing--;
    }
    showBusy();
  };
  const showBusy = () => {
    busy.textContent = preparing ? text('pocket.upload.preparing', preparing) : '';
  };
  pickers.forEach(({ input }) =>
    input.addEventListener('change', () => {
      const files = Array.from(input.files || []);
      // The same picture can be picked again later.
      input.value = '';
      take(files);
    }),
  );
  the(document, 'main').addEventListener('claim', fit);

  return h(
    'div',
    { class: 'tk-pick' },
    h('div', { class: 'tk-pick-acts' }, camera.label, gallery.label),
    hint,
    originalPart,
    h('label', { class: 'tk-field' }, h('span', {}, text('pocket.upload.note')), note),
    busy,
    h('div', { role: 'alert' }, problems),
    window.isSecureContext ? null : h('p', { class: 'tk-banner tk-banner-warm' }, text('pocket.upload.insecure')),
  );
}

/**
 * What an upload says it proves, as it is chosen now.
 *
 * @param {import('./claim-data.js').Claim} claim
 * @param {import('./claim-data.js').Criterion} criterion
 * @param {string} note
 */
function provenBy(claim, criterion, note) {
  const { activity } = claim;
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
 * @param {File} file
 * @param {ReturnType<typeof provenBy>} proves
 * @param {{takes: string[], original: boolean}} wish
 * @returns {Promise<void>} rejected where the file does not get into the queue
 */
async function enqueue(file, proves, { takes, original }) {
  const { blob, mediaType, fileName, thumbnail } = await prepare(file, original);
  // The field asks for these types, but phones hand over others, too; on the way the server would refuse them after all bytes were sent.
  if (takes.length && !takes.some((type) => TYPES[type] === mediaType)) {
    throw new PictureError('type');
  }
  const bytes = await blob.arrayBuffer();
  const hash = await sha256(bytes);
  try {
    await add({
      ...proves,
      replacesId: takeReplaced(),
      id: newId(),
      fileName,
      mediaType,
      sizeBytes: blob.size,
      sha256: hash,
      // A copy of the bytes: the file behind a picked one may change or vanish before there is a signal.
      blob: new Blob([bytes], { type: mediaType }),
      thumbnail,
      addedAt: Date.now(),
      state: 'waiting',
      sentBytes: 0,
      message: null,
      ticketId: null,
    });
  } catch (e) {
    throw new PictureError('store');
  }
}

/** Why a file was not taken; what is not ours to name is a file that cannot be read. @param {*} problem @param {string[]} takes */
function problemWords(problem, takes) {
  const code = problem instanceof PictureError ? problem.code : 'unreadable';
  return text('pocket.upload.problem.' + code, takesWords(takes));
}

/** @param {string[]} takes */
function takesWords(takes) {
  const words = [];
  if (takes.some((type) => type !== 'PDF')) {
    words.push(text('pocket.upload.takes.pictures'));
  }
  if (takes.indexOf('PDF') >= 0) {
    words.push(text('pocket.upload.takes.documents'));
  }
  return text('pocket.upload.takes', words.join(text('pocket.entry.and')));
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

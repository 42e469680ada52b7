/**
 * `<tk-send-file>` holds a file field. When a file is chosen it dispatches `tk-picked` with what the server asks for a ticket; with the ticket the
 * server calls `send`, and the bytes go from here straight into the bucket. `tk-sent` says with which HTTP status, 0 where the link broke. With
 * the ticket that is asked for again, only what has not arrived goes.
 */

import { sha256 } from '../m/sha256.js';
import { transfer } from '../m/transfer.js';

/** Phones often say nothing or something odd of documents. @type {Array<[RegExp, string]>} */
const TYPES = [
  [/\.jpe?g$/i, 'image/jpeg'],
  [/\.png$/i, 'image/png'],
  [/\.webp$/i, 'image/webp'],
  [/\.pdf$/i, 'application/pdf'],
  [/\.docx$/i, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/\.pptx$/i, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  [/\.xlsx$/i, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];

class TkSendFile extends HTMLElement {
  /** @type {File | null} */
  file = null;

  connectedCallback() {
    this.addEventListener('change', this);
  }

  disconnectedCallback() {
    this.removeEventListener('change', this);
  }

  /** @param {Event} event */
  async handleEvent(event) {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.type !== 'file') {
      return;
    }
    const file = (field.files && field.files[0]) || null;
    this.file = file;
    this.show(null);
    const name = this.querySelector('.tkf-pick-name');
    if (name) {
      name.textContent = file ? file.name : '';
    }
    if (!file) {
      this.tell('tk-picked', { name: '', type: '', size: 0, sha256: '' });
      return;
    }
    const digest = await sha256(await file.arrayBuffer());
    // Somebody may have chosen another one meanwhile.
    if (this.file === file) {
      this.tell('tk-picked', { name: file.name.slice(-200), type: typeOf(file), size: file.size, sha256: digest });
    }
  }

  /** @param {string} ticket as JSON */
  async send(ticket) {
    if (!this.file) {
      this.tell('tk-sent', 0);
      return;
    }
    const { file } = this;
    const status = await transfer(JSON.parse(ticket), file, (bytes) => this.show(bytes / file.size), new AbortController().signal);
    this.show(null);
    this.tell('tk-sent', status);
  }

  /** @param {number | null} share how much of it is on its way; null if none is */
  show(share) {
    const box = this.querySelector('.tkf-sending');
    const bar = this.querySelector('progress');
    if (box instanceof HTMLElement && bar) {
      box.hidden = share === null;
      bar.value = share || 0;
    }
  }

  /** @param {string} name @param {*} detail */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** @param {File} file */
function typeOf(file) {
  const known = TYPES.find(([ending, type]) => type === file.type || ending.test(file.name));
  return known ? known[1] : file.type || 'application/octet-stream';
}

if (!customElements.get('tk-send-file')) {
  customElements.define('tk-send-file', TkSendFile);
}

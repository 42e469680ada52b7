/**
 * `<tk-first-answer>` gives a token of the sandbox by one tap, writes it into the command to be pasted, and asks the command's question from the
 * page. Its parts are drawn by the server. The token stays in this tab, where GraphiQL finds it.
 */

import { ask } from '../tk/api.js';
import { the } from '../tk/dom.js';

const KEPT = 'tongke-sandbox';
const VARIABLE = /\$\{(\w+):-[^}]*\}/g;

/** @typedef {{secret: string, expiresAt: string}} Kept */

/** The token of this tab, as long as it is valid. @returns {Kept | null} */
function kept() {
  try {
    const token = JSON.parse(sessionStorage.getItem(KEPT) || 'null');
    return token && Date.parse(token.expiresAt) > Date.now() ? token : null;
  } catch (e) {
    return null;
  }
}

/** An id for something new; also where the page is not secure. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

class TkFirstAnswer extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this);
    this.write();
  }

  disconnectedCallback() {
    this.removeEventListener('click', this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const button = event.target instanceof Element ? event.target.closest('button[data-act]') : null;
    if (!(button instanceof HTMLButtonElement)) {
      return;
    }
    const act = button.dataset.act;
    if (act === 'get') {
      this.during(button, () => this.get());
    } else if (act === 'run') {
      this.during(button, () => this.run());
    } else if (act === 'copy-token') {
      this.copy('.tkf-secret', '.tkf-until');
    } else {
      this.copy('.tkf-command', '.tkf-took');
    }
  }

  /** What is to be said, with a value in it. @param {string} word @param {string} [value] */
  words(word, value) {
    return (this.dataset[word] || '').replace('{0}', value || '');
  }

  /** @param {HTMLButtonElement} button @param {() => Promise<void>} act */
  during(button, act) {
    button.disabled = true;
    act().finally(() => {
      button.disabled = false;
    });
  }

  async get() {
    const said = the(this, '.tkf-until');
    try {
      const { data } = await ask('IssueSandboxToken', { input: { id: newId() } });
      const { secret, expiresAt, errors } = data.issueSandboxToken;
      if (!secret || !expiresAt) {
        said.textContent = errors.map((error) => error.message).join(' ');
        return;
      }
      sessionStorage.setItem(KEPT, JSON.stringify({ secret, expiresAt }));
      this.write();
    } catch (e) {
      said.textContent = this.words('failed');
    }
  }

  /** Writes the token where it is needed. */
  write() {
    const token = kept();
    const values = /** @type {Object<string, string>} */ ({
      TONGKE_URL: location.origin,
      TONGKE_TOKEN: token ? token.secret : '$TONGKE_TOKEN',
    });
    the(this, '.tkf-command').textContent = (this.dataset.command || '').replace(VARIABLE, (whole, name) => values[name] || whole);
    the(this, '[data-act="run"]').hidden = !token;
    const get = this.querySelector('[data-act="get"]');
    if (get) {
      // one strong button at a time: the next to be tapped
      get.classList.toggle('tkf-calm', token !== null);
    }
    const shown = this.querySelector('.tkf-shown-token');
    if (token && shown instanceof HTMLElement) {
      the(this, '.tkf-secret').textContent = token.secret;
      const until = new Date(token.expiresAt);
      const format = new Intl.DateTimeFormat(document.documentElement.lang || 'zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
      the(this, '.tkf-until').textContent = this.words('until', format.format(until));
      shown.hidden = false;
    }
  }

  /** Asks what the command asks, with the token and without the cookie of whoever is signed in here. */
  async run() {
    const token = kept();
    const said = the(this, '.tkf-took');
    const answer = the(this, '.tkf-answer');
    if (!token) {
      said.textContent = this.words('ended');
      return;
    }
    try {
      const began = performance.now();
      const response = await fetch('/graphql', {
        method: 'POST',
        credentials: 'omit',
        headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + token.secret },
        body: this.dataset.body,
      });
      const body = await response.json();
      const took = Math.max(1, Math.round(performance.now() - began));
      said.textContent = response.status === 401 ? this.words('ended') : this.words('took', String(took));
      answer.textContent = JSON.stringify(body, null, 2);
      answer.hidden = false;
    } catch (e) {
      said.textContent = this.words('failed');
    }
  }

  /** @param {string} what @param {string} where it is said */
  async copy(what, where) {
    const text = the(this, what);
    const said = the(this, where);
    try {
      await navigator.clipboard.writeText(text.textContent || '');
      said.textContent = this.words('copied');
    } catch (e) {
      // without a secure context, or where the browser asks and is told no
      const selection = getSelection();
      if (selection) {
        selection.selectAllChildren(text);
      }
      said.textContent = this.words('copyByHand');
    }
  }
}

if (!customElements.get('tk-first-answer')) {
  customElements.define('tk-first-answer', TkFirstAnswer);
}

/**
 * `<tk-save data-resource="…">`: keeps the file of a resource on this phone, or removes it again. It stands beside what leads to the resource, on
 * the sheet of a lesson and on the page of the resource.
 */

import { h } from './dom.js';
import { once } from './form.js';
import { findSaved, forgetSaved, saveResource } from './saved.js';
import { loadTexts, text } from './texts.js';
import { failureWords, toast } from './toast.js';

class TkSave extends HTMLElement {
  button = h('button', { type: 'button', class: 'tk-button' });
  problem = h('p', { class: 'tk-error tkf-wrong', role: 'alert' });
  shown = () => this.show();

  connectedCallback() {
    this.button.onclick = once(() => this.press());
    this.replaceChildren(this.button, this.problem);
    window.addEventListener('tk-saved', this.shown);
    loadTexts().then(() => this.show());
  }

  disconnectedCallback() {
    window.removeEventListener('tk-saved', this.shown);
  }

  get resource() {
    return this.dataset.resource || '';
  }

  async show() {
    const saved = await findSaved(this.resource).catch(() => null);
    this.button.textContent = text(saved ? 'pocket.saved.forget' : 'pocket.saved.keep');
    this.button.setAttribute('aria-pressed', String(saved !== null));
  }

  async press() {
    this.problem.textContent = '';
    try {
      const saved = await findSaved(this.resource);
      if (saved) {
        const putBack = await forgetSaved(saved);
        toast(text('pocket.saved.forgotten', saved.title), putBack);
      } else {
        this.button.textContent = text('pocket.saved.keeping');
        const kept = await saveResource(this.resource);
        toast(text('pocket.saved.kept', kept.title));
      }
    } catch (e) {
      this.problem.textContent = failureWords(/** @type {*} */ (e));
    }
    await this.show();
  }
}

if (!customElements.get('tk-save')) {
  customElements.define('tk-save', TkSave);
}

/**
 * `<tk-share data-path="…" data-words="…">`: passes the address of a page on, by what the phone has for it, else as a link that is copied.
 */

import { h } from './dom.js';
import { once } from './form.js';
import { copy, openLink } from './link.js';
import { loadTexts, text } from './texts.js';
import { toast } from './toast.js';

class TkShare extends HTMLElement {
  button = h('button', { type: 'button', class: 'tk-button' });

  connectedCallback() {
    this.button.onclick = once(() => this.press());
    this.replaceChildren(this.button);
    loadTexts().then(() => {
      this.button.textContent = text('pocket.share');
    });
  }

  async press() {
    const address = new URL(this.dataset.path || '', location.origin).href;
    const words = this.dataset.words || '';
    if (navigator.share) {
      try {
        await navigator.share({ text: words, url: address });
        return;
      } catch (e) {
        if (e instanceof DOMException && e.name === 'AbortError') {
          return;
        }
      }
    }
    if (await copy(words + '\n' + address)) {
      toast(text('pocket.share.copied'));
    } else {
      openLink(this.button, { title: text('pocket.share'), words: text('pocket.share.words'), address, copied: text('pocket.share.copied') });
    }
  }
}

if (!customElements.get('tk-share')) {
  customElements.define('tk-share', TkShare);
}

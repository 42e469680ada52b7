/**
 * `<tk-ahead>` dispatches `tk-ahead` once the page has nothing else to do, and fetches the small pictures that it is then told of in
 * `pictures` (addresses with blanks between them), one after the other: they are there when they are wanted, and take nothing from what is
 * wanted now. Only small pictures: who opens a file itself is noted, and nobody has opened one that was only fetched ahead.
 */

const PAUSE_MS = 400;

class TkAhead extends HTMLElement {
  static observedAttributes = ['pictures'];
  /** @type {number | undefined} */
  timer = undefined;

  connectedCallback() {
    this.hidden = true;
    this.timer = window.setTimeout(() => this.dispatchEvent(new CustomEvent('tk-ahead')), PAUSE_MS);
  }

  disconnectedCallback() {
    window.clearTimeout(this.timer);
  }

  /** @param {string} _name @param {string | null} _before @param {string | null} now */
  attributeChangedCallback(_name, _before, now) {
    this.fetch((now || '').split(' ').filter((address) => address !== ''));
  }

  /** @param {string[]} addresses */
  async fetch(addresses) {
    for (const address of addresses) {
      if (!this.isConnected) {
        return;
      }
      const picture = new Image();
      picture.src = address;
      // one that cannot be fetched now is fetched when it is wanted
      await picture.decode().catch(() => undefined);
    }
  }
}

if (!customElements.get('tk-ahead')) {
  customElements.define('tk-ahead', TkAhead);
}

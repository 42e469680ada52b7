/**
 * `<tk-keys keys="j k ?">` dispatches `tk-key` (detail: the key) when one of its keys is pressed and nobody is writing or answering a
 * dialog. A swipe over the element that it names as `swipe` is an arrow key. Single keys can be switched off (WCAG 2.1.4), and stay off.
 */

const OFF = 'tongke-keys-off';
const SHORTEST_SWIPE_PX = 48;

/** @param {EventTarget | undefined} target */
function isWriting(target) {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

function isAnswering() {
  return document.querySelector('vaadin-dialog[opened], vaadin-dialog-overlay[opened], dialog[open]') !== null;
}

class TkKeys extends HTMLElement {
  /** @type {Element | null} */
  area = null;
  startX = 0;
  startY = 0;

  connectedCallback() {
    this.hidden = true;
    document.addEventListener('keydown', this);
    this.area = document.querySelector(this.getAttribute('swipe') || 'tk-none');
    if (this.area) {
      this.area.addEventListener('touchstart', this, { passive: true });
      this.area.addEventListener('touchend', this);
    }
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this);
    if (this.area) {
      this.area.removeEventListener('touchstart', this);
      this.area.removeEventListener('touchend', this);
      this.area = null;
    }
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent) {
      this.press(event);
    } else if (window.TouchEvent && event instanceof TouchEvent) {
      this.touch(event);
    }
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const mine = (this.getAttribute('keys') || '').split(' ').indexOf(key) >= 0;
    const isOff = event.key.length === 1 && localStorage.getItem(OFF) !== null;
    if (!mine || isOff || event.repeat || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (isWriting(event.composedPath()[0]) || isAnswering()) {
      return;
    }
    event.preventDefault();
    this.tell(key);
  }

  /** @param {TouchEvent} event */
  touch(event) {
    const finger = event.changedTouches[0];
    if (event.type === 'touchstart') {
      this.startX = finger.clientX;
      this.startY = finger.clientY;
      return;
    }
    const x = finger.clientX - this.startX;
    const y = finger.clientY - this.startY;
    const isEnlarged = this.area !== null && this.area.hasAttribute('data-zoomed');
    if (!isEnlarged && Math.abs(x) >= SHORTEST_SWIPE_PX && Math.abs(x) > 2 * Math.abs(y)) {
      this.tell(x < 0 ? 'ArrowRight' : 'ArrowLeft');
    }
  }

  /** @param {string} key */
  tell(key) {
    this.dispatchEvent(new CustomEvent('tk-key', { detail: key }));
  }

  /** @param {boolean} on */
  switchKeys(on) {
    if (on) {
      localStorage.removeItem(OFF);
    } else {
      localStorage.setItem(OFF, '1');
    }
  }
}

if (!customElements.get('tk-keys')) {
  customElements.define('tk-keys', TkKeys);
}

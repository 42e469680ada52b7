/**
 * Live changes: the server says that something changed, never what; who listens asks again with his or her own rights.
 *
 * @typedef {(topics: string[]) => void} Listener
 */

const QUIETEST_RETRY_MS = 60000;

/** @type {Set<Listener>} */
const listeners = new Set();
/** @type {EventSource | null} */
let source = null;
let retry = 0;
let retryMs = 2000;

/**
 * Calls the listener with the topics of each nudge as long as the page is visible; the first one comes right after connecting, and
 * again after each reconnection, since something may have been missed.
 *
 * @param {Listener} listener
 * @returns {() => void} ends the listening
 */
export function listen(listener) {
  listeners.add(listener);
  open();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      close();
    }
  };
}

function open() {
  if (source || listeners.size === 0 || document.visibilityState === 'hidden') {
    return;
  }
  clearTimeout(retry);
  source = new EventSource('/changes');
  source.addEventListener('open', () => {
    retryMs = 2000;
  });
  source.addEventListener('change', (event) => tell(/** @type {MessageEvent} */ (event).data));
  source.addEventListener('error', () => {
    // The browser reconnects by itself unless the answer was no event stream: then we do, less and less often.
    if (source && source.readyState === EventSource.CLOSED) {
      close();
      retry = setTimeout(open, retryMs);
      retryMs = Math.min(retryMs * 2, QUIETEST_RETRY_MS);
    }
  });
}

function close() {
  clearTimeout(retry);
  if (source) {
    source.close();
    source = null;
  }
}

/** @param {string} data */
function tell(data) {
  let topics = [];
  try {
    topics = JSON.parse(data).topics || [];
  } catch (e) {
    return;
  }
  listeners.forEach((listener) => listener(topics));
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    close();
  } else {
    open();
  }
});
// A new connection after a lost signal need not wait for its turn.
window.addEventListener('online', () => {
  close();
  open();
});
window.addEventListener('pagehide', close);
window.addEventListener('pageshow', open);

/** `<tk-live topic="progress">` dispatches `change` (bubbling) at each nudge of its topic; several topics are separated by spaces. */
class TkLive extends HTMLElement {
  /** @type {(() => void) | null} */
  end = null;

  connectedCallback() {
    this.hidden = true;
    this.end = listen((topics) => {
      const mine = (this.getAttribute('topic') || '').split(/\s+/);
      if (topics.some((topic) => mine.indexOf(topic) >= 0)) {
        this.dispatchEvent(new CustomEvent('change', { bubbles: true, composed: true, detail: { topics } }));
      }
    });
  }

  disconnectedCallback() {
    if (this.end) {
      this.end();
      this.end = null;
    }
  }
}

if (!customElements.get('tk-live')) {
  customElements.define('tk-live', TkLive);
}

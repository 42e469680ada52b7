import { language } from './page.js';

/** @type {Object<string, string>} */
let texts = {};
/** @type {Promise<void> | null} */
let loading = null;

/**
 * Loads the texts of the page's language once; `text` works when it has come true. Without any texts the keys are shown.
 *
 * @returns {Promise<void>}
 */
export function loadTexts() {
  loading =
    loading ||
    fetch('/m/texts/' + language() + '.json')
      .then((answer) => (answer.ok ? answer.json() : {}))
      .catch(() => ({}))
      .then((loaded) => {
        texts = loaded;
      });
  return loading;
}

/**
 * The text of a key with its placeholders {0}, {1} … filled in.
 *
 * @param {string} key
 * @param {...(string | number)} values
 * @returns {string}
 */
export function text(key, ...values) {
  const found = texts[key] === undefined ? key : texts[key];
  return found.replace(/\{(\d)\}/g, (whole, index) => (values[index] === undefined ? whole : String(values[index])));
}

/** Writes the texts again into what the server rendered, where the page's language was changed since. */
export function refreshTexts() {
  const lang = language() === 'en' ? 'en' : 'zh-CN';
  if (document.documentElement.lang === lang) {
    return;
  }
  document.documentElement.lang = lang;
  document.querySelectorAll('[data-text]').forEach((element) => {
    element.textContent = text(element.getAttribute('data-text') || '');
  });
  document.querySelectorAll('[data-label]').forEach((element) => {
    element.setAttribute('aria-label', text(element.getAttribute('data-label') || ''));
  });
}

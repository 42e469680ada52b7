/**
 * What a page knows by its cookies: language and appearance. Both worlds, pocket and Flow, read the same cookies.
 */

const KEPT_SECONDS = 400 * 24 * 3600;

/**
 * @param {string} name
 * @returns {string | null}
 */
export function cookie(name) {
  const found = document.cookie.split('; ').find((pair) => pair.indexOf(name + '=') === 0);
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}

/** Language of the page: the cookie's, else the one the server chose. @returns {'zh' | 'en'} */
export function language() {
  const wished = cookie('tongke-language') || document.documentElement.lang || 'zh';
  return wished.indexOf('en') === 0 ? 'en' : 'zh';
}

/** @param {'zh' | 'en'} value */
export function setLanguage(value) {
  keep('tongke-language', value, KEPT_SECONDS);
}

/** Appearance that the person chose; empty: as the device has it. @returns {string} */
export function theme() {
  return cookie('tongke-theme') || '';
}

/** @param {string} value `light`, `dark`, or empty for the device's */
export function setTheme(value) {
  keep('tongke-theme', value, value ? KEPT_SECONDS : 0);
  if (value) {
    document.documentElement.setAttribute('data-theme', value);
  } else {
    document.documentElement.removeAttribute('data-theme');
  }
}

/** @param {string} name @param {string} value @param {number} seconds */
function keep(name, value, seconds) {
  document.cookie = name + '=' + value + '; path=/; max-age=' + seconds + '; samesite=lax' + (location.protocol === 'https:' ? '; secure' : '');
}

/**
 * A path of this origin, or null. Whatever else stands in an address is not followed.
 *
 * @param {string | null} path
 * @returns {string | null}
 */
export function ownPath(path) {
  if (!path || path.charAt(0) !== '/') {
    return null;
  }
  const address = new URL(path, location.origin);
  return address.origin === location.origin ? address.pathname + address.search + address.hash : null;
}

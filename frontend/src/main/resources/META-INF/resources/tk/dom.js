/**
 * Makes an element. Properties that begin with `on` are listeners, `true` is an empty attribute, absent values are left out; children are
 * elements or texts, never markup.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Object<string, *>} properties
 * @param {...*} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  Object.entries(properties).forEach(([name, value]) => {
    if (value === null || value === undefined || value === false) {
      return;
    }
    if (name.indexOf('on') === 0) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  });
  children.flat(3).forEach((child) => {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  });
  return element;
}

/**
 * An icon of tk/bar.css or of the page's own style sheet; it says nothing by itself.
 *
 * @param {string} name
 * @returns {HTMLElement}
 */
export function icon(name) {
  return h('span', { class: 'tk-icon', 'data-icon': name, 'aria-hidden': 'true' });
}

/**
 * An https address that may stand in a link, or null: what other systems report is not trusted to be one.
 *
 * @param {string | null} address
 * @returns {string | null}
 */
export function safeLink(address) {
  return address && /^https:\/\//i.test(address) ? address : null;
}

/**
 * The first element under another that a selector names, where the page always has one.
 *
 * @param {ParentNode} place
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function the(place, selector) {
  const found = /** @type {HTMLElement | null} */ (place.querySelector(selector));
  if (!found) {
    throw new Error('no ' + selector);
  }
  return found;
}

/** Gives the focus to an element, if there is one. @param {Element | null | undefined} element @param {FocusOptions} [options] */
export function focusOn(element, options) {
  if (element instanceof HTMLElement) {
    element.focus(options);
  }
}

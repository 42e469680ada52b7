/**
 * Makes an element. Properties that begin with `on` are listeners, `true` is an empty attribute, absent values are left out; children are
 * elements or texts, never markup.
 *
 * @param {string} tag
 * @param {Object<string, *>} [properties]
 * @param {...*} children
 * @returns {any}
 */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  Object.keys(properties || {}).forEach((name) => {
    const value = properties[name];
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

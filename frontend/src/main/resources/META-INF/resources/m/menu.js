/**
 * The small menu in the head of a page: who is signed in, language, appearance, print, sign-out.
 */

import { h, icon } from '../tk/dom.js';
import { language, setLanguage, setTheme, theme } from '../tk/page.js';
import { text } from '../tk/texts.js';
import { knownViewer } from '../tk/viewer.js';
import { printButton } from './print.js';

/** Puts the menu at the end of the page's head. */
export function showMenu() {
  const head = document.querySelector('.tk-head');
  if (!head) {
    return;
  }
  const panel = h('div', { class: 'tk-menu-panel', id: 'tk-menu', hidden: true });
  const button = h(
    'button',
    { class: 'tk-quiet tk-square', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'tk-menu', 'aria-label': text('pocket.menu') },
    icon('menu'),
  );
  const menu = h('div', { class: 'tk-menu' }, button, panel);

  /** @param {boolean} open */
  const show = (open) => {
    if (open) {
      panel.replaceChildren(...content());
    }
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  button.addEventListener('click', () => show(Boolean(panel.hidden)));
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden) {
      show(false);
      button.focus();
    }
  });
  document.addEventListener('pointerdown', (event) => {
    if (!menu.contains(/** @type {Node} */ (event.target))) {
      show(false);
    }
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !menu.contains(/** @type {Node} */ (event.relatedTarget))) {
      show(false);
    }
  });
  head.append(menu);
}

function content() {
  const viewer = knownViewer();
  return [
    viewer &&
      h(
        'div',
        { class: 'tk-menu-who' },
        h('strong', {}, viewer.name),
        viewer.roles.map((grant) => h('span', {}, grant.label)),
      ),
    choice('pocket.menu.language', language(), [['zh', '中文'], ['en', 'English']], (value) => {
      setLanguage(value);
      location.reload();
    }),
    choice(
      'pocket.menu.theme',
      theme(),
      [['', text('pocket.menu.theme.device')], ['light', text('pocket.menu.theme.light')], ['dark', text('pocket.menu.theme.dark')]],
      setTheme,
    ),
    printButton(),
    viewer && h('a', { class: 'tk-button', href: '/m/sign-out' }, text('pocket.menu.signOut')),
  ].flatMap((part) => part || []);
}

/** @param {string} label @param {string} chosen @param {string[][]} values @param {(value: any) => void} choose */
function choice(label, chosen, values, choose) {
  return h(
    'fieldset',
    { class: 'tk-choice' },
    h('legend', {}, text(label)),
    h(
      'div',
      { class: 'tk-choice-row' },
      values.map(([value, name]) =>
        h(
          'label',
          { lang: label === 'pocket.menu.language' ? (value === 'en' ? 'en' : 'zh-CN') : null },
          h('input', { type: 'radio', name: label, value, checked: value === chosen, onchange: () => choose(value) }),
          h('span', {}, name),
        ),
      ),
    ),
  );
}

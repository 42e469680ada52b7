import { h, icon } from '../tk/dom.js';

/** @typedef {Operations['DemoAccounts']['data']['demoAccounts'][number]} DemoAccount */

/**
 * A card for each account of the demo, to be put into a list.
 *
 * @param {readonly DemoAccount[]} accounts
 * @param {(account: DemoAccount) => void} signIn what a tap does
 */
export function demoCards(accounts, signIn) {
  return accounts.map((account) =>
    h(
      'li',
      {},
      h(
        'button',
        { type: 'button', class: 'tk-card tk-card-button', 'data-act': true, onclick: () => signIn(account) },
        icon('me'),
        h('span', { class: 'tk-card-text' }, h('strong', {}, account.label), h('span', { class: 'tk-soft' }, account.signInName)),
      ),
    ),
  );
}

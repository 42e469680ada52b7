/**
 * The demo's accounts on the public page, where there is a demo: one tap signs in. All words stand in the page.
 */

import { ask } from '../tk/api.js';
import { the } from '../tk/dom.js';
import { demoCards } from './demo-cards.js';

const demo = the(document, '.pb-demo');
const trouble = the(demo, '.tk-error');
let busy = false;

show();

async function show() {
  try {
    const { data } = await ask('DemoAccounts');
    if (data.demoAccounts.length) {
      the(demo, '.pb-cards').replaceChildren(...demoCards(data.demoAccounts, (account) => signIn(account.signInName, account.password)));
      [demo, the(document, '.pb-to-demo')].forEach((part) => {
        part.hidden = false;
        part.classList.remove('pb-awaited');
      });
    }
  } catch (e) {
    // The page is whole without it, and the sign-in page says what is wrong.
  }
}

/** @param {string} signInName @param {string} password */
async function signIn(signInName, password) {
  if (busy) {
    return;
  }
  busy = true;
  trouble.textContent = '';
  try {
    const { data } = await ask('SignIn', { input: { signInName, password } });
    const { account, errors } = data.signIn;
    if (account) {
      const { rememberViewer } = await import('../tk/viewer.js');
      await rememberViewer(account);
      location.assign(account.startPath);
      return;
    }
    trouble.textContent = errors.map((error) => error.message).join(' ');
  } catch (e) {
    trouble.textContent = e.message || demo.dataset.offline || '';
  }
  busy = false;
}

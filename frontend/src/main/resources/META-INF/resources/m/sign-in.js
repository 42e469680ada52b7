import { ApiError, ask } from '../tk/api.js';
import { h, the } from '../tk/dom.js';
import { ownPath } from '../tk/page.js';
import { text } from '../tk/texts.js';
import { demoCards } from './demo-cards.js';
import { knownViewer, rememberViewer } from '../tk/viewer.js';
import { startPage } from './start.js';

const form = /** @type {HTMLFormElement} */ (document.querySelector('form'));
const note = /** @type {HTMLElement} */ (document.querySelector('.tk-sign-in-note'));
const demo = /** @type {HTMLElement} */ (document.querySelector('.tk-sign-in-demo'));
let busy = false;

start();

async function start() {
  await startPage('pocket.signIn.title', true);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  the(form, '.tk-peek').addEventListener('click', peek);
  form.querySelectorAll('input').forEach((input) => input.addEventListener('input', () => complain(input, '')));
  if (knownViewer() && wanted()) {
    // Whoever signs out is forgotten: this one was led here by a page that could not go on.
    say(text('pocket.signIn.over'));
  }
  try {
    const { data } = await ask('DemoAccounts');
    if (data.viewer) {
      showSignedIn(data.viewer);
    }
    showDemo(data.demoAccounts);
  } catch (e) {
    if (e.code === 'OFFLINE') {
      say(text('pocket.signIn.offline'));
    }
  }
}

/** The page to come back to, if there is one. */
function wanted() {
  return ownPath(new URLSearchParams(location.search).get('to'));
}

async function submit() {
  const name = input('signInName');
  const password = input('password');
  complain(name, name.value.trim() ? '' : text('pocket.signIn.name.missing'));
  complain(password, password.value ? '' : text('pocket.signIn.password.missing'));
  const own = input('newPassword');
  complain(own, own.value || !asksForOwn() ? '' : text('pocket.signIn.newPassword.missing'));
  const wrong = /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid="true"]'));
  if (wrong) {
    wrong.focus();
    return;
  }
  await signIn(name.value, password.value, asksForOwn() ? own.value : undefined);
}

/** Whether a start code was typed, which asks for a password of one's own. */
function asksForOwn() {
  return !the(form, '#newPassword-field').hidden;
}

/** @param {string} signInName @param {string} password @param {string} [newPassword] */
async function signIn(signInName, password, newPassword) {
  if (busy) {
    return;
  }
  setBusy(true);
  say('');
  try {
    const { data } = await ask('SignIn', { input: { signInName: signInName.trim(), password, newPassword } });
    const { account, errors } = data.signIn;
    if (account) {
      await rememberViewer(account);
      location.replace(wanted() || account.startPath);
      return;
    }
    showErrors(errors);
  } catch (e) {
    say(e instanceof ApiError && e.message ? e.message : text('pocket.signIn.offline'));
  }
  setBusy(false);
}

/** @param {{code: string, path: string[], message: string}[]} errors */
function showErrors(errors) {
  errors.forEach((error) => {
    const field = error.path.find((name) => ['signInName', 'password', 'newPassword'].includes(name)) || 'password';
    if (field === 'newPassword') {
      the(form, '#newPassword-field').hidden = false;
    }
    // that a password is needed is said above its field, and no mistake
    complain(input(field), error.code === 'PASSWORD_NEEDED' ? '' : error.message);
  });
  const wrong = /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid="true"]'));
  (wrong || input('newPassword')).focus();
}

/** @param {HTMLInputElement} field @param {string} message */
function complain(field, message) {
  const place = /** @type {HTMLElement} */ (document.getElementById(field.name + '-error'));
  place.textContent = message;
  if (message) {
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', place.id);
  } else {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
}

function peek() {
  const shown = input('password').type === 'text';
  ['password', 'newPassword'].forEach((name) => {
    input(name).type = shown ? 'password' : 'text';
  });
  the(form, '.tk-peek').setAttribute('aria-pressed', String(!shown));
}

/** @param {boolean} now */
function setBusy(now) {
  busy = now;
  document.querySelectorAll('button[data-act]').forEach((button) => button.setAttribute('aria-disabled', String(now)));
  the(form, '.tk-main-action').textContent = text(now ? 'pocket.signIn.busy' : 'pocket.signIn.submit');
}

/** @param {{name: string, startPath: string}} viewer */
function showSignedIn(viewer) {
  const to = wanted() || viewer.startPath;
  note.replaceChildren(
    h('p', {}, text('pocket.signIn.already', viewer.name)),
    h('a', { class: 'tk-button', href: to }, text('pocket.signIn.goOn')),
  );
  note.hidden = false;
}

/** @param {{signInName: string, password: string, label: string}[]} accounts */
function showDemo(accounts) {
  if (!accounts.length) {
    return;
  }
  demo.append(
    h('h2', {}, text('pocket.signIn.demo')),
    h('p', { class: 'tk-soft' }, text('pocket.signIn.demo.why')),
    h('ul', { class: 'tk-cards' }, demoCards(accounts, (account) => signIn(account.signInName, account.password))),
  );
  demo.hidden = false;
}

/** @param {string} message */
function say(message) {
  note.replaceChildren(...(message ? [h('p', { role: 'alert' }, message)] : []));
  note.hidden = !message;
}

/** @param {string} name @returns {HTMLInputElement} */
function input(name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

import '../tk/week.js';
import { goToSignIn, startPage } from './start.js';

const week = /** @type {HTMLElement} */ (document.querySelector('tk-week'));

const follow = () => {
  const day = new URLSearchParams(location.search).get('day');
  if (day !== week.getAttribute('day')) {
    if (day) {
      week.setAttribute('day', day);
    } else {
      week.removeAttribute('day');
    }
  }
};

// The address carries the week, so that the way back leads through the weeks that were seen.
week.addEventListener('week', (event) => {
  const { day } = /** @type {CustomEvent} */ (event).detail;
  history.pushState({}, '', day ? '/m/week?day=' + day : '/m/week');
});
week.addEventListener('signed-out', goToSignIn);
window.addEventListener('popstate', follow);

follow();
startPage('pocket.week.title');
import('./print.js').then(({ readyForPaper }) => readyForPaper(), () => {
  // Without a line it prints as it looks.
});

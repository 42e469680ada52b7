/**
 * Asks the browser not to clear what waits on this phone when it runs out of space. Some browsers ask the person, so it is asked once.
 */

const ASKED = 'tongke-keep-asked';

export function askToKeep() {
  try {
    if (navigator.storage && navigator.storage.persist && !localStorage.getItem(ASKED)) {
      localStorage.setItem(ASKED, 'yes');
      navigator.storage.persist().catch(() => {});
    }
  } catch (e) {
    // Where nothing can be noted nothing is kept, either.
  }
}

/**
 * Asks one question at a time.
 */

/**
 * Something to do again whenever something may have changed: at most one runs, and one more follows if it was wanted meanwhile, since what
 * changed while an answer was on its way may not be in it.
 *
 * @param {() => Promise<boolean | void>} act does it; false if it must never be done again, as when the page is left
 * @returns {() => Promise<void>}
 */
export function oneAtATime(act) {
  let busy = false;
  let again = false;
  const run = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    let ended = false;
    try {
      ended = (await act()) === false;
    } finally {
      // also after a failure that nobody expected: the next time may do
      busy = ended;
    }
    if (ended) {
      return;
    }
    if (again) {
      again = false;
      await run();
    }
  };
  return run;
}

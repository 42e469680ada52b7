/*
 * Going back leads to where one was on the page: the place is noted, by address, when a link is followed or the page is left, and taken up
 * again when the page that one goes back to has been drawn. (Not on scrolling: a page that is being exchanged scrolls, too.)
 */
(function () {
  'use strict';

  var KEPT = 'tongke-place ';
  var entry = /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType('navigation')[0]);
  var goesBack = entry !== undefined && entry.type === 'back_forward';

  /** @param {string} address path and query; server and browser may write it with different escapes */
  function key(address) {
    try {
      return KEPT + decodeURIComponent(address);
    } catch (e) {
      return KEPT + address;
    }
  }

  function note() {
    sessionStorage.setItem(key(location.pathname + location.search), String(Math.round(scrollY)));
  }

  history.scrollRestoration = 'manual';
  window.addEventListener('pagehide', note);
  document.addEventListener(
    'click',
    function (event) {
      if (event.target instanceof Element && event.target.closest('a[href]')) {
        note();
        goesBack = false;
      }
    },
    true
  );
  window.addEventListener('popstate', function () {
    goesBack = true;
  });

  /** Called before the address changes by other means than a link. */
  window.tongkeNotePlace = note;

  /**
   * Called when a page has been drawn, which may be before its address stands in the browser.
   *
   * @param {string} address path and query of the page
   */
  window.tongkePageDrawn = function (address) {
    var place = goesBack ? Number(sessionStorage.getItem(key(address))) : 0;
    goesBack = false;
    requestAnimationFrame(function () {
      scrollTo(0, place);
    });
  };
})();

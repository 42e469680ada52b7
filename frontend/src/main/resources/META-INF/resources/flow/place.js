/*
 * Going back leads to where one was on the page: the place is noted while reading, by address, and taken up again when the page that one
 * goes back to has been drawn.
 */
(function () {
  'use strict';

  var KEPT = 'tongke-place ';
  var entry = performance.getEntriesByType('navigation')[0];
  var goesBack = Boolean(entry) && entry.type === 'back_forward';
  var waits = true;

  function key() {
    return KEPT + location.pathname + location.search;
  }

  history.scrollRestoration = 'manual';
  window.addEventListener('popstate', function () {
    goesBack = true;
    waits = true;
  });
  window.addEventListener(
    'scroll',
    function () {
      if (!waits) {
        sessionStorage.setItem(key(), String(Math.round(scrollY)));
      }
    },
    { passive: true }
  );

  /** Called when a page has been drawn. */
  window.tongkePageDrawn = function () {
    var place = goesBack ? Number(sessionStorage.getItem(key())) : 0;
    requestAnimationFrame(function () {
      scrollTo(0, place);
      goesBack = false;
      waits = false;
    });
  };
})();

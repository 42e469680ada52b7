// Runs before the first paint: a page that comes out of the worker's cache may have been rendered before the person chose an appearance.
(function () {
  var chosen = /(?:^|; )tongke-theme=(light|dark)/.exec(document.cookie);
  if (chosen) {
    document.documentElement.setAttribute('data-theme', chosen[1]);
  } else {
    document.documentElement.removeAttribute('data-theme');
  }
})();

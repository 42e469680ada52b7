// Runs before the first paint: a page that comes out of the worker's cache may have been rendered before the person chose an appearance.
(function () {
  var chosen = /(?:^|; )tongke-theme=(light|dark)/.exec(document.cookie);
  if (chosen) {
    document.documentElement.setAttribute('data-theme', chosen[1]);
  } else {
    document.documentElement.removeAttribute('data-theme');
  }
})();

// A page that leads on at once, as sign-out does, breaks off its transition; the browser would report that as an error of ours.
['pageswap', 'pagereveal'].forEach(function (name) {
  window.addEventListener(name, function (event) {
    var transition = /** @type {any} */ (event).viewTransition;
    if (transition) {
      ['updateCallbackDone', 'ready', 'finished'].forEach(function (moment) {
        transition[moment].catch(function () {});
      });
    }
  });
});

// Where a line breaks off while the page's modules come, nothing of ours runs that could say so: the shell has the words. What is only asked ahead
// may be missing.
(function () {
  function say() {
    var words = document.getElementById('tk-broken');
    if (words instanceof HTMLTemplateElement) {
      // once said they are taken, so that two missing modules say it once
      document.body.append(words.content);
    }
  }
  window.addEventListener(
    'error',
    function (event) {
      if (event.target instanceof HTMLScriptElement && !event.target.async) {
        if (document.readyState === 'loading') {
          document.addEventListener('DOMContentLoaded', say);
        } else {
          say();
        }
      }
    },
    true,
  );
})();

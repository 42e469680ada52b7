/*
 * The worker of the pocket pages, scope /m/. It keeps the pages' shells, modules, styles and texts, which are the same for everybody, and never
 * an answer of the API. The server puts `self.POCKET` before this text: version and addresses of all files; a new version is a new worker with a
 * cache of its own, so that modules of two versions never meet.
 */
const worker = /** @type {ServiceWorkerGlobalScope & {POCKET: {version: string, files: string[], pages: string[]}}} */ (/** @type {unknown} */ (self));
const { version, files, pages } = worker.POCKET;
const CACHE = 'tongke-pocket-' + version;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(files.concat(pages).map((address) => new Request(address, { cache: 'no-cache', credentials: 'same-origin' }))))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.indexOf('tongke-pocket-') === 0 && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== worker.location.origin) {
    return;
  }
  if (request.mode === 'navigate' && pages.indexOf(address.pathname) >= 0) {
    event.respondWith(shell(event, address.pathname));
  } else if (files.indexOf(address.pathname) >= 0) {
    event.respondWith(file(address.pathname));
  }
});

/**
 * A page's shell: at once from the cache, and renewed behind it; the address's question is for the page alone.
 *
 * @param {FetchEvent} event
 * @param {string} path
 * @returns {Promise<Response>}
 */
async function shell(event, path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(path);
  const fresh = fetch(path, { credentials: 'same-origin' }).then((answer) => {
    if (answer.ok && !answer.redirected) {
      return cache.put(path, answer.clone()).then(() => answer);
    }
    return answer;
  });
  if (!kept) {
    return fresh;
  }
  event.waitUntil(fresh.catch(() => undefined));
  return kept;
}

/** @param {string} path @returns {Promise<Response>} */
async function file(path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(path);
  if (kept) {
    return kept;
  }
  const answer = await fetch(path);
  if (answer.ok) {
    await cache.put(path, answer.clone());
  }
  return answer;
}

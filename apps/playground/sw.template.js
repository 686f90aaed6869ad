// Keeps the files of this version of the page, so that it works without a network.
//
// Names below `assets/` hold a hash of their content: what is kept under such a name is never stale. Everything
// else is asked of the network first, and what is kept is used only where the network does not answer. A new
// version waits until no page of the old one is open, and then removes what the old one kept.
const FILES = __FILES__;
const SCOPE = self.registration.scope;
// With the scope, since other folders of the host may hold other playgrounds.
const FAMILY = `playground ${SCOPE} `;
const CACHE = `${FAMILY}__VERSION__`;

self.addEventListener('install', (event) => {
  const requests = FILES.map((file) => new Request(new URL(file, SCOPE), { cache: 'no-cache' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith(FAMILY) && name !== CACHE)
            .map((name) => caches.delete(name)),
        ),
      ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(SCOPE)) return;
  event.respondWith(request.url.startsWith(`${SCOPE}assets/`) ? keptFirst(request) : networkFirst(request));
});

async function keptFirst(request) {
  return (await kept(request)) ?? (await fetch(request));
}

async function networkFirst(request) {
  try {
    return await fetch(request, { cache: 'no-cache' });
  } catch (error) {
    const found = await kept(request);
    if (found === undefined) throw error;
    return found;
  }
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  // Hosts vary answers by origin or encoding; the content is the same.
  return await cache.match(request, { ignoreSearch: true, ignoreVary: true });
}

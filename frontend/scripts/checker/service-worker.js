// Keeps the checker at hand without a connection, and takes what a phone shares with it. It answers for the
// checker's own pages only; everything else goes its usual way. Nothing of a draft is ever asked or sent.
import { keepShared } from '%LATER%'

const EDITION = 'staffroom-checker-%EDITION%'
const KEPT = `%KEPT%`.split('\n')
const GROUND = 'ground.json'

// The school's words are for people who have signed in; for anybody else the answer leads elsewhere.
async function keepGround (kept) {
  const address = new URL(GROUND, self.registration.scope).href
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (answer.ok && !answer.redirected) await kept.put(address, answer)
}

self.addEventListener('install', event => {
  event.waitUntil(caches.open(EDITION).then(async kept => {
    await kept.addAll(KEPT)
    await keepGround(kept).catch(() => {})
    await self.skipWaiting()
  }))
})

self.addEventListener('activate', event => {
  event.waitUntil(caches.keys().then(async names => {
    const old = names.filter(name => name.startsWith('staffroom-checker-') && name !== EDITION)
    await Promise.all(old.map(name => caches.delete(name)))
    await self.clients.claim()
  }))
})

async function takeShare (request) {
  const form = await request.formData()
  const parts = ['title', 'text', 'url'].map(name => form.get(name)).filter(part => typeof part === 'string' && part)
  if (parts.length) await keepShared(parts.join('\n'))
  return Response.redirect(self.registration.scope, 303)
}

// What this server answers now, and what was kept where there is no connection.
async function freshOrKept (request) {
  const kept = await caches.open(EDITION)
  try {
    const answer = await fetch(request)
    if (answer.ok && !answer.redirected) await kept.put(request.url, answer.clone())
    return answer
  } catch (error) {
    const found = await kept.match(request.url, { ignoreVary: true })
    if (found) return found
    throw error
  }
}

async function keptOrFresh (request) {
  const found = await (await caches.open(EDITION)).match(request.url, { ignoreVary: true })
  return found || fetch(request)
}

self.addEventListener('fetch', event => {
  const address = new URL(event.request.url)
  const scope = new URL(self.registration.scope).pathname
  if (address.origin !== self.location.origin) return
  if (event.request.method === 'POST' && address.pathname === `${scope}share/`) {
    event.respondWith(takeShare(event.request))
  } else if (event.request.method !== 'GET') {
    return
  } else if (address.pathname === scope || address.pathname === `${scope}${GROUND}`) {
    event.respondWith(freshOrKept(event.request))
  } else if (KEPT.includes(address.pathname)) {
    event.respondWith(keptOrFresh(event.request))
  }
})

// Keeps drafts that wait until tomorrow, on this device alone: sealed with a key that no script can read out.

const NAME = 'staffroom-later'

function promised (request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function open () {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('keys')
    request.result.createObjectStore('drafts', { keyPath: 'id', autoIncrement: true })
    request.result.createObjectStore('shared', { keyPath: 'id', autoIncrement: true })
  }
  return promised(request)
}

async function use (store, mode, ask) {
  const base = await open()
  try {
    return await promised(ask(base.transaction(store, mode).objectStore(store)))
  } finally {
    base.close()
  }
}

async function keyOf () {
  const kept = await use('keys', 'readonly', store => store.get('key'))
  if (kept) return kept
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await use('keys', 'readwrite', store => store.put(key, 'key'))
  return key
}

async function seal (text) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(), new TextEncoder().encode(text))
  return { iv, sealed }
}

async function unseal ({ iv, sealed }) {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyOf(), sealed)
  return new TextDecoder().decode(plain)
}

// Tomorrow is the next day at seven in the morning, by this device's clock.
export function tomorrow (now) {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 7)
}

export async function keepUntilTomorrow (text, now) {
  const draft = { ...await seal(text), due: tomorrow(now).getTime() }
  await use('drafts', 'readwrite', store => store.add(draft))
}

export async function dueDrafts (now) {
  const kept = await use('drafts', 'readonly', store => store.getAll())
  const due = kept.filter(one => one.due <= now.getTime())
  return Promise.all(due.map(async one => ({ id: one.id, text: await unseal(one) })))
}

export async function drop (id) {
  await use('drafts', 'readwrite', store => store.delete(id))
}

// What the phone shared, sealed by the service worker; taken once.
export async function keepShared (text) {
  const shared = await seal(text)
  await use('shared', 'readwrite', store => store.add(shared))
}

export async function takeShared () {
  const kept = await use('shared', 'readonly', store => store.getAll())
  await use('shared', 'readwrite', store => store.clear())
  const texts = await Promise.all(kept.map(unseal))
  return texts.join('\n')
}

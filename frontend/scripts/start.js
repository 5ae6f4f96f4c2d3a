// Wakes the components of a page. Every page works without it.
import { initAll } from './govuk.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
initAll()

// A part of a page that says how far some work is: fetched again every few seconds until it is done.
async function refresh (part) {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
  if (!answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id)
  if (!fresh) return
  if (fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.childNodes)
  if (fresh.hasAttribute('data-refresh')) wait(part)
}

function wait (part) {
  setTimeout(() => refresh(part).catch(() => wait(part)), 2000)
}

document.querySelectorAll('[data-refresh]').forEach(wait)

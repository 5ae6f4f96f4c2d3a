// The checker's page: the draft is checked on this device, a moment after the last key.
import { dueDrafts, drop, keepUntilTomorrow, takeShared } from './later.js'
import { sayState, showChecked } from './showing.js'

const PAUSE = 400 // milliseconds after the last key
const form = document.getElementById('draft')
const text = document.getElementById('text')
const forSchool = document.getElementById('for-school')
const [check, wait, share, clear] = ['check', 'wait', 'share', 'clear'].map(id => document.getElementById(id))
const worker = new Worker(form.dataset.worker, { type: 'module' })

let clauses = {}
let isReady = false
let isFailed = false
let number = 0
let timer
let lastChecked // when another draft was checked, in this visit
let asked = ''

function localTime (now) {
  const shifted = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 19)
}

function ask () {
  if (!isReady) return
  asked = text.value
  for (const button of [wait, clear]) button.hidden = !asked.trim()
  share.hidden = !asked.trim() || !navigator.share
  if (!asked.trim()) {
    showChecked({ findings: [], problems: [] }, '', clauses)
    sayState('')
    return
  }
  sayState('checking')
  const now = new Date()
  const since = lastChecked === undefined ? null : (now.getTime() - lastChecked) / 1000
  const draft = { text: asked, at: localTime(now), since_last: since, for_school: forSchool.checked }
  worker.postMessage({ number: ++number, draft })
}

function show (checked) {
  showChecked(checked, asked, clauses)
  const found = checked.findings.length
  sayState(found === 0 ? 'clean' : found === 1 ? 'one' : 'many', found)
}

function fail () {
  isFailed = true
  isReady = false
  form.dataset.state = 'failed'
  sayState('failed')
}

worker.addEventListener('message', ({ data }) => {
  if (data.failed) return fail()
  if (data.ready) {
    clauses = data.clauses
    isReady = true
    form.dataset.state = 'ready'
    sayState('')
    return ask()
  }
  if (data.number === number) show(JSON.parse(data.checked))
})
worker.addEventListener('error', fail)

// Where the check cannot run here, the form goes to the server as it does without scripts, and that was said.
form.addEventListener('submit', event => {
  if (isFailed) return
  event.preventDefault()
  ask()
})
text.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(ask, PAUSE)
})
forSchool.addEventListener('change', ask)

function empty () {
  if (text.value.trim()) lastChecked = Date.now()
  text.value = ''
  ask()
}
clear.addEventListener('click', () => {
  empty()
  text.focus()
})
wait.addEventListener('click', async () => {
  await keepUntilTomorrow(text.value, new Date())
  empty()
  sayState('kept')
})
share.addEventListener('click', () => navigator.share({ text: text.value }).catch(() => {}))

function button (words, act) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'govuk-button govuk-button--secondary'
  made.textContent = words
  made.addEventListener('click', act)
  return made
}

async function showDue () {
  const shown = document.getElementById('later')
  const words = document.getElementById('words').dataset
  const due = await dueDrafts(new Date())
  const cards = due.map(one => {
    const card = document.createElement('div')
    card.className = 'govuk-inset-text'
    const title = document.createElement('h2')
    title.className = 'govuk-heading-s'
    title.textContent = words.waiting
    const take = async (isKept) => {
      await drop(one.id)
      card.remove()
      if (!isKept) return
      text.value = one.text
      ask()
    }
    card.append(title, button(words.look, () => take(true)), ' ', button(words.drop, () => take(false)))
    return card
  })
  shown.replaceChildren(...cards)
  shown.hidden = !cards.length
}

async function begin () {
  sayState('loading')
  const hint = document.getElementById('text-hint')
  hint.textContent = `${hint.dataset.private} ${hint.textContent}`
  worker.postMessage({ prepare: { ground: form.dataset.ground, pureHalf: form.dataset.pureHalf } })
  document.getElementById('findings').replaceChildren()
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.register(form.dataset.serviceWorker, { type: 'module', scope: form.dataset.scope }).catch(() => {})
  }
  const shared = await takeShared().catch(() => '')
  if (shared) {
    text.value = shared
    ask()
  }
  await showDue().catch(() => {})
}

begin()

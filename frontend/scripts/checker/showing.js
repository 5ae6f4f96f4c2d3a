// Shows what was noticed, with the words that caused it marked in their sentence. Everything is set as text.

const AROUND = 60 // characters of the draft shown before and after the marked words

function part (card, name) {
  return card.querySelector(`[data-part="${name}"]`)
}

function wordOf (kind, name) {
  return document.querySelector(`[data-${kind}="${name}"]`).textContent
}

// Python counts characters, this language counts halves of some of them.
function placesOf (text) {
  const places = []
  let place = 0
  for (const character of text) {
    places.push(place)
    place += character.length
  }
  places.push(place)
  return places
}

// A sentence is not shown from the middle of a word on.
function wordStart (text, place, end) {
  if (place === 0 || /\s/.test(text[place - 1])) return place
  const space = text.slice(place, end).search(/\s/)
  return space < 0 ? place : place + space + 1
}

function markWords (shown, text, places, spans) {
  let reached = 0
  const sorted = [...spans].sort((one, other) => one.start - other.start)
  for (const { start, end } of sorted) {
    const [from, to] = [places[start], places[end]]
    const before = wordStart(text, Math.max(reached, from - AROUND), from)
    if (before > reached) shown.append('… ')
    shown.append(text.slice(before, from))
    const mark = document.createElement('mark')
    mark.textContent = text.slice(from, to)
    shown.append(mark)
    reached = Math.max(reached, to)
  }
  const after = text.slice(reached, reached + AROUND)
  const isCut = reached + AROUND < text.length
  shown.append(isCut ? after.replace(/\S*$/, '…') : after)
}

function drawFinding (finding, text, places, clauses) {
  const card = document.getElementById('finding').content.cloneNode(true)
  const words = document.getElementById('words').dataset
  card.querySelector('.govuk-summary-card__title').textContent = finding.title
  const tag = card.querySelector('.govuk-tag')
  const strength = finding.is_protected ? 'protected' : finding.strength
  tag.textContent = wordOf('strength', strength)
  tag.classList.add(`staffroom-strength-${strength}`)
  markWords(card.querySelector('.staffroom-marked'), text, places, finding.places)
  part(card, 'why').textContent = finding.why
  part(card, 'way-out').textContent = finding.way_out
  const readers = finding.matters_to.map(name => wordOf('audience', name)).join(', ')
  part(card, 'readers').textContent = readers ? words.readers.replace('%s', readers) : ''
  card.querySelector('.govuk-details__summary-text').textContent = words.clause.replace('%s', finding.clause)
  card.querySelector('.govuk-details__text').textContent = clauses[finding.clause] || ''
  return card
}

function drawViews (views) {
  if (!views.length) return []
  const title = document.createElement('h2')
  title.className = 'govuk-heading-m'
  title.textContent = document.getElementById('words').dataset.views
  const list = document.createElement('ul')
  list.className = 'govuk-list govuk-list--bullet'
  list.append(...views.map(said => {
    const item = document.createElement('li')
    item.textContent = said
    return item
  }))
  return [title, list]
}

export function showChecked (checked, text, clauses) {
  const findings = document.getElementById('findings')
  const places = placesOf(text)
  const problems = checked.problems.map(said => {
    const line = document.createElement('p')
    line.className = 'govuk-body'
    line.textContent = said
    return line
  })
  const cards = checked.findings.map(one => drawFinding(one, text, places, clauses))
  findings.replaceChildren(...problems, ...cards, ...drawViews(checked.views))
}

export function sayState (name, number) {
  const state = document.getElementById('state')
  state.textContent = name ? state.dataset[name].replace('%d', number) : ''
}

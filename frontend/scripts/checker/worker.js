// Runs the checker's Python in this browser. It asks this server for the programs and for the school's words
// once, and sends nothing: the draft comes in by a message, and the answer goes back by one.
import { loadPyodide } from '%PYODIDE%pyodide.mjs'

let ready

async function fetchOf (address) {
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (!answer.ok || answer.redirected) throw new Error('not available')
  return answer
}

async function prepare ({ ground, pureHalf }) {
  const [python, packed, words] = await Promise.all([
    loadPyodide({ indexURL: '%PYODIDE%' }),
    fetchOf(pureHalf).then(answer => answer.arrayBuffer()),
    fetchOf(ground).then(answer => answer.text())
  ])
  python.unpackArchive(packed, 'zip', { extractDir: '/pure' })
  python.globals.set('words', words)
  python.runPython(`
import json, sys
sys.path.insert(0, "/pure")
from staffroom.detectors.exchange import check_document, read_ground
ground = read_ground(json.loads(words))
check_document('{"text": ""}', ground)
`)
  const check = python.globals.get('check_document')
  const opened = python.globals.get('ground')
  return { clauses: JSON.parse(words).clauses, check: draft => check(draft, opened) }
}

self.addEventListener('message', async ({ data }) => {
  try {
    if (data.prepare) {
      ready = prepare(data.prepare)
      const { clauses } = await ready
      self.postMessage({ ready: true, clauses })
    } else {
      const { check } = await ready
      self.postMessage({ number: data.number, checked: check(JSON.stringify(data.draft)) })
    }
  } catch (error) {
    self.postMessage({ failed: true, number: data.number })
  }
})

// What the pages need from npm, without the branding that only services on GOV.UK may use:
// no crown, crest, Transport typeface or favicon of the government.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const packages = join(here, 'node_modules')
const built = join(here, '..', 'src', 'staffroom', 'web', 'static', 'built')
const TYPEFACE = 'atkinson-hyperlegible-next'
const FACES = ['latin-400-normal', 'latin-700-normal', 'latin-ext-400-normal', 'latin-ext-700-normal']
const FAMILY = '"Atkinson Hyperlegible Next",arial,sans-serif'

function withoutBranding (css) {
  const plain = css
    .replace(/@font-face\{[^}]*GDS Transport[^}]*\}/g, '')
    .replace(/font-family:(?:"?GDS Transport"?)(?:,[^;}]*)?/g, `font-family:${FAMILY}`)
    .replace(/[^{}]*govuk-footer__(?:copyright-logo|crown)[^{}]*\{[^{}]*\}/g, '')
    .replace(/[^{}]*\{[^{}]*govuk-crest[^{}]*\}/g, '')
    .replace(/@media[^{}]*\{\s*\}/g, '')
    .replace(/\/\*# sourceMappingURL[^*]*\*\//g, '')
  const left = plain.match(/GDS Transport|crest|crown|\/assets\//g)
  if (left) throw new Error(`Branding is left in the style sheet: ${[...new Set(left)].join(', ')}`)
  return plain
}

async function buildStyles () {
  const css = await readFile(join(packages, 'govuk-frontend/dist/govuk/govuk-frontend.min.css'), 'utf8')
  await writeFile(join(built, 'govuk.css'), withoutBranding(css))
}

async function buildFaces () {
  const ranges = { latin: 'U+0000-00FF,U+2000-206F,U+20AC,U+2122,U+2212', 'latin-ext': 'U+0100-02BA,U+1E00-1EFF' }
  const rules = []
  for (const face of FACES) {
    const file = `${TYPEFACE}-${face}.woff2`
    await copyFile(join(packages, '@fontsource', TYPEFACE, 'files', file), join(built, file))
    const [, subset, weight] = face.match(/^(.*)-(\d+)-normal$/)
    rules.push(`@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:${weight};font-display:swap;` +
      `src:url(${file}) format("woff2");unicode-range:${ranges[subset]}}`)
  }
  await writeFile(join(built, 'faces.css'), rules.join('\n') + '\n')
}

async function buildScripts () {
  const bundle = await readFile(join(packages, 'govuk-frontend/dist/govuk/govuk-frontend.min.js'), 'utf8')
  await writeFile(join(built, 'govuk.js'), bundle.replace(/^\/\/# sourceMappingURL.*$/m, ''))
  await copyFile(join(here, 'scripts', 'start.js'), join(built, 'start.js'))
}

// The checker's Python runs in the browser, from this server and from nowhere else.
async function buildChecker () {
  const python = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'pyodide-lock.json', 'python_stdlib.zip']
  const scripts = ['page.js', 'later.js', 'showing.js', 'worker.js', 'service-worker.js']
  await Promise.all([mkdir(join(built, 'pyodide')), mkdir(join(built, 'checker'))])
  await Promise.all([
    ...python.map(file => copyFile(join(packages, 'pyodide', file), join(built, 'pyodide', file))),
    ...scripts.map(file => copyFile(join(here, 'scripts', 'checker', file), join(built, 'checker', file)))
  ])
}

async function copyLicences () {
  const typeface = join(packages, '@fontsource', TYPEFACE, 'LICENSE')
  await copyFile(typeface, join(built, 'LICENCE-typeface.txt'))
}

await rm(built, { recursive: true, force: true })
await mkdir(built, { recursive: true })
await Promise.all([buildStyles(), buildFaces(), buildScripts(), buildChecker(), copyLicences()])
console.log('The front end is built.')

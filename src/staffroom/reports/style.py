"""How does the printed week look, on a screen of any width and on two sheets of A4?"""

STYLE = """
:root { --ink: #17202a; --soft: #505a66; --line: #c3cad2; --pale: #f3f6f9; --deep: #12466b; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); overflow-wrap: break-word;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; border-top: .5rem solid var(--deep); }
h1 { font-size: 1.75rem; line-height: 1.2; margin: .1rem 0 .3rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.2rem 0 .2rem; }
p, ul { margin: .4rem 0; max-width: 44rem; }
ul { padding-left: 1.2rem; }
.over { color: var(--soft); }
.lead { font-size: 1.25rem; line-height: 1.45; margin: 1rem 0; }
.notice { border-left: .35rem solid #8a5a00; background: #fff8e6; padding: .4rem .8rem; max-width: none; }
.small { color: var(--soft); font-size: .9rem; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem;
  margin: 1rem 0;
  padding: 0; }
.numbers div { border: 1px solid var(--line); border-top: .25rem solid var(--deep); padding: .6rem .75rem;
  }
.numbers dt { font-size: .9rem; line-height: 1.3; min-height: 2.6em; }
.numbers dd { margin: 0; }
.numbers .figure { font-size: 1.7rem; line-height: 1.2; font-weight: 600;
  font-variant-numeric: tabular-nums;
  margin-top: .35rem; }
.numbers .range { font-size: 1.25rem; }
.numbers .meaning { color: var(--soft); font-size: .85rem; line-height: 1.3; }
.scroll { overflow-x: auto; margin: .6rem 0; }
.scroll:focus-visible, summary:focus-visible { outline: 3px solid #b35c00; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; line-height: 1.3; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; text-align: right;
  font-variant-numeric: tabular-nums; }
td { white-space: nowrap; }
th { font-weight: 600; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); font-size: .85rem;
  min-width: 4.2rem; }
th:first-child { text-align: left; padding-left: 0; }
tbody th, thead th:first-child { position: sticky; left: 0; background: #fff;
  background-clip: padding-box; }
tbody th { font-weight: 400; min-width: 6rem; max-width: 16rem; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
.words td, .words thead th { text-align: left; white-space: normal; overflow-wrap: anywhere; }
.names tbody th { white-space: nowrap; min-width: 0; }
.hours { font-size: .8rem; }
.hours th, .hours td { padding: .15rem .2rem; min-width: 0; }
.quiet { color: var(--soft); font-style: italic; }
details { margin: .5rem 0; }
summary { cursor: pointer; padding: .4rem 0; color: var(--deep); text-decoration: underline; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
  gap: 0 2.5rem; }
.chart { display: block; width: 100%; max-width: 27rem; height: auto; margin: .5rem 0;
  font: 11px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
.axis { font-size: 10.5px; fill: #303943; }
.row-name { font-size: 12px; font-weight: 600; fill: var(--ink); }
.number { font-size: 11.5px; }
.middle { text-anchor: middle; }
.end { text-anchor: end; } .start { text-anchor: start; }
.square { stroke: #d6dce2; stroke-width: 1; }
.shade-0 { fill: #fff; }
.shade-1 { fill: #e3eef6; } .shade-2 { fill: #bcd7ea; } .shade-3 { fill: #8fbbdb; }
.shade-4 { fill: #2f74a8; } .shade-5 { fill: #12466b; }
.shade-1-ink, .shade-2-ink, .shade-3-ink { fill: #10202e; }
.shade-4-ink, .shade-5-ink { fill: #fff; }
.hidden-square { fill: url(#heat-hatch); }
.hidden-bar { fill: url(#trend-hatch); stroke: #6b7682; }
.hatch-ground { fill: #fff; }
.hatch-line { stroke: #6b7682; stroke-width: 1.4; }
.bar { fill: #2f74a8; }
.ground { fill: #505a66; }
footer { margin: 2.5rem auto 0; padding-top: .8rem; padding-bottom: 2rem;
  border-top: 1px solid var(--line); }
@media (min-width: 52rem) {
  h1 { font-size: 2.1rem; } .lead { font-size: 1.4rem; }
  .flow { columns: 2; column-gap: 2.5rem; } .flow > * { break-inside: avoid; }
}
@page { size: A4; margin: 10mm 13mm; }
@media print {
  body { font-size: 8.2pt; line-height: 1.3; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main, header, footer { max-width: none; padding: 0; }
  header { padding-top: 2mm; border-top-width: 1.5mm; }
  h1 { font-size: 15pt; margin: 0; }
  h2 { font-size: 10.5pt; margin: 2.6mm 0 .6mm; break-after: avoid; }
  p, ul { margin: .6mm 0; max-width: none; }
  .lead { font-size: 10.5pt; line-height: 1.3; margin: 1.6mm 0; }
  .notice { padding: .8mm 2mm; }
  .numbers { grid-template-columns: repeat(4, 1fr); gap: 3mm; margin: 1.6mm 0; }
  .numbers div { padding: 1mm 2mm; }
  .numbers dt, .numbers .meaning, .small { font-size: 7.4pt; }
  .numbers .figure { font-size: 13pt; margin-top: .3mm; }
  .numbers .range { font-size: 10pt; line-height: 1.3; }
  .scroll { overflow: visible; margin: .6mm 0; }
  caption { padding: .3mm 0; }
  table { font-size: 7.6pt; line-height: 1.15; }
  thead th { font-size: 7pt; }
  th, td { padding: .3mm 1.2mm; }
  tr { break-inside: avoid; }
  tbody th, thead th:first-child { position: static; background: none; }
  .words { font-size: 7pt; }
  .hours { font-size: 6.8pt; }
  .hours thead th { font-size: 6.4pt; }
  .hours th, .hours td { padding: .22mm .6mm; }
  .hours caption { font-size: 7.4pt; }
  details { margin: 0; }
  summary { display: none; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .sheet { break-before: page; }
  .sheet:empty { display: none; }
  .chart { max-width: none; }
  .pair, .picture { display: block; }
  .picture { display: grid; grid-template-columns: 70mm 1fr; gap: 6mm; align-items: start; }
  .picture .chart { margin: 0; }
  .flow { columns: 2; column-gap: 7mm; }
  .flow > * { break-inside: avoid; }
  footer { margin-top: 2mm; padding: 1mm 0 0; font-size: 7.4pt; }
}
"""

/** The page at `/`: a reference of the contract, with forms that call this mock, and what the mock is asked while it runs. */
import { createHash } from 'node:crypto';
import { script, style } from '../../compiled/reference.js';
import type { Document } from '../contract/openapi.js';
import type { PreparedContract } from '../contract/prepared.js';
import { type Entry, entriesOf } from './description.js';
import { provenanceBadge } from './fields.js';
import { Html, html, prose } from './html.js';
import { methodBadge, operationSection } from './operation.js';
import { tryData } from './try-data.js';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Only this page's own style and script, and nothing from elsewhere. */
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "connect-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Data for the script; `<` is escaped, so that no text in it can end the element. */
const dataBlock = (data: unknown): Html =>
  new Html(`<script type="application/json" id="data">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`);

function groupByTag(description: Document, entries: Entry[]): { name: string; text?: string; entries: Entry[] }[] {
  const declared = description.tags ?? [];
  const used = entries.map(({ operation }) => operation.tags?.[0] ?? '');
  return [...new Set([...declared.map(({ name }) => name), ...used])]
    .map((name) => ({
      name,
      text: declared.find((tag) => tag.name === name)?.description,
      entries: entries.filter((_, index) => used[index] === name),
    }))
    .filter((group) => group.entries.length > 0);
}

type Group = ReturnType<typeof groupByTag>[number];

function navigation(groups: Group[]): Html {
  const link = ({ method, path, operation: { operationId, summary } }: Entry) =>
    html`<li><a href="#${operationId}" title="${path}">${methodBadge(method)}<span>${summary}</span></a></li>`;
  return html`<nav id="side" aria-label="Operations">
    <label><span class="aside">Filter</span><input id="filter" type="search" placeholder="Filter" autocomplete="off"></label>
    ${groups.map(({ name, entries }) => html`<section><h2>${name}</h2><ul>${entries.map(link)}</ul></section>`)}
  </nav>`;
}

function intro({ info, 'x-provenance': provenances = {} }: Document, { server }: PreparedContract, count: number): Html {
  const meanings = Object.entries(provenances).map(([name, meaning]) => html`<li>${provenanceBadge(name)} ${meaning}</li>`);
  return html`<header>
    <h1>${info.title}</h1>
    <p class="lead">${prose(info.description ?? info.summary)}</p>
    <p class="facts">
      <span>version <code>${info.version}</code></span>
      <span>${count} operations</span>
      <span>gateway <code>${server}</code></span>
    </p>
    <p class="facts">
      <a href="openapi.json">openapi.json</a>
      <a href="openapi.yaml">openapi.yaml</a>
      <a href="__mock/requests">request journal</a>
      <a href="__mock/coverage">coverage</a>
      <a href="__mock/health">health</a>
    </p>
    <details class="part"><summary>Where the contract is known from</summary><ul class="pages">${meanings}</ul></details>
    <noscript><p class="notes">Without JavaScript this page can be read, but cannot call the mock.</p></noscript>
  </header>`;
}

/** The bar on top: the key goes with every request that is sent from here. */
function bar({ info }: Document, { errors }: PreparedContract): Html {
  const statuses = new Set(Object.values(errors).flatMap((byStatus) => Object.keys(byStatus)));
  const keys = [...statuses].sort().map((status) => html`<option value="sk-mock-${status}">is answered with ${status}</option>`);
  return html`<header class="bar">
    <button id="menu" type="button" aria-expanded="false" aria-controls="side">Operations</button>
    <span class="product">${info.title}</span><span class="badge">mock</span>
    <nav class="views" aria-label="Views" hidden>
      <a href="#main" aria-current="page">Reference</a>
      <a href="#activity">Activity</a>
    </nav>
    <label class="key"><span>API key</span><input id="key" value="any-key" list="keys" autocomplete="off" spellcheck="false" aria-label="API key"></label>
    <datalist id="keys">${keys}</datalist>
  </header>`;
}

export interface ReferencePage {
  body: string;
  /** Content security policy of the page. */
  policy: string;
}

export function referencePage(description: Document, contract: PreparedContract): ReferencePage {
  const entries = entriesOf(description);
  const groups = groupByTag(description, entries);
  const sections = groups.map(
    ({ name, text, entries: members }) => html`<section class="group">
      <h2>${name}</h2>
      <p class="muted">${prose(text)}</p>
      ${members.map((entry) => operationSection(description, entry))}
    </section>`,
  );
  const page = html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${description.info.title}</title>
  <link rel="icon" href="data:,">
  <style>${new Html(style)}</style>
</head>
<body>
  <a class="aside skip" href="#main">Skip to the content</a>
  ${bar(description, contract)}
  <div class="layout">
    ${navigation(groups)}
    <main id="main">${intro(description, contract, entries.length)}${sections}</main>
  </div>
  <main id="activity" hidden></main>
  ${dataBlock(tryData(entries, contract))}
  <script>${new Html(script)}</script>
</body>
</html>`;
  return { body: page.text, policy };
}

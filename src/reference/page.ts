/** The page at `/`: a reference of the contract, with forms that call this mock, and what the mock is asked while it runs. */
import { createHash } from 'node:crypto';
import type { Document } from '../contract/openapi.js';
import type { PreparedContract } from '../contract/prepared.js';
import { type Entry, entriesOf } from './description.js';
import { provenanceBadge } from './fields.js';
import type { PageFile } from './files.js';
import { Html, html, prose } from './html.js';
import { methodBadge, operationSection } from './operation.js';
import type { OperationSamples } from './sample.js';
import { schemaList } from './schemas.js';
import { searchIndex } from './search-index.js';
import { type TryData, tryData } from './try-data.js';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Only this page's own style and script, and nothing from elsewhere. @param servers what it may ask */
const policyFor = (servers: string, { script, style }: PageAssets): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    `connect-src ${servers}`,
    `img-src ${servers} data:`,
    `media-src ${servers} data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Data for the script; `<` is escaped, so that no text in it can end the element. */
const dataBlock = (id: string, data: unknown): Html =>
  new Html(`<script type="application/json" id="${id}">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`);

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
    <label><span class="aside">Filter</span><input id="filter" type="search" placeholder="Filter by name, model or field" autocomplete="off"></label>
    ${groups.map(({ name, entries }) => html`<section><h2>${name}</h2><ul>${entries.map(link)}</ul></section>`)}
  </nav>`;
}

function intro({ info, 'x-provenance': provenances = {} }: Document, { server }: PreparedContract, count: number, isServed: boolean): Html {
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
      ${
        isServed &&
        html`<a href="__mock/requests">request journal</a>
      <a href="__mock/coverage">coverage</a>
      <a href="__mock/health">health</a>`
      }
    </p>
    <details class="part"><summary>Where the contract is known from</summary><ul class="pages">${meanings}</ul></details>
    <noscript><p class="notes">Without JavaScript this page can be read, but cannot call the mock; <a href="__mock/page/schemas.html">the schemas</a> are on a page of their own.</p></noscript>
  </header>`;
}

/** The bar on top: the key goes with every request that is sent from here. */
function bar({ info }: Document, { errors }: PreparedContract, isServed: boolean): Html {
  const statuses = new Set(Object.values(errors).flatMap((byStatus) => Object.keys(byStatus)));
  const keys = [...statuses].sort().map((status) => html`<option value="sk-mock-${status}">is answered with ${status}</option>`);
  return html`<header class="bar">
    <button id="menu" type="button" aria-expanded="false" aria-controls="side">Operations</button>
    <span class="product">${info.title}</span>${isServed && html`<span class="badge">mock</span>`}
    <nav class="views" aria-label="Views" hidden>
      <a href="#main" aria-current="page">Reference</a>
      <a href="#schemas">Schemas</a>
      ${isServed && html`<a href="#activity">Activity</a>`}
    </nav>
    <button id="search" type="button" aria-haspopup="dialog" hidden><span>Search</span><kbd aria-hidden="true">Ctrl K</kbd></button>
    ${!isServed && html`<label class="key"><span>Server</span><input id="server" type="url" placeholder="http://127.0.0.1:4010" autocomplete="off" spellcheck="false" aria-label="Server address"></label>`}
    <label class="key"><span>API key</span><input id="key" value="any-key" list="keys" autocomplete="off" spellcheck="false" aria-label="API key" title="Kept in this tab until it is closed, and sent with requests from here; it is in no address and no sample."></label>
    <button id="forget" type="button" hidden>Forget<span class="aside"> the key</span></button>
    <datalist id="keys">${keys}</datalist>
  </header>`;
}

/** What a page is made of beside the contract. */
export interface PageAssets {
  style: string;
  script: string;
  /** By operation. */
  samples: Readonly<Record<string, OperationSamples>>;
}

export interface ReferencePage {
  /** Content security policy of those files that are pages. */
  policy: string;
  files: Record<PageFile, string>;
}

export interface ReferenceOptions {
  /**
   * Whether a mock serves the page, so that it can be called and asked what happened. Else the page holds all its parts, and calls the server whose
   * address it is given.
   * @default true
   */
  isServed?: boolean;
}

const head = (title: string, style: string, more: Html | false = false): Html => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  ${more}
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <style>${new Html(style)}</style>
</head>`;

/**
 * The page of a contract.
 * @example
 * ```ts
 * const { files, policy } = referencePage(description, contract, { style, script, samples });
 * ```
 */
export function referencePage(
  description: Document,
  contract: PreparedContract,
  assets: PageAssets,
  { isServed = true }: ReferenceOptions = {},
): ReferencePage {
  const entries = entriesOf(description);
  const groups = groupByTag(description, entries);
  const sections = groups.map(
    ({ name, text, entries: members }) => html`<section class="group">
      <h2>${name}</h2>
      <p class="muted">${prose(text)}</p>
      ${members.map((entry) => operationSection(description, entry))}
    </section>`,
  );
  const found = searchIndex(description, entries, contract);
  const schemas = schemaList(description, entries);
  const data: TryData = { ...tryData(description, entries, contract), ...(!isServed && { gateway: contract.server }) };
  const { style, script, samples } = assets;
  const policy = policyFor(isServed ? "'self'" : '* blob:', assets);
  const page = html`${head(description.info.title, style, !isServed && html`<meta http-equiv="content-security-policy" content="${policy}">`)}
<body>
  <a class="aside skip" href="#main">Skip to the content</a>
  ${bar(description, contract, isServed)}
  <div class="layout">
    ${navigation(groups)}
    <main id="main">
      ${intro(description, contract, entries.length, isServed)}
      ${sections}
      <p class="empty" id="no-operation" role="status" hidden></p>
    </main>
  </div>
  <main id="schemas" hidden>${!isServed && schemas}</main>
  ${isServed && html`<main id="activity" hidden></main>`}
  ${dataBlock('data', data)}
  ${!isServed && [dataBlock('search.json', found), dataBlock('samples.json', samples)]}
  <script>${new Html(script)}</script>
</body>
</html>`;
  return {
    // A policy in a page cannot say who may frame it.
    policy: `${policy}; frame-ancestors 'none'`,
    files: {
      'index.html': page.text,
      'search.json': JSON.stringify(found),
      'samples.json': JSON.stringify(samples),
      'schemas.html': html`${head(`Schemas of ${description.info.title}`, style)}<body><main id="schemas">${schemas}</main></body></html>`
        .text,
    },
  };
}

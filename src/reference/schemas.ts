/** The list of schemas: each with its fields, and where it is used. */
import type { Document, Response, Schema } from '../contract/openapi.js';
import { type Entry, resolve } from './description.js';
import { anchor, constraints, fieldList, fieldsOf, provenanceBadge, schemaId, typeOf } from './fields.js';
import { type Html, html, prose } from './html.js';

interface Use {
  /** Address on the page. */
  id: string;
  text: string;
}

/** Names of the components that a part of the description refers to, itself and not through others. */
function referredIn(node: unknown, found = new Set<string>()): Set<string> {
  if (node === null || typeof node !== 'object') return found;
  for (const [key, value] of Object.entries(node)) {
    const name = key === '$ref' && typeof value === 'string' ? /^#\/components\/schemas\/(.+)$/.exec(value)?.[1] : undefined;
    if (name !== undefined) found.add(name);
    // Examples are values, and may look like anything.
    else if (key !== 'examples' && key !== 'example' && key !== 'default') referredIn(value, found);
  }
  return found;
}

/** Where each component is used: operations first, then other components. */
function usesOf(description: Document, entries: Entry[]): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const note = (part: unknown, use: Use) => {
    for (const name of referredIn(part)) uses.set(name, [...(uses.get(name) ?? []), use]);
  };
  for (const { operation, parameters } of entries) {
    const responses = Object.values(operation.responses).map((response) => resolve<Response>(description, response));
    note({ ...operation, parameters, responses }, { id: operation.operationId, text: operation.operationId });
  }
  for (const [name, schema] of Object.entries(description.components.schemas)) note(schema, { id: schemaId(name), text: name });
  return uses;
}

/** Uses that are shown without being asked for. */
const shown = 12;

function usedBy(uses: readonly Use[]): Html {
  const link = ({ id, text }: Use) => html`<li><a href="#${id}">${text}</a></li>`;
  if (uses.length === 0) return html`<p class="muted">Used by nothing.</p>`;
  const more = uses.slice(shown);
  return html`<div class="uses">
    <h2>Used by</h2>
    <ul>${uses.slice(0, shown).map(link)}</ul>
    ${more.length > 0 && html`<details><summary>${more.length} more</summary><ul>${more.map(link)}</ul></details>`}
  </div>`;
}

function schemaEntry(description: Document, name: string, schema: Schema, uses: readonly Use[]): Html {
  const id = schemaId(name);
  const text: string = schema.description ?? '';
  const fields = schema.items ? fieldsOf(description, schema, id)?.html : fieldList(description, schema, id);
  return html`<details class="schema" id="${id}">
    <summary><code class="schema-name">${name}</code><span class="preview">${text}</span></summary>
    <div class="content">
      <p class="facts"><span class="type">${typeOf(description, schema)}</span>${schema['x-docs']?.provenance !== undefined && provenanceBadge(schema['x-docs'].provenance)}${anchor}</p>
      <p class="lead">${prose(text)}</p>
      ${constraints(description, schema)}
      ${fields && html`<div class="own-fields">${fields}</div>`}
      ${usedBy(uses)}
    </div>
  </details>`;
}

/** What stands in the view of the schemas. */
export function schemaList(description: Document, entries: Entry[]): Html {
  const schemas = Object.entries(description.components.schemas).sort(([one], [other]) => one.localeCompare(other, 'en'));
  const uses = usesOf(description, entries);
  return html`<header>
      <h1>Schemas</h1>
      <p class="lead">What requests, answers and events are made of: ${schemas.length} components of the description.</p>
    </header>
    <label class="control filter"><span>Filter</span><input id="schema-filter" type="search" placeholder="Name or field" autocomplete="off"></label>
    ${schemas.map(([name, schema]) => schemaEntry(description, name, schema, uses.get(name) ?? []))}
    <p class="empty" id="no-schema" role="status" hidden></p>`;
}

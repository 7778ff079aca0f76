/** One operation of the page. */
import type { Document, Operation, Response } from '../contract/openapi.js';
import { type Entry, resolve } from './description.js';
import { field, fieldList, provenanceBadge } from './fields.js';
import { type Html, html, prose } from './html.js';

const json = 'application/json';

export const methodBadge = (method: string): Html => html`<span class="method ${method.toLowerCase()}">${method}</span>`;

function pages({ 'x-docs': docs }: Operation): Html | undefined {
  if (!docs?.pages?.length) return undefined;
  const rows = docs.pages.map(({ path, page, modified, provenance }) => {
    const facts = [page, modified && `modified ${modified}`].filter(Boolean).join(', ');
    return html`<li>${path.join(' / ')} <span class="muted">${facts}</span> ${provenanceBadge(provenance)}</li>`;
  });
  return html`<details class="part">
    <summary>Documentation pages <span class="count">${docs.pages.length}</span></summary>
    <ul class="pages">${rows}</ul>
  </details>`;
}

function parameters(description: Document, entry: Entry): Html | undefined {
  if (entry.parameters.length === 0) return undefined;
  const rows = entry.parameters.map(({ name, in: place, required = false, description: text = '', schema }) =>
    field(description, { name, schema: { ...schema, description: `${text} (${place})` }, required }),
  );
  return html`<details class="part" open><summary>Parameters</summary><ul class="fields">${rows}</ul></details>`;
}

function body(description: Document, { requestBody }: Operation): Html | undefined {
  const schema = requestBody?.content[json]?.schema;
  const fields = schema && fieldList(description, schema);
  return fields && html`<details class="part" open><summary>Request body</summary>${fields}</details>`;
}

function answers(description: Document, { responses }: Operation): Html {
  const rows = Object.entries(responses).map(([status, entry]) => {
    const { description: text, content = {} } = resolve<Response>(description, entry);
    const schema = status.startsWith('2') ? content[json]?.schema : undefined;
    const fields = schema && fieldList(description, schema);
    return html`<li>
      <div><span class="status s${status[0]}">${status}</span> <span class="type">${Object.keys(content).join(', ')}</span></div>
      <p>${prose(text)}</p>
      ${fields && html`<details><summary>fields</summary><div class="inside">${fields}</div></details>`}
    </li>`;
  });
  return html`<details class="part">
    <summary>Answers <span class="count">${rows.length}</span></summary>
    <ul class="fields">${rows}</ul>
  </details>`;
}

function facts({ operationId, 'x-error-dialect': dialect, 'x-stream': stream, 'x-task': task }: Operation): Html {
  return html`<p class="facts">
    <code>${operationId}</code>
    ${dialect !== undefined && html`<span>errors as <code>${dialect}</code></span>`}
    ${stream && html`<span>streams when <code>${stream.when}</code></span>`}
    ${task && html`<span>job <code>${task.name}</code>, ${task.role}</span>`}
  </p>`;
}

export function operationSection(description: Document, entry: Entry): Html {
  const { operation, method, path } = entry;
  const { operationId, summary, description: text, 'x-docs': docs } = operation;
  return html`<details class="operation" id="${operationId}">
    <summary>
      ${methodBadge(method)}
      <span class="title"><code class="path">${path}</code><span>${summary}</span></span>
      ${docs && provenanceBadge(docs.provenance)}
    </summary>
    <div class="columns">
      <div class="docs">
        <p class="lead">${prose(text)}</p>
        ${docs?.notes !== undefined && html`<p class="notes">${prose(docs.notes)}</p>`}
        ${facts(operation)}
        ${pages(operation)}
        ${parameters(description, entry)}
        ${body(description, operation)}
        ${answers(description, operation)}
      </div>
      <div class="trial"><div class="try"></div></div>
    </div>
  </details>`;
}

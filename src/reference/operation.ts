/** One operation of the page. */
import type { Document, Operation, Response } from '../contract/openapi.js';
import { type Entry, resolve } from './description.js';
import { anchor, type Content, field, fieldsOf, provenanceBadge } from './fields.js';
import { type Html, html, prose } from './html.js';

const json = 'application/json';

export const methodBadge = (method: string): Html => html`<span class="method ${method.toLowerCase()}">${method}</span>`;

/** A part of an operation that opens, and has an address of its own. */
function part(
  {
    id,
    title,
    count,
    isOpen = false,
    schema,
  }: { id: string; title: string; count?: number; isOpen?: boolean; schema?: string | undefined },
  content: Html,
): Html {
  return html`<details class="part" id="${id}"${isOpen && html` open`}${schema !== undefined && html` data-schema="${schema}"`}>
    <summary>${title}${count !== undefined && html` <span class="count">${count}</span>`}</summary>
    <div class="inside-part">${anchor}${content}</div>
  </details>`;
}

/** Address of a documentation page in the list of an operation. */
export const pageId = (operationId: string, page: string | undefined, index: number): string => `${operationId}.pages.${page ?? index}`;

function pages({ operationId, 'x-docs': docs }: Operation): Html | undefined {
  if (!docs?.pages?.length) return undefined;
  const rows = docs.pages.map(({ path, page, modified, provenance }, index) => {
    const facts = [page, modified && `modified ${modified}`].filter(Boolean).join(', ');
    return html`<li id="${pageId(operationId, page, index)}">${path.join(' / ')} <span class="muted">${facts}</span> ${provenanceBadge(provenance)}</li>`;
  });
  return part({ id: `${operationId}.pages`, title: 'Documentation pages', count: rows.length }, html`<ul class="pages">${rows}</ul>`);
}

function parameters(description: Document, { operation: { operationId }, parameters }: Entry): Html | undefined {
  if (parameters.length === 0) return undefined;
  const id = `${operationId}.parameters`;
  const rows = parameters.map(({ name, in: place, required = false, description: text = '', schema }) =>
    field(description, { name, schema: { ...schema, description: `${text} (${place})` }, required }, id),
  );
  return part({ id, title: 'Parameters', isOpen: true }, html`<ul class="fields">${rows}</ul>`);
}

function body(description: Document, { operationId, requestBody }: Operation): Html | undefined {
  const schema = requestBody?.content[json]?.schema;
  const id = `${operationId}.body`;
  const content = schema && fieldsOf(description, schema, id);
  return content && part({ id, title: 'Request body', isOpen: true, schema: content.name }, content.html);
}

const fieldsPart = (title: string, content: Content | undefined): Html | undefined =>
  content &&
  html`<details${content.name !== undefined && html` data-schema="${content.name}"`}><summary>${title}</summary><div class="inside">${content.html}</div></details>`;

function answers(description: Document, { operationId, responses, 'x-stream': stream }: Operation): Html {
  const rows = Object.entries(responses).map(([status, entry]) => {
    const { description: text, content = {} } = resolve<Response>(description, entry);
    const schema = content[json]?.schema;
    const id = `${operationId}.${status}`;
    return html`<li id="${id}">
      <div><span class="status s${status[0]}">${status}</span> <span class="type">${Object.keys(content).join(', ')}</span> ${anchor}</div>
      <p>${prose(text)}</p>
      ${schema && fieldsPart('Fields', fieldsOf(description, schema, id))}
    </li>`;
  });
  const event = `${operationId}.event`;
  const events =
    stream &&
    html`<li id="${event}">
      <div><span class="status s2">event</span> <span class="type">of a stream</span> ${anchor}</div>
      ${fieldsPart('Fields', fieldsOf(description, stream.event, event))}
    </li>`;
  return part({ id: `${operationId}.answers`, title: 'Answers', count: rows.length }, html`<ul class="fields">${events}${rows}</ul>`);
}

function facts({ operationId, 'x-error-dialect': dialect, 'x-stream': stream, 'x-task': task }: Operation): Html {
  return html`<p class="facts">
    <span><code>${operationId}</code> ${anchor}</span>
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

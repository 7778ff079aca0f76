/** The fields of a value, as nested lists that open. */
import type { Docs, Document, Schema } from '../contract/openapi.js';
import { resolve } from './description.js';
import { type Html, html, prose } from './html.js';

export const nameOf = (schema: Schema): string | undefined => schema.$ref?.slice(schema.$ref.lastIndexOf('/') + 1);

/** What a schema says: `true`, which says nothing, is one without keywords, and `false` one that nothing fits. */
function saidBy(description: Document, schema: Schema): Schema {
  const own: Schema | boolean = resolve<Schema | boolean>(description, schema);
  return typeof own === 'boolean' ? (own ? {} : { not: {} }) : own;
}

const fitsNothing = ({ not }: Schema): boolean => not === true || (typeof not === 'object' && Object.keys(not).length === 0);

const code = (value: unknown): Html => html`<code>${typeof value === 'string' ? value : JSON.stringify(value)}</code> `;

export const alternativesOf = ({ anyOf, oneOf }: Schema): Schema[] => [...(anyOf ?? []), ...(oneOf ?? [])];

/** Own members and those of everything that is composed in. */
export function membersOf(description: Document, schema: Schema): { properties: Record<string, Schema>; required: string[] } {
  const own = saidBy(description, schema);
  const parts = ((own.allOf ?? []) as Schema[]).map((part) => membersOf(description, part));
  return {
    properties: Object.assign({}, ...parts.map(({ properties }) => properties), own.properties),
    required: [...parts.flatMap(({ required }) => required), ...(own.required ?? [])],
  };
}

/** The kind of value in words. */
export function typeOf(description: Document, schema: Schema): string {
  const own = saidBy(description, schema);
  const alternatives = alternativesOf(own);
  if (alternatives.length > 0) return [...new Set(alternatives.map((branch) => typeOf(description, branch)))].join(' or ');
  const types: string[] = own.type
    ? [own.type].flat()
    : own.properties || own.allOf
      ? ['object']
      : 'const' in own
        ? [typeof own.const]
        : own.enum
          ? ['string']
          : [fitsNothing(own) ? 'never' : 'any'];
  return types.map((type) => (type === 'array' && own.items ? `array of ${typeOf(description, own.items)}` : type)).join(' or ');
}

/** Values that are listed, and whether others are legal too. */
export function valuesOf(description: Document, schema: Schema): { values: unknown[]; open: boolean } {
  const own = saidBy(description, schema);
  const lists = alternativesOf(own).map((branch) => valuesOf(description, branch));
  const values = [...('const' in own ? [own.const] : (own.enum ?? [])), ...lists.flatMap((list) => list.values)];
  return { values, open: own['x-open-enum'] === true || lists.some(({ open }) => open) };
}

const bounds: [keyword: string, words: string][] = [
  ['minimum', 'at least'],
  ['exclusiveMinimum', 'more than'],
  ['maximum', 'at most'],
  ['exclusiveMaximum', 'less than'],
  ['minLength', 'characters, at least'],
  ['maxLength', 'characters, at most'],
  ['minItems', 'items, at least'],
  ['maxItems', 'items, at most'],
  ['pattern', 'pattern'],
  ['format', 'format'],
  ['default', 'default'],
];

export function constraints(description: Document, schema: Schema): Html | undefined {
  const own = saidBy(description, schema);
  const { values, open } = valuesOf(description, own);
  const rows = [
    ...(values.length > 0 ? [html`<li>${open ? 'known values' : 'one of'} ${values.map(code)}</li>`] : []),
    ...bounds.filter(([keyword]) => own[keyword] !== undefined).map(([keyword, words]) => html`<li>${words} ${code(own[keyword])}</li>`),
  ];
  return rows.length > 0 ? html`<ul class="constraints">${rows}</ul>` : undefined;
}

export const provenanceBadge = (provenance: string): Html =>
  html`<span class="provenance ${provenance}" title="where this is known from">${provenance}</span>`;

/** Address of a component schema on the page. */
export const schemaId = (name: string): string => `schema:${name}`;

/** A link to what it stands in, by the address of that; the script writes it, since there are thousands. */
export const anchor = html`<a class="anchor"></a>`;

export interface Field {
  name: string;
  schema: Schema;
  required: boolean;
  provenance?: string | undefined;
}

/** @param place address of what the field is a part of */
export function field(description: Document, { name, schema, required, provenance }: Field, place: string): Html {
  const text: string | undefined = schema.description ?? saidBy(description, schema).description;
  const id = `${place}.${name}`;
  return html`<li id="${id}">
    <div>
      <code class="field-name">${name}</code> <span class="type">${typeOf(description, schema)}</span>
      ${required && html`<span class="required">required</span>`} ${provenance !== undefined && provenanceBadge(provenance)} ${anchor}
    </div>
    ${text !== undefined && html`<p>${prose(text)}</p>`}
    ${constraints(description, schema)}
    ${inside(description, schema, id)}
  </li>`;
}

/** The fields of a field, closed at first. */
function inside(description: Document, schema: Schema, place: string): Html | undefined {
  const content = fieldsOf(description, schema, place);
  return content && closed(content.name ?? 'fields', content);
}

/** What a `details` element has that is filled when it is first opened: a component is written once, and copied to where it is used. */
export interface Content {
  /** Of the component. */
  name?: string | undefined;
  html: Html;
}

const closed = (title: string, { name, html: content }: Content): Html =>
  html`<details${name !== undefined && html` data-schema="${name}"`}><summary>${title}</summary><div class="inside">${content}</div></details>`;

/** The fields of a value, or of the entries of a list, or where they stand; `undefined` for a value without fields. */
export function fieldsOf(description: Document, schema: Schema, place: string): Content | undefined {
  const { items } = saidBy(description, schema);
  if (items) return fieldsOf(description, items, place);
  const name = nameOf(schema);
  if (name === undefined) {
    const list = fieldList(description, schema, place);
    return list && { html: list };
  }
  return hasFields(description, schema) ? { name, html: html`<a href="#${schemaId(name)}">Schema ${name}</a>` } : undefined;
}

function hasFields(description: Document, schema: Schema, seen: readonly Schema[] = []): boolean {
  const own = saidBy(description, schema);
  if (seen.includes(own)) return false;
  if (Object.keys(membersOf(description, schema).properties).length > 0) return true;
  return [...alternativesOf(own), ...(own.items ? [own.items] : [])].some((part) => hasFields(description, part, [...seen, own]));
}

/** The fields of an object, or of each of the forms that it may have; `undefined` for a value without fields. */
export function fieldList(description: Document, schema: Schema, place: string): Html | undefined {
  const own = saidBy(description, schema);
  const { properties, required } = membersOf(description, schema);
  const provenance: Docs['fields'] = own['x-docs']?.fields;
  const fields = Object.entries(properties).map(([name, member]) =>
    field(description, { name, schema: member, required: required.includes(name), provenance: provenance?.[name] }, place),
  );
  const forms = alternativesOf(own).flatMap((branch, index) => {
    const id = `${place}:${nameOf(branch) ?? index}`;
    const content = fieldsOf(description, branch, id);
    return content ? [html`<li id="${id}">${closed(formName(description, own, branch), content)}</li>`] : [];
  });
  if (fields.length + forms.length === 0) return undefined;
  const choice = own.discriminator ? html`by <code>${own.discriminator.propertyName}</code>` : html`one of these forms`;
  return html`
    ${fields.length > 0 && html`<ul class="fields">${fields}</ul>`}
    ${forms.length > 0 && html`<p class="muted">${choice}</p><ul class="forms">${forms}</ul>`}
  `;
}

/** What names an alternative: the values of the tag, else its name. */
function formName(description: Document, { discriminator }: Schema, branch: Schema): string {
  const tag = discriminator && membersOf(description, branch).properties[discriminator.propertyName];
  const values = tag ? valuesOf(description, tag).values : [];
  return values.length > 0 ? values.join(', ') : (nameOf(branch) ?? typeOf(description, branch));
}

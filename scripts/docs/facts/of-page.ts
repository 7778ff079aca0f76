/** The facts of a page, as far as its form shows them. */
import { formatPointer } from '../../../src/contract/pointer.js';
import { type Document, type Json, type Parameter, type Response, resolve, type Schema } from '../../lib/document.js';
import { parseJson } from '../read/json-text.js';
import type { DocsPage, Form } from '../read/page.js';
import { type Fact, type FactKind, sortedFacts } from './fact.js';
import { schemaFacts } from './of-schema.js';

/** The facts of an example: one for each scalar, and for each empty array or object. */
export function exampleFacts(value: Json, holder: string): Fact[] {
  const facts: Fact[] = [];
  const visit = (inner: Json, path: (string | number)[]): void => {
    const entries = inner !== null && typeof inner === 'object' ? Object.entries(inner) : [];
    if (entries.length === 0) facts.push({ kind: 'example', pointer: `${holder}#${formatPointer(path)}`, value: JSON.stringify(inner) });
    for (const [name, member] of entries) visit(member, [...path, name]);
  };
  visit(value, []);
  return facts;
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

function callFacts(page: DocsPage): Fact[] {
  return page.calls.flatMap(({ method, url, body }, index) => {
    const pointer = `call ${index + 1}`;
    const { origin, pathname, searchParams } = new URL(url);
    const value = body === undefined ? undefined : (parseJson(body) ?? body);
    return [
      { kind: 'method', pointer, value: method },
      { kind: 'server', pointer, value: origin },
      { kind: 'path', pointer, value: decodeURI(pathname) },
      ...[...searchParams].map(
        ([name, text]): Fact => ({ kind: 'example', pointer: `${pointer} query#/${name}`, value: JSON.stringify(text) }),
      ),
      ...(value === undefined ? [] : exampleFacts(value, pointer)),
    ] satisfies Fact[];
  });
}

/** How a key is sent, by the schemes that the contract or a page has. */
export function securityFacts(document: Document, security: Record<string, string[]>[] | undefined): Fact[] {
  const schemes = (document.components?.securitySchemes ?? {}) as Record<string, Schema>;
  const say = (value: string): Fact => ({ kind: 'security', pointer: 'operation', value });
  if (!security) return [];
  if (security.length === 0) return [say('none')];
  // A requirement of nothing says that it goes without a key as well.
  const named = security.flatMap((requirement) => (Object.keys(requirement).length > 0 ? Object.keys(requirement) : [undefined]));
  return named.map((name) => {
    if (name === undefined) return say('none');
    const scheme = schemes[name];
    if (!scheme) return say(name);
    return say(scheme.type === 'apiKey' ? `${scheme.in} ${scheme.name}` : [scheme.type, scheme.scheme].filter(Boolean).join(' '));
  });
}

function headerFacts(document: Document, status: string, response: Response): Fact[] {
  return Object.entries(response.headers ?? {}).flatMap(([name, header]) => {
    const pointer = `response ${status} header ${name}`;
    const { schema, required, deprecated } = resolve<Schema>(document, header);
    return [
      { kind: 'header', pointer, value: name },
      ...(required ? [{ kind: 'required', pointer, value: 'true' } as const] : []),
      ...(deprecated ? [{ kind: 'deprecated', pointer, value: 'true' } as const] : []),
      ...(schema ? schemaFacts(document, [schema], `${pointer}#`).facts : []),
    ] satisfies Fact[];
  });
}

const isJson = (type: string): boolean => /^(?:application\/(?:.+\+)?json|text\/json)\b/i.test(type);

/** The schemas of a body: of several media types those of JSON, which say nothing of how others are built. */
export function schemasOfContent(content: Record<string, { schema?: Schema }> | undefined): Schema[] {
  const all = Object.entries(content ?? {});
  const inJson = all.filter(([type]) => isJson(type));
  return (inJson.length > 0 ? inJson : all).flatMap(([, { schema }]) => schema ?? []);
}

/** What describes the value of a parameter, which may be a text in another format. */
export const schemaOfParameter = ({ schema, content }: Parameter): Schema | undefined =>
  schema ?? schemasOfContent(content as Record<string, { schema?: Schema }> | undefined)[0];

function embeddedFacts({ embedded }: DocsPage): Fact[] {
  if (!embedded) return [];
  const { document, operation, parameters, schema } = embedded;
  if (schema) return schemaFacts(document, [schema], 'schema#').facts;
  if (!operation) return [];
  const body = operation.requestBody && resolve<NonNullable<typeof operation.requestBody>>(document, operation.requestBody);
  const facts: Fact[] = [
    ...securityFacts(document, operation.security ?? document.security),
    ...schemaFacts(document, schemasOfContent(body?.content), 'request#').facts,
  ];
  if ((operation as { deprecated?: boolean }).deprecated) facts.push({ kind: 'deprecated', pointer: 'operation', value: 'true' });
  for (const parameter of parameters) {
    const pointer = `parameter ${parameter.in} ${parameter.name}`;
    if (parameter.required) facts.push({ kind: 'required', pointer, value: 'true' });
    if (parameter.deprecated === true) facts.push({ kind: 'deprecated', pointer, value: 'true' });
    const described = schemaOfParameter(parameter);
    if (described) facts.push(...schemaFacts(document, [described], `${pointer}#`).facts);
  }
  for (const [status, reference] of Object.entries(operation.responses ?? {})) {
    const response = resolve(document, reference);
    facts.push(
      ...schemaFacts(document, schemasOfContent(response.content), `response ${status}#`).facts,
      ...headerFacts(document, status, response),
    );
  }
  return facts;
}

const known = new WeakMap<DocsPage, Fact[]>();

/** All that a page says. */
export function factsOfPage(page: DocsPage): Fact[] {
  const facts = known.get(page) ?? allFacts(page);
  known.set(page, facts);
  return facts;
}

function allFacts(page: DocsPage): Fact[] {
  const { method, path, servers, bodyRequired } = page;
  const isGuide = page.told !== undefined || (method === undefined && !page.embedded && page.calls.length === 0);
  const operation = (kind: FactKind, value: string | undefined): Fact[] =>
    value === undefined ? [] : [{ kind, pointer: 'operation', value }];
  return sortedFacts([
    ...operation('method', method),
    ...operation('path', path),
    ...servers.map((url): Fact => ({ kind: 'server', pointer: isGuide ? 'text' : 'operation', value: withoutSlash(url) })),
    ...page.statuses.map((status): Fact => ({ kind: 'status', pointer: `response ${status}`, value: status })),
    ...(page.told ?? []).map((status): Fact => ({ kind: 'status', pointer: 'text', value: status })),
    ...page.media.map(({ address, type }): Fact => ({ kind: 'media', pointer: address, value: type })),
    ...(bodyRequired ? [{ kind: 'required', pointer: 'request', value: 'true' } as const] : []),
    ...page.parameters.map(
      ({ in: place, name }): Fact => ({ kind: 'param', pointer: `parameter ${place} ${name}`, value: `${place} ${name}` }),
    ),
    ...page.payloads.flatMap(({ value, address }) => exampleFacts(value, address)),
    ...callFacts(page),
    ...embeddedFacts(page),
  ]);
}

const shownAsText: readonly FactKind[] = ['method', 'path', 'server', 'status', 'media', 'param', 'example'];

/** Whether a form can show a fact at all, so that its absence there says something. */
export function shows(form: Form, { kind, pointer }: Fact): boolean {
  const isProse = /^(?:call|text)\b/.test(pointer);
  if (form === 'markdown') return !isProse && !pointer.startsWith('schema example');
  // Of the examples of a request or an answer, a browser shows the first.
  if (/ example (?!1(?:#|$))/.test(pointer)) return false;
  if (kind === 'required') return pointer === 'request';
  if (!shownAsText.includes(kind) || (kind === 'server' && pointer === 'operation')) return false;
  if (form === 'text' || isProse) return true;
  // Of parameters, the key is all that can be told from the words around it.
  return (
    (kind === 'param' && pointer.startsWith('parameter header')) ||
    (kind === 'media' && pointer === 'request') ||
    (kind === 'example' && !/^response [^2]/.test(pointer))
  );
}

/** Answers whose status the form does not tell have the one that is a success, if there is one. */
function withStatus(facts: readonly Fact[], statuses: ReadonlySet<string>): Fact[] {
  const successes = [...statuses].filter((status) => /^2\d\d$/.test(status));
  const [only] = successes;
  if (only === undefined || successes.length > 1) return [...facts];
  return facts.map((fact) => ({ ...fact, pointer: fact.pointer.replace(/^response 2XX\b/, `response ${only}`) }));
}

const statusesOf = (facts: readonly Fact[]): Set<string> =>
  new Set(facts.filter(({ kind }) => kind === 'status').map(({ value }) => value));

/** The facts of two readings that both can show, so that they can be compared. */
export function comparable(
  before: { form: Form; facts: readonly Fact[] },
  after: { form: Form; facts: readonly Fact[] },
): [Fact[], Fact[]] {
  const statuses = new Set([...statusesOf(before.facts), ...statusesOf(after.facts)]);
  const areBothShown = (fact: Fact) => before.form === after.form || (shows(before.form, fact) && shows(after.form, fact));
  const shared = (facts: readonly Fact[]) => withStatus(facts.filter(areBothShown), statuses);
  return [shared(before.facts), shared(after.facts)];
}

/** What changes for those who call: operations, parameters, bodies, statuses, headers, and the schemas that have no name. */
import { operationsOf, resolve } from '../../contract/document.js';
import type { Document, MediaType, Operation, Parameter, Response, Schema } from '../../contract/openapi.js';
import { type Change, change, type Level } from '../model/change.js';
import { isBreaking, type Position } from '../model/effect.js';
import { type OperationPair, routeOf } from '../model/operation-pairs.js';
import { SchemaComparison } from './schema-effects.js';

type Changes = Generator<Change, void>;
type Content = Record<string, MediaType> | undefined;

const request: Position = { request: true, response: false };
const response: Position = { request: false, response: true };

const eventStream = 'text/event-stream';

/** What both have by their names, and what only one has. */
function sides<T>(before: Map<string, T>, after: Map<string, T>) {
  return {
    gone: [...before].filter(([key]) => !after.has(key)),
    come: [...after].filter(([key]) => !before.has(key)),
    kept: [...before].flatMap(([key, old]): [string, T, T][] => (after.has(key) ? [[key, old, after.get(key) as T]] : [])),
  };
}

const mapOf = <T>(record: Record<string, T> | undefined): Map<string, T> => new Map(Object.entries(record ?? {}));

class OperationComparison {
  constructor(
    private readonly base: Document,
    private readonly current: Document,
    private readonly pair: OperationPair,
  ) {}

  *compare(): Changes {
    const { before, after, path, pathAfter } = this.pair;
    if (before.operationId !== after.operationId)
      yield change('breaking', 'operation-renamed', `operation \`${before.operationId}\` is now called \`${after.operationId}\``);
    if (path !== pathAfter) yield change('breaking', 'path-renamed', `path \`${path}\` is now written \`${pathAfter}\``);
    const [was, is] = [before, after].map((operation) => (operation as Schema).deprecated === true);
    if (is && !was) yield change('non-breaking', 'operation-deprecated', `operation \`${after.operationId}\` is deprecated`);
    yield* this.compareParameters();
    yield* this.compareRequestBody();
    yield* this.compareResponses();
  }

  /** Those of path are known by where they stand in it. */
  private parametersOf(document: Document, { parameters = [] }: Operation, path: string): Map<string, Parameter> {
    const shared = (document.paths[path]?.parameters ?? []) as Parameter[];
    const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
    return new Map(
      [...shared, ...parameters].map((item) => {
        const parameter = resolve<Parameter>(document, item as Parameter);
        const { name, in: place } = parameter;
        const key = place === 'path' ? String(inPath.indexOf(name)) : place === 'header' ? name.toLowerCase() : name;
        return [`${place} ${key}`, parameter];
      }),
    );
  }

  private *compareParameters(): Changes {
    const { before, after, path, pathAfter } = this.pair;
    const { gone, come, kept } = sides(this.parametersOf(this.base, before, path), this.parametersOf(this.current, after, pathAfter));
    const words = ({ in: place, name }: Parameter) => `${place} parameter \`${name}\``;
    for (const [, item] of gone) yield change('breaking', 'parameter-removed', `${words(item)} is gone`, { subjects: [item.name] });
    for (const [, item] of come) {
      const { required = false, name } = item;
      yield change(required ? 'breaking' : 'non-breaking', 'parameter-added', `${words(item)} is new${required ? ' and required' : ''}`, {
        subjects: [name],
      });
    }
    for (const [, old, now] of kept) {
      const subjects = [now.name];
      if (!old.required && now.required) yield change('breaking', 'parameter-required', `${words(now)} is required`, { subjects });
      if (old.required && !now.required) yield change('non-breaking', 'parameter-optional', `${words(now)} may be left out`, { subjects });
      if (now.deprecated && !old.deprecated)
        yield change('non-breaking', 'parameter-deprecated', `${words(now)} is deprecated`, { subjects });
      for (const key of ['style', 'explode', 'allowReserved'])
        if (old[key] !== now[key])
          yield change('breaking', 'parameter-form', `${words(now)} is written in another way (\`${key}\`)`, { subjects });
      yield* this.compareSchemas(schemaOf(old), schemaOf(now), words(now), request);
    }
  }

  private *compareRequestBody(): Changes {
    const [old, now] = [resolveBody(this.base, this.pair.before), resolveBody(this.current, this.pair.after)];
    if (!old && now)
      yield change(now.required ? 'breaking' : 'non-breaking', 'body-added', `takes a body${now.required ? ', which is required' : ''}`);
    if (old && !now) yield change('breaking', 'body-removed', 'takes no body any more');
    if (!old || !now) return;
    if (!old.required && now.required) yield change('breaking', 'body-required', 'the body is required');
    if (old.required && !now.required) yield change('non-breaking', 'body-optional', 'the body may be left out');
    yield* this.compareContent(old.content, now.content, 'a body', request);
  }

  private *compareResponses(): Changes {
    const { before, after } = this.pair;
    const { gone, come, kept } = sides(mapOf(before.responses), mapOf(after.responses));
    for (const [status] of gone) {
      const level: Level = /^[345]/.test(status) ? 'non-breaking' : 'breaking';
      yield change(level, 'status-removed', `no longer answers with ${status}`, { subjects: [status] });
    }
    for (const [status] of come) yield change('non-breaking', 'status-added', `may answer with ${status}`, { subjects: [status] });
    for (const [status, old, now] of kept) {
      const [was, is] = [resolve<Response>(this.base, old), resolve<Response>(this.current, now)];
      yield* this.compareHeaders(was, is);
      yield* this.compareContent(this.contentOf(before, was), this.contentOf(after, is), `an answer of status ${status}`, response);
    }
  }

  /** A stream has the schema of its events. */
  private contentOf({ 'x-stream': stream }: Operation, { content }: Response): Content {
    if (!stream || !content?.[eventStream]) return content;
    return { ...content, [eventStream]: { ...content[eventStream], schema: stream.event } };
  }

  private *compareHeaders(before: Response, after: Response): Changes {
    const lower = ({ headers }: Response) =>
      new Map(Object.entries(headers ?? {}).map(([name, header]) => [name.toLowerCase(), { name, header }]));
    const { gone, come, kept } = sides(lower(before), lower(after));
    for (const [, { name }] of gone)
      yield change('breaking', 'header-removed', `response header \`${name}\` is gone`, { subjects: [name] });
    for (const [, { name }] of come)
      yield change('non-breaking', 'header-added', `response header \`${name}\` is new`, { subjects: [name] });
    for (const [, old, now] of kept) {
      const [was, is] = [resolve<Schema>(this.base, old.header), resolve<Schema>(this.current, now.header)];
      const { name } = now;
      if (was.required && !is.required)
        yield change('breaking', 'header-optional', `response header \`${name}\` may be absent`, { subjects: [name] });
      yield* this.compareSchemas(was.schema, is.schema, `response header \`${name}\``, response);
    }
  }

  private *compareContent(before: Content, after: Content, what: string, position: Position): Changes {
    const { gone, come, kept } = sides(mapOf(before), mapOf(after));
    const has = position.request ? 'may' : 'can';
    for (const [type] of gone)
      yield change('breaking', 'media-type-removed', `${what} ${has} no longer be \`${type}\``, { subjects: [type] });
    for (const [type] of come) yield change('non-breaking', 'media-type-added', `${what} ${has} also be \`${type}\``, { subjects: [type] });
    for (const [, old, now] of kept) yield* this.compareSchemas(old.schema, now.schema, what, position);
  }

  /** What is said of a component is said of the type. */
  private *compareSchemas(before: Schema = {}, after: Schema = {}, name: string, position: Position): Changes {
    const plain = name.replaceAll('`', '');
    for (const { effect, rule, text, subjects } of new SchemaComparison(this.base, this.current, plain).compare(before, after))
      yield change(isBreaking(effect, position) ? 'breaking' : 'non-breaking', rule, text, { subjects });
  }
}

const schemaOf = ({ schema, content }: Parameter): Schema | undefined =>
  schema ?? Object.values((content ?? {}) as Record<string, MediaType>)[0]?.schema;

const resolveBody = (document: Document, { requestBody }: Operation): Operation['requestBody'] =>
  requestBody && resolve<NonNullable<Operation['requestBody']>>(document, requestBody);

const nameOf = ({ path, method, operation }: { path: string; method: string; operation: Operation }) =>
  `operation \`${operation.operationId}\` (${method.toUpperCase()} ${path})`;

export function compareOperations(base: Document, current: Document, pairs: OperationPair[]): Change[] {
  const known = (document: Document) => new Set([...operationsOf(document)].map(routeOf));
  const [before, after] = [known(base), known(current)];
  const gone = [...operationsOf(base)].filter((item) => !after.has(routeOf(item)));
  const come = [...operationsOf(current)].filter((item) => !before.has(routeOf(item)));
  const about = (id: string) => ({ operations: [id], subjects: [id] });
  // What several operations share, such as an error, is told once.
  const shared = new Map<string, Change>();
  for (const pair of pairs) {
    const { operationId } = pair.after;
    for (const item of new OperationComparison(base, current, pair).compare()) {
      const known = shared.get(`${item.rule} ${item.text}`);
      if (!known) shared.set(`${item.rule} ${item.text}`, { ...item, operations: [operationId] });
      else if (!known.operations.includes(operationId)) known.operations.push(operationId);
    }
  }
  return [
    ...gone.map((item) => change('breaking', 'operation-removed', `${nameOf(item)} is gone`, about(item.operation.operationId))),
    ...come.map((item) => change('non-breaking', 'operation-added', `${nameOf(item)} is new`, about(item.operation.operationId))),
    ...shared.values(),
  ];
}

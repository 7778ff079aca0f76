/** What changes for those who call one operation: parameters, bodies, statuses, headers, and the schemas that have no name. */

import type { Document, MediaType, Operation, Parameter, Response, Schema } from '../../contract/openapi.js';
import { mediaTypeOf } from '../../http/media-type.js';
import type { Call, Content, Held } from '../model/call.js';
import { canonical, meaningOf } from '../model/canonical.js';
import type { Level } from '../model/change.js';
import { resolve } from '../model/document.js';
import { levelOf, type SchemaEffect } from '../model/effect.js';
import { memberChanges, summarise } from '../model/member-changes.js';
import type { OperationPair } from '../model/operation-pairs.js';
import { type Outcome, outcomeOf, type Part } from '../model/outcome.js';
import { byMediaType } from './by-media-type.js';
import type { Values } from './concerns.js';
import { compareDefaults, SchemaComparison } from './schema-effects.js';
import { typed } from './typed.js';

export interface OperationEffect {
  level: Level;
  rule: string;
  text: string;
  subjects: string[];
  part: Part;
  /** `route`, `body`, `status`, or a parameter or header by its place and name. */
  in: string;
  /** What it does to the call at hand, where there is one. */
  outcome: Outcome;
  /** Set where it is not known whether it concerns the call. */
  isUncertain?: true;
  /** Of what a schema says. */
  effect?: SchemaEffect;
}

/** A call of which is told what concerns it, and two contracts as judges of its values. */
export interface CallAtHand extends Omit<Values, 'part'> {
  call: Call;
}

type Effects = Generator<OperationEffect, void>;
type Contents = Record<string, MediaType> | undefined;

interface Where {
  part: Part;
  in: string;
  subjects?: string[];
}

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
const not = (known: boolean | undefined): boolean | undefined => (known === undefined ? undefined : !known);

const schemaOf = ({ schema, content }: Parameter): Schema | undefined =>
  schema ?? Object.values((content ?? {}) as Record<string, MediaType>)[0]?.schema;

const resolveBody = (document: Document, { requestBody }: Operation): Operation['requestBody'] =>
  requestBody && resolve<NonNullable<Operation['requestBody']>>(document, requestBody);

/** How a parameter is written: what is told, or what is so where nothing is. */
function formOf(parameter: Parameter, form: string): unknown {
  if (form === 'content') return Object.keys((parameter.content ?? {}) as object).join();
  const usual = parameter.in === 'query' || parameter.in === 'cookie' ? 'form' : 'simple';
  const style = parameter.style ?? usual;
  if (form === 'style') return style;
  return parameter[form] ?? (form === 'explode' && style === 'form');
}

const plainTypes: readonly unknown[] = ['string', 'number', 'integer', 'boolean', 'null'];

/** Whether each value of a parameter is one text. */
function isPlain(document: Document, { schema }: Parameter): boolean {
  const types = schema === undefined ? [] : [resolve<Schema>(document, schema).type ?? []].flat();
  return types.length > 0 && types.every((type) => plainTypes.includes(type));
}

/** The schema of each media type. */
const bodies = ({ content }: Response) => Object.entries(content ?? {}).map(([type, { schema }]) => [type, schema ?? {}]);

const goneInWords = (status: string): string => `no longer answers with ${status === 'default' ? 'any other status (`default`)' : status}`;

/** The responses under which a status stands, such as `404`, `4XX`, `default`. */
function responseKey(responses: Record<string, Response>, status: number): string | undefined {
  return [String(status), `${String(status)[0]}XX`, `${String(status)[0]}xx`, 'default'].find((key) => Object.hasOwn(responses, key));
}

/** The response under which a status stands. */
export function responseOf({ responses }: Operation, status: number): Response | undefined {
  const key = responseKey(responses, status);
  return key === undefined ? undefined : responses[key];
}

export class OperationComparison {
  /** @param atHand with it, all that is told is what concerns that call */
  constructor(
    private readonly base: Document,
    private readonly current: Document,
    private readonly pair: OperationPair,
    private readonly atHand?: CallAtHand,
  ) {}

  *compare(): Effects {
    const { before, after, path, pathAfter } = this.pair;
    const where: Where = { part: 'request', in: 'route' };
    const always = () => true;
    if (before.operationId !== after.operationId) {
      const text = `operation \`${before.operationId}\` is now called \`${after.operationId}\``;
      yield* this.tell('breaking', 'operation-renamed', text, where, 'warned', always);
    }
    if (path !== pathAfter)
      yield* this.tell('breaking', 'path-renamed', `path \`${path}\` is now written \`${pathAfter}\``, where, 'warned', always);
    const [was, is] = [before, after].map((operation) => (operation as Schema).deprecated === true);
    if (is && !was)
      yield* this.tell('non-breaking', 'operation-deprecated', `operation \`${after.operationId}\` is deprecated`, where, 'warned', always);
    if (was && !is) {
      const text = `operation \`${after.operationId}\` is no longer deprecated`;
      yield* this.tell('non-breaking', 'operation-not-deprecated', text, where, 'possible', always);
    }
    yield* this.compareParameters();
    yield* this.compareRequestBody();
    if (this.atHand) yield* this.compareResponseTo(this.atHand.call);
    else yield* this.compareResponses();
  }

  /** @param concerns whether it concerns a call, where that is known */
  private *tell(
    level: Level,
    rule: string,
    text: string,
    { subjects = [], ...where }: Where,
    outcome: Outcome,
    concerns: (call: Call) => boolean | undefined,
  ): Effects {
    const known = this.atHand ? concerns(this.atHand.call) : true;
    if (known === false || (known === undefined && outcome === 'possible')) return;
    const effect: OperationEffect = { level, rule, text, subjects, ...where, outcome };
    yield known === undefined ? { ...effect, outcome: 'warned', isUncertain: true } : effect;
  }

  /** What is said of a component is said of the type, unless a call is at hand. */
  private *tellSchemas(before: Schema = {}, after: Schema = {}, name: string, where: Where, held?: Held[]): Effects {
    const { part } = where;
    const values = this.atHand && { ...this.atHand, part };
    const position = { request: part === 'request', response: part === 'response' };
    for (const effect of new SchemaComparison(this.base, this.current, name, values).compare(before, after, held)) {
      const { rule, text, subjects } = effect;
      const level = levelOf(effect.effect, position);
      const concerned = this.atHand && effect.pointers === undefined ? undefined : true;
      for (const told of this.tell(level, rule, text, { ...where, subjects }, outcomeOf(effect, part), () => concerned))
        yield { ...told, effect };
    }
  }

  /** Those of path are known by where they stand in it. */
  private parametersOf(document: Document, { parameters = [] }: Operation, path: string): Map<string, [key: string, Parameter]> {
    const shared = (document.paths[path]?.parameters ?? []) as Parameter[];
    const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
    return new Map(
      [...shared, ...parameters].map((item) => {
        const parameter = resolve<Parameter>(document, item as Parameter);
        const { name, in: place } = parameter;
        const key = place === 'path' ? String(inPath.indexOf(name)) : place === 'header' ? name.toLowerCase() : name;
        return [`${place} ${key}`, [key, parameter]];
      }),
    );
  }

  private *compareParameters(): Effects {
    const { before, after, path, pathAfter } = this.pair;
    const { gone, come, kept } = sides(this.parametersOf(this.base, before, path), this.parametersOf(this.current, after, pathAfter));
    const words = ({ in: place, name }: Parameter) => `${place} parameter \`${name}\``;
    const about = ({ in: place, name }: Parameter): Where => ({ part: 'request', in: `${place} ${name}`, subjects: [name] });
    const isSent =
      (key: string, { in: place }: Parameter) =>
      (call: Call) => {
        const texts = call.parameter(place, key);
        return texts && texts.length > 0;
      };
    for (const [, [key, item]] of gone)
      yield* this.tell('breaking', 'parameter-removed', `${words(item)} is gone`, about(item), 'breaks', isSent(key, item));
    for (const [, [key, item]] of come) {
      if (item.required)
        yield* this.tell('breaking', 'parameter-added', `${words(item)} is new and required`, about(item), 'breaks', (call) =>
          not(isSent(key, item)(call)),
        );
      else yield* this.tell('non-breaking', 'parameter-added', `${words(item)} is new`, about(item), 'possible', isSent(key, item));
    }
    for (const [, [key, old], [, now]] of kept) {
      const where = about(now);
      const sent = isSent(key, old);
      // On the wire names of headers have no case; the key of the input has.
      if (old.in === 'header' && old.name !== now.name)
        yield* this.tell('breaking', 'parameter-renamed', `${words(old)} is now written \`${now.name}\``, where, 'warned', sent);
      if (!old.required && now.required)
        yield* this.tell('breaking', 'parameter-required', `${words(now)} is required`, where, 'breaks', (call) => not(sent(call)));
      if (old.required && !now.required)
        yield* this.tell('non-breaking', 'parameter-optional', `${words(now)} may be left out`, where, 'possible', (call) =>
          not(sent(call)),
        );
      if (now.deprecated && !old.deprecated)
        yield* this.tell('non-breaking', 'parameter-deprecated', `${words(now)} is deprecated`, where, 'warned', sent);
      for (const form of ['style', 'explode', 'allowReserved', 'allowEmptyValue', 'content']) {
        if (formOf(old, form) === formOf(now, form)) continue;
        // What has no parts is not taken apart.
        if (form === 'explode' && isPlain(this.base, old) && isPlain(this.current, now)) continue;
        yield* this.tell('breaking', 'parameter-form', `${words(now)} is written in another way (\`${form}\`)`, where, 'breaks', sent);
      }
      if (old.deprecated && !now.deprecated)
        yield* this.tell('non-breaking', 'parameter-not-deprecated', `${words(now)} is no longer deprecated`, where, 'possible', sent);
      const texts = this.atHand?.call.parameter(old.in, key);
      const [was, is] = [schemaOf(old), schemaOf(now)];
      const [given, left] = [was && resolve<Schema>(this.base, was), is && resolve<Schema>(this.current, is)];
      for (const effect of compareDefaults(given?.default, left?.default, now.name, now.name)) {
        const level = levelOf(effect.effect, { request: true, response: false });
        const text = effect.text.replace(`\`${now.name}\``, words(now));
        yield* this.tell(level, effect.rule, text, where, 'warned', (call) => not(sent(call)));
      }
      const held = texts?.map((text) => ({ pointer: '', value: typed(text, left) }));
      yield* this.tellSchemas(was, is, words(now).replaceAll('`', ''), where, held);
    }
  }

  private *compareRequestBody(): Effects {
    const [old, now] = [resolveBody(this.base, this.pair.before), resolveBody(this.current, this.pair.after)];
    const where: Where = { part: 'request', in: 'body' };
    const isSent = (call: Call) => call.request.hasBody;
    const isLeftOut = (call: Call) => not(call.request.hasBody);
    if (!old && now?.required) yield* this.tell('breaking', 'body-added', 'takes a body, which is required', where, 'breaks', isLeftOut);
    else if (!old && now) yield* this.tell('non-breaking', 'body-added', 'takes a body', where, 'possible', isSent);
    if (old && !now) yield* this.tell('breaking', 'body-removed', 'takes no body any more', where, 'breaks', isSent);
    if (!old || !now) return;
    if (!old.required && now.required) yield* this.tell('breaking', 'body-required', 'the body is required', where, 'breaks', isLeftOut);
    if (old.required && !now.required)
      yield* this.tell('non-breaking', 'body-optional', 'the body may be left out', where, 'possible', isLeftOut);
    yield* this.compareContent(old.content, now.content, 'a body', where, (call) => call.request);
  }

  private *compareResponses(): Effects {
    const { before, after } = this.pair;
    const { gone, come, kept } = sides(mapOf(before.responses), mapOf(after.responses));
    const about = (status: string): Where => ({ part: 'response', in: 'status', subjects: [status] });
    const always = () => true;
    const hasGood = [before, after].every(({ responses }) => Object.keys(responses).some((status) => /^2/.test(status)));
    for (const [status] of gone) {
      const isError = /^[345]/.test(status) || (status === 'default' && hasGood);
      yield* this.tell(isError ? 'non-breaking' : 'breaking', 'status-removed', goneInWords(status), about(status), 'breaks', always);
    }
    for (const [status, response] of come) {
      const isKnown = !/^2/.test(status) || this.isAnsweredAlready(response);
      const text = isKnown ? `may answer with ${status}` : `may answer with ${status}, and with another body`;
      yield* this.tell(isKnown ? 'non-breaking' : 'breaking', 'status-added', text, about(status), 'warned', always);
    }
    for (const [status, old, now] of kept) yield* this.compareResponse(status, old, now);
  }

  /** Whether a response has a body that one of the good ones had before, so that who reads the others can read it too. */
  private isAnsweredAlready(response: Response): boolean {
    const bodyOf = (document: Document, item: Response) => canonical(bodies(resolve<Response>(document, item)));
    const known = Object.entries(this.pair.before.responses).filter(([status]) => /^2/.test(status));
    return known.length === 0 || known.some(([, item]) => bodyOf(this.base, item) === bodyOf(this.current, response));
  }

  /** Of all statuses, the one that the call was answered with, and new ones that it may be answered with in its place. */
  private *compareResponseTo({ status }: Call): Effects {
    const { before, after } = this.pair;
    if (status === undefined) return yield* this.compareResponses();
    const [was, is] = [before, after].map(({ responses }) => responseKey(responses, status));
    const about: Where = { part: 'response', in: 'status', subjects: [String(status)] };
    const isGood = status < 300;
    const always = () => true;
    if (was !== undefined && is === undefined)
      yield* this.tell('breaking', 'status-removed', `no longer answers with ${was}`, about, isGood ? 'breaks' : 'warned', always);
    if (was === undefined && is !== undefined)
      yield* this.tell('non-breaking', 'status-added', `may answer with ${is}`, about, 'possible', always);
    const come = Object.keys(after.responses).filter((key) => /^2/.test(key) && key !== is && !Object.hasOwn(before.responses, key));
    if (isGood) for (const key of come) yield* this.tell('non-breaking', 'status-added', `may answer with ${key}`, about, 'warned', always);
    if (was !== undefined && is !== undefined)
      yield* this.compareResponse(String(status), before.responses[was] as Response, after.responses[is] as Response);
  }

  private *compareResponse(status: string, old: Response, now: Response): Effects {
    const { before, after } = this.pair;
    const [was, is] = [resolve<Response>(this.base, old), resolve<Response>(this.current, now)];
    yield* this.compareHeaders(was, is);
    // Where only one of them has a stream, that is told by itself.
    const areStreams = before['x-stream'] !== undefined && after['x-stream'] !== undefined;
    const [contents, contentsAfter] = areStreams ? [contentsOf(before, was), contentsOf(after, is)] : [was.content, is.content];
    const what = `an answer of status ${status}`;
    yield* this.compareContent(contents, contentsAfter, what, { part: 'response', in: 'body' }, (call) => call.response);
  }

  private *compareHeaders(before: Response, after: Response): Effects {
    const byName = ({ headers }: Response) =>
      new Map(Object.entries(headers ?? {}).map(([name, header]) => [name.toLowerCase(), { name, header }]));
    const { gone, come, kept } = sides(byName(before), byName(after));
    const about = (name: string): Where => ({ part: 'response', in: `header ${name}`, subjects: [name] });
    const came = (name: string) => (call: Call) => call.response.hasHeader(name.toLowerCase());
    // Few read headers, so that one which is gone breaks no call for certain.
    for (const [, { name }] of gone)
      yield* this.tell('breaking', 'header-removed', `response header \`${name}\` is gone`, about(name), 'warned', came(name));
    for (const [, { name }] of come)
      yield* this.tell('non-breaking', 'header-added', `response header \`${name}\` is new`, about(name), 'possible', came(name));
    for (const [, old, now] of kept) {
      const [was, is] = [resolve<Schema>(this.base, old.header), resolve<Schema>(this.current, now.header)];
      const { name } = now;
      yield* this.compareHeaderNotes(was, is, about(name), name);
      if (was.required && !is.required)
        yield* this.tell('breaking', 'header-optional', `response header \`${name}\` may be absent`, about(name), 'warned', came(name));
      if (!was.required && is.required)
        yield* this.tell(
          'non-breaking',
          'header-required',
          `response header \`${name}\` is always there`,
          about(name),
          'possible',
          came(name),
        );
      if (!this.atHand) yield* this.tellSchemas(was.schema, is.schema, `response header ${name}`, about(name));
    }
  }

  /** On which answers a header is, and what of a caller's limit it tells. */
  private *compareHeaderNotes(was: Schema, is: Schema, where: Where, name: string): Effects {
    const header = `response header \`${name}\``;
    const [before, after] = [was['x-media-type'], is['x-media-type']];
    if (before !== after) {
      const words =
        after === undefined ? `is on answers of any media type, was on those of \`${before}\`` : `is only on answers of \`${after}\``;
      const level: Level = after === undefined ? 'non-breaking' : 'breaking';
      yield* this.tell(
        level,
        'header-optional',
        `${header} ${words}${before && after ? `, was on those of \`${before}\`` : ''}`,
        where,
        'warned',
        () => undefined,
      );
    }
    const [told, tells] = [was['x-allowance'], is['x-allowance']];
    if (told !== tells) {
      const words = tells === undefined ? 'no longer tells' : 'tells';
      const text = `${header} ${words} \`${tells ?? told}\` of the allowance${told && tells ? `, was \`${told}\`` : ''}`;
      yield* this.tell(told === undefined ? 'non-breaking' : 'breaking', 'header-meaning', text, where, 'warned', () => undefined);
    }
    if (is.deprecated && !was.deprecated)
      yield* this.tell('non-breaking', 'header-deprecated', `${header} is deprecated`, where, 'warned', () => undefined);
  }

  /** @param content what was sent or came, of a call */
  private *compareContent(before: Contents, after: Contents, what: string, where: Where, content: (call: Call) => Content): Effects {
    const { gone, come, kept } = sides(byMediaType(before), byMediaType(after));
    const may = where.part === 'request' ? 'may' : 'can';
    const about = (type: string): Where => ({ ...where, subjects: [type] });
    const matches =
      (type: string) =>
      (call: Call): boolean | undefined => {
        const { mediaType, hasBody } = content(call);
        if (hasBody === false) return false;
        return mediaType === undefined ? undefined : mediaType === mediaTypeOf(type);
      };
    for (const [, { type }] of gone)
      yield* this.tell('breaking', 'media-type-removed', `${what} ${may} no longer be \`${type}\``, about(type), 'breaks', matches(type));
    for (const [, { type }] of come)
      yield* this.tell('non-breaking', 'media-type-added', `${what} ${may} also be \`${type}\``, about(type), 'possible', matches(type));
    for (const [, { type: written, media: old }, { type, media: now }] of kept) {
      if (this.atHand && matches(type)(this.atHand.call) === false) continue;
      // It is a key of the types, though the same on the wire.
      const text = `${what} is written \`${type}\`, was \`${written}\``;
      if (written !== type) yield* this.tell('breaking', 'media-type-written', text, about(type), 'warned', matches(type));
      const [charset, charsetNow] = [old['x-charset'], now['x-charset']];
      if (charset !== charsetNow) {
        const text = `${what} of \`${type}\` names ${charsetNow === undefined ? 'no character set' : `the character set ${charsetNow}`}, was ${charset ?? 'none'}`;
        yield* this.tell(charset && charsetNow ? 'breaking' : 'non-breaking', 'charset', text, about(type), 'warned', matches(type));
      }
      const [encoding, encodingNow] = [old, now].map((media) => (media as Schema).encoding);
      if (canonical(encoding ?? {}) !== canonical(encodingNow ?? {})) {
        const text = `${what} of \`${type}\` is written in another way: ${summarise(memberChanges(meaningOf(encoding ?? {}), meaningOf(encodingNow ?? {})))}`;
        yield* this.tell('breaking', 'encoding', text, about(type), 'breaks', matches(type));
      }
      yield* this.tellSchemas(old.schema, now.schema, what, where, this.atHand && content(this.atHand.call).values);
    }
  }
}

/** A stream has the schema of its events. */
export function contentsOf({ 'x-stream': stream }: Operation, { content }: Response): Contents {
  if (!stream || !content?.[eventStream]) return content;
  return { ...content, [eventStream]: { ...content[eventStream], schema: stream.event } };
}

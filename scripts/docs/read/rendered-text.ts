/** Reads the text of a page as a browser shows it: navigation, title, sections, and the date of the last change. */
import { BadInput } from '../../lib/bad-input.js';
import { readCalls } from './curl.js';
import { hasDescription } from './fences.js';
import { type JsonBlock, jsonBlocks, parseJson } from './json-text.js';
import * as landmarks from './landmarks.js';
import { findModified } from './modified.js';
import { readNavigation } from './navigation.js';
import { normalText } from './normal-text.js';
import { type DocsPage, emptyPage, type Form } from './page.js';

import { statusName, toldServers, toldStatuses } from './prose.js';

/** What only a page of the documentation has. */
const traces = [/^\s+• /m, landmarks.samples, /Body Params/, /^Copy Page$/m, /Run in Ap/, landmarks.keyParameter];
/** A path may have the server before it, where the site knows several. */
const methodAndPath = /^[ \t]*(GET|POST|PUT|PATCH|DELETE)[ \t]*\n[ \t]*(https?:\/\/[^\s/]+)?(\/\S*)[ \t]*$/m;
/** Above the first heading they may stand on one line, or have a mark between them, as that the operation is deprecated. */
const methodAndPathAbove = /^[ \t]*(GET|POST|PUT|PATCH|DELETE)(?:[ \t]+|[ \t]*\n[^\n/#]{1,20}\n[ \t]*)(https?:\/\/[^\s/]+)?(\/\S*)[ \t]*$/m;
const methodAndPathInline = /(?:^|\s)(GET|POST|PUT|PATCH|DELETE)\s+(https?:\/\/[^\s/]+)?(\/\S*)(?=\s|$)/;

/** Where line breaks are lost, what has a line of its own elsewhere stands in running text. */
function formOf(lines: string[], body: string): Form {
  if (landmarks.samples.test(body) && !lines.some((line) => landmarks.samplesLine.test(line.trim()))) return 'squashed';
  const own = [landmarks.request, landmarks.copyPage, /^\s+• /, /^#$/, /#$/, landmarks.builtWith];
  if (lines.some((line) => own.some((pattern) => pattern.test(line.trimEnd())))) return 'text';
  return landmarks.samples.test(body) || landmarks.keyParameter.test(body) || /\S# \S/.test(body) || /(?:• .*){3}/.test(body)
    ? 'squashed'
    : 'text';
}

interface Sections {
  request: number;
  samples: number;
  responses: number;
}

/** Where the sections of an endpoint page begin; a section that is missing begins where the next one does. */
function sections(body: string): Sections {
  const at = (pattern: RegExp, from = 0) => {
    const index = body.slice(from).search(pattern);
    return index < 0 ? body.length : index + from;
  };
  const call = at(/(?:^|\s)curl\s/m);
  const samples = Math.min(at(landmarks.samples), call);
  const params = Math.min(at(landmarks.mediaType), at(landmarks.keyParameter));
  const afterRequest = samples < body.length ? samples : params < body.length ? params : 0;
  // A line of its own says that the answers come before the samples.
  const early = at(landmarks.responsesLine, Math.min(params, at(landmarks.request)));
  const late = Math.min(at(landmarks.responses, afterRequest), at(landmarks.statusMark, afterRequest));
  const responses = early < samples ? early : late;
  const first = Math.min(samples, responses);
  const before = (index: number) => (index < first ? index : undefined);
  const request = before(at(landmarks.request)) ?? before(at(landmarks.requestInline)) ?? before(params) ?? first;
  return { request, samples: responses === early ? samples : first, responses };
}

/** The section that an index is in: each goes on until the next one. */
function sectionAt(all: Sections, index: number): keyof Sections | undefined {
  const begun = (['request', 'samples', 'responses'] as const).filter((name) => all[name] < index);
  return begun.sort((a, b) => all[a] - all[b]).at(-1);
}

/** Where a section ends. */
const endOf = (all: Sections, name: keyof Sections, body: string): number =>
  Math.min(body.length, ...Object.values(all).filter((start) => start > all[name]));

/** What a JSON block outside the sections is, from the line above it. */
function labelled(body: string, start: number): 'request' | 'response' | undefined {
  const above = body.slice(0, start).trimEnd().split('\n').at(-1)?.slice(-80) ?? '';
  return /\brequest\b|请求/i.test(above) ? 'request' : /\bresponse\b|响应|返回/i.test(above) ? 'response' : undefined;
}

const isIn = (index: number, blocks: JsonBlock[]): boolean => blocks.some(({ start, end = start }) => index > start && index < end);

/** Counts what stands at an address, such as the examples of an answer. */
function numbering(): (address: string) => string {
  const counts = new Map<string, number>();
  return (address) => {
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return `${address} ${count}`;
  };
}

/** Headings have a mark: with them, a page without an operation is a guide, and else that of a schema. */
const hasHeadings = (body: string): boolean => /(?:^|\S)#[ \t]*$|\S# \S/m.test(body);

/** Blocks without those that stand in one that would be an example if it were JSON. */
const outermost = (blocks: JsonBlock[], body: string): JsonBlock[] => {
  const broken = blocks.filter(({ start, value }) => value === undefined && /^\{\s*"/.test(body.slice(start, start + 200)));
  return blocks.filter(({ start }) => !isIn(start, broken));
};

function readPayloads(page: DocsPage, body: string, parts: Sections): void {
  const { request, samples, responses } = parts;
  const answers = body.slice(responses, endOf(parts, 'responses', body));
  const isEndpoint = page.method !== undefined || samples < body.length || responses < body.length;
  const isGuide = !isEndpoint && hasHeadings(body);
  const blocks = outermost(jsonBlocks(body), body).filter(
    ({ start }) => !/(?:^|\n)data: ?$/.test(body.slice(Math.max(0, start - 8), start)),
  );
  const marked = [...answers.matchAll(landmarks.statusMark)];
  const statuses = (marked.length > 0 ? marked : [...answers.matchAll(landmarks.bareStatus)])
    .map((match) => ({ at: match.index + responses, status: statusName(match[1] as string) }))
    .filter(({ at }) => !isIn(at, blocks));
  page.statuses = [...new Set(statuses.map(({ status }) => status))];
  const statusAt = (index: number) => statuses.findLast(({ at }) => at < index)?.status;
  const numbered = numbering();
  const answerAt = (index: number) => `response ${statusAt(index) ?? '2XX'}`;

  for (const { start, end, value } of blocks) {
    const section = sectionAt(parts, start);
    const inSection = isEndpoint && (section === 'request' || section === 'responses');
    const isObject = body[start] === '{';
    if (inSection && end === undefined && isObject) throw new BadInput(`${page.source}: the page is cut off inside an example`);
    const isText = isEndpoint ? !inSection : isGuide;
    const role = !isEndpoint
      ? isGuide
        ? (labelled(body, start) ?? 'request')
        : 'schema'
      : section === 'responses'
        ? 'response'
        : section === 'samples'
          ? undefined
          : section === 'request'
            ? 'request'
            : labelled(body, start);
    if (!role) continue;
    const status = role === 'response' ? statusAt(start) : undefined;
    const where = status ? `example of ${status}` : `${isText ? 'text: ' : ''}${role} example`;
    if (value === undefined) {
      if ((inSection || role === 'schema') && isObject) page.malformed.push(where);
      continue;
    }
    const holder = isText
      ? 'text'
      : role === 'schema'
        ? 'schema example'
        : role === 'request'
          ? 'request example'
          : `${answerAt(start)} example`;
    page.payloads.push({ role, where, address: numbered(holder), ...(status && { status }), value });
  }
  for (const { index, 1: line } of answers.matchAll(/^data: ?(\{.*)$/gm)) {
    const value = parseJson(line as string);
    if (value === undefined) page.malformed.push('event');
    else page.payloads.push({ role: 'event', where: 'event', address: numbered(`${answerAt(responses + index)} event`), value });
  }

  const type = (text: string) => landmarks.mediaType.exec(text)?.[0];
  const asked = withoutBlocks(body, blocks, request, endOf(parts, 'request', body));
  const askedType = type(asked);
  if (askedType) {
    page.media.push({ address: 'request', type: askedType });
    const after = asked.slice(asked.indexOf(askedType) + askedType.length);
    page.bodyRequired = landmarks.required.test(after.split('\n', 1)[0] ?? '');
  }
  for (const [index, { at, status }] of statuses.entries()) {
    const found = type(withoutBlocks(body, blocks, at, statuses[index + 1]?.at ?? responses + answers.length));
    if (found) page.media.push({ address: `response ${status}`, type: found });
  }
}

/** What begins as an object with members. */
const objectStart = /\{\s*["“”]\w+["“”]\s*:/;

/** Examples that are no JSON where line breaks are lost, and with them what tells an example from a word in braces: a section has one, or none that can be read. */
function brokenExamples({ payloads, statuses }: DocsPage, body: string, parts: Sections): string[] {
  const [status] = statuses;
  const sections = [
    ['request', 'request', 'request example'],
    ['responses', 'response', status === undefined ? 'response example' : `example of ${status}`],
  ] as const;
  return sections.flatMap(([section, role, where]) => {
    const isShown = payloads.some((payload) => payload.role === role && !payload.where.startsWith('text:'));
    return !isShown && objectStart.test(body.slice(parts[section], endOf(parts, section, body))) ? [where] : [];
  });
}

const withoutBlocks = (body: string, blocks: JsonBlock[], from: number, to: number): string =>
  blocks
    .filter(({ start, end = start }) => start >= from && end <= to)
    .reduceRight((text, { start, end = start }) => text.slice(0, start - from) + text.slice(end - from), body.slice(from, to));

const typeLine = /^(?:string|integer|number|boolean|array|object|enum|file|any)\b/;

/** The parameters of a request: the key, and the tables, where a name is a line with its type below it or behind it. */
function readParameters(request: string): DocsPage['parameters'] {
  const key = landmarks.keyParameter.exec(request);
  const found = key ? [{ in: (key[1] as string).toLowerCase(), name: key[2] as string }] : [];
  const tables = [...request.matchAll(landmarks.parameterTable)];
  for (const [index, table] of tables.entries()) {
    const lines = request.slice(table.index + table[0].length, tables[index + 1]?.index).split('\n');
    const end = lines.findIndex((line) => /\bBody\b/.test(line) || landmarks.mediaType.test(line));
    const own = lines.slice(0, end < 0 ? lines.length : end).map((line) => line.trim());
    for (const [at, line] of own.entries()) {
      const [, name, type] = /^([\w.[\]-]+)(?:\s+(\w+))?/.exec(line) ?? [];
      const next = own.slice(at + 1).find((other) => other !== '') ?? '';
      if (name && !typeLine.test(line) && (type ? typeLine.test(type) : line === name && typeLine.test(next)))
        found.push({ in: (table[1] as string).toLowerCase(), name });
    }
  }
  return found;
}

/** A page without its navigation where line breaks are lost: what follows the last of the titles is folder and title. */
function withoutInlineNavigation(text: string): { heading?: string; body: string } {
  const end = /^[\s\S]*•[^•]*?\s1\.\s+/.exec(text)?.[0].length;
  if (end === undefined) return { body: text };
  const body = text.slice(end);
  const heading = methodAndPathInline.exec(body.slice(0, 300));
  return { ...(heading && { heading: body.slice(0, heading.index).trim() }), body };
}

export function readRenderedText(source: string, pasted: string): DocsPage {
  // Programs that take a page over put some between its lines, or take them out.
  const text = pasted.replace(/\n\s*\n/g, '\n');
  const changed = findModified(text);
  if (!changed && !traces.some((trace) => trace.test(text)))
    throw new BadInput(
      `${source}: ${hasDescription(text) ? 'it has an OpenAPI description and does not begin with the title of its page (`# …`); save the Markdown as the site gives it' : 'not a documentation page'}`,
    );
  const lines = text.split('\n');
  if (!changed && !lines.some((line) => landmarks.builtWith.test(line)) && !/Built with\s*$/.test(text))
    throw new BadInput(`${source}: the page is cut off, it has neither a date of change nor an end`);
  const { navigation, folder, title, body: from } = readNavigation(lines);
  const form = formOf(lines, text);
  const whole = lines.slice(from).join('\n');
  // Of the line breaks that are left nothing may depend: the next reading may have others.
  const { heading, body } =
    form === 'squashed' ? withoutInlineNavigation(whole.replace(/\s+/g, ' ').trim()) : { body: whole, heading: undefined };
  const parts = sections(body);
  const beforeHeadings = body.slice(0, Math.min(parts.request, body.search(/#(?:\s|$)/) + 1 || body.length));
  const [, method, server, path] =
    (form === 'text' ? (methodAndPath.exec(body) ?? methodAndPathAbove.exec(beforeHeadings)) : methodAndPathInline.exec(beforeHeadings)) ??
    [];
  const { calls, cut } = readCalls(body);
  if (cut) throw new BadInput(`${source}: the page is cut off inside a code sample`);
  const page: DocsPage = {
    ...emptyPage(source, form),
    ...(title !== undefined && { title }),
    ...(heading !== undefined && { heading }),
    ...(folder !== undefined && { folder }),
    ...(method !== undefined && path !== undefined && { method, path }),
    calls,
    servers: [...new Set([...(server === undefined ? [] : [server]), ...toldServers(body.slice(0, parts.samples))])],
    parameters: readParameters(body.slice(parts.request, endOf(parts, 'request', body))),
    ...(changed && { modified: changed.date }),
    ...(navigation && { navigation }),
  };
  readPayloads(page, body, parts);
  if (form === 'squashed') page.malformed.push(...brokenExamples(page, body, parts));
  // A guide may show a call, and has none of the words around a request.
  const isEndpoint = [landmarks.samples, landmarks.keyParameter, landmarks.statusMark].some((words) => body.search(words) >= 0);
  if (page.method === undefined && !isEndpoint && (page.payloads.length === 0 || hasHeadings(body))) page.told = toldStatuses(body);
  return { ...page, ...normalText(body, title ?? heading ?? '', form) };
}

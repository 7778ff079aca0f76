/** Reads the text of a page as a browser shows it: navigation, title, sections, and the date of the last change. */
import { BadInput } from '../../lib/bad-input.js';
import { type DocsPage, emptyPage } from '../page.js';
import { readCalls } from './curl.js';
import { jsonBlocks, parseJson } from './json-text.js';
import { readNavigation } from './navigation.js';

const modified = /Modified at[\s\u00a0]*(\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?)/;
const lastLines = [modified, /^Built with/m];
/** What only a page of the documentation has. */
const traces = [modified, /^\s+• /m, /Request Code Samples/, /Body Params/, /^Copy Page$/m, /Run in Apifox/];
const methodAndPath = /^[ \t]*(GET|POST|PUT|PATCH|DELETE)[ \t]*\n[ \t]*(\/\S*)[ \t]*$/m;
const statusLine = /^\s*\p{Extended_Pictographic}\s*([1-5]\d\d)/gmu;

/** Where the sections of an endpoint page begin; a section that is missing begins where the next one does. */
function sections(body: string): { request: number; samples: number; responses: number } {
  const at = (pattern: RegExp, from = 0) => {
    const index = body.slice(from).search(pattern);
    return index < 0 ? body.length : index + from;
  };
  const samples = at(/Request Code Samples/);
  const responses = at(/\bResponses(?=\s)/, Math.min(samples, at(/Body Params/)));
  const heading = Math.min(at(/^Request$/m), responses);
  return {
    request: heading < responses ? heading : Math.min(at(/^Request\s/m), samples, responses),
    samples: Math.min(samples, responses),
    responses,
  };
}

/** What a JSON block outside the sections is, from the line above it. */
function labelled(body: string, start: number): 'request' | 'response' | undefined {
  const above = body.slice(0, start).trimEnd().split('\n').at(-1) ?? '';
  return /\brequest\b/i.test(above) ? 'request' : /\bresponse\b/i.test(above) ? 'response' : undefined;
}

function readPayloads(page: DocsPage, body: string): void {
  const { request, samples, responses } = sections(body);
  const isEndpoint = page.method !== undefined || samples < body.length || responses < body.length;
  const statuses = [...body.slice(responses).matchAll(statusLine)].map((match) => ({
    at: match.index + responses,
    status: match[1] as string,
  }));
  page.statuses = statuses.map(({ status }) => status);
  for (const { start, end, value } of jsonBlocks(body)) {
    const inSection = isEndpoint && start > request && (start < samples || start > responses);
    if (inSection && end === undefined && body[start] === '{') throw new BadInput(`${page.source}: the page is cut off inside an example`);
    const status = statuses.findLast(({ at }) => at < start)?.status;
    const role = !isEndpoint
      ? 'schema'
      : start > responses
        ? 'response'
        : start > samples
          ? undefined
          : start > request
            ? 'request'
            : labelled(body, start);
    if (!role) continue;
    const where = role === 'response' && status ? `example of ${status}` : `${isEndpoint && !inSection ? 'text: ' : ''}${role} example`;
    if (value !== undefined) page.payloads.push({ role, where, ...(role === 'response' && status && { status }), value });
    else if (inSection && body[start] === '{') page.malformed.push(where);
  }
  for (const [, line] of body.slice(responses).matchAll(/^data: ?(\{.*)$/gm)) {
    const value = parseJson(line as string);
    if (value === undefined) page.malformed.push('event');
    else page.payloads.push({ role: 'event', where: 'event', value });
  }
}

export function readRenderedText(source: string, text: string): DocsPage {
  if (!traces.some((trace) => trace.test(text))) throw new BadInput(`${source}: not a documentation page`);
  if (!lastLines.some((line) => line.test(text)))
    throw new BadInput(`${source}: the page is cut off, it has neither a date of change nor an end`);
  const lines = text.split(/\r?\n/);
  const { navigation, folder, title, body: from } = readNavigation(lines);
  const body = lines.slice(from).join('\n');
  const [, method, path] = methodAndPath.exec(body) ?? [];
  const { calls, cut } = readCalls(body);
  if (cut) throw new BadInput(`${source}: the page is cut off inside a code sample`);
  const page: DocsPage = {
    ...emptyPage(source),
    ...(title !== undefined && { title }),
    ...(folder !== undefined && { folder }),
    ...(method !== undefined && path !== undefined && { method, path }),
    calls,
    ...(modified.exec(text)?.[1] && { modified: modified.exec(text)?.[1] }),
    ...(navigation && { navigation }),
  };
  readPayloads(page, body);
  return page;
}

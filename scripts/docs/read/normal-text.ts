/**
 * The normal text of a page: what is left when everything that is not the page is taken away, so that two readings of a page differ only
 * if it has changed. A digest stands for it in the lock file; when a rule here changes, that of its form in {@link ruleVersions} goes up.
 */
import { canonicalJson } from '../../lib/canonical-json.js';
import { decodedReference, parseBlock } from './description.js';
import { fencesIn } from './fences.js';
import { jsonBlocks } from './json-text.js';
import * as landmarks from './landmarks.js';
import { findModified } from './modified.js';
import type { DocsPage, Form, Section } from './page.js';

/** Digests of another version say nothing about the text. */
export const ruleVersions: Readonly<Record<Form, number>> = { text: 1, squashed: 2, markdown: 2 };

type Normal = Pick<DocsPage, 'normal' | 'sections'>;

const collapsed = (line: string): string => line.replace(/[ \t\f\v]+/g, ' ').trim();

/** The lines of a text, its JSON written compactly, each block as one line. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let from = 0;
  const add = (part: string) => lines.push(...part.split('\n').map(collapsed));
  for (const { start, end, value } of jsonBlocks(text)) {
    if (end === undefined || value === undefined) continue;
    add(text.slice(from, start));
    lines.push(canonicalJson(value));
    from = end;
  }
  add(text.slice(from));
  return lines.filter((line) => line !== '');
}

/** How much of a page without a date may be its end. */
const longestEnd = 400;

/** Takes the end of a page away: its date, the pages before and after it, who made the site. */
function withoutFrame(body: string): string {
  const changed = findModified(body);
  const text = changed ? `${body.slice(0, changed.start)}\n${body.slice(changed.end)}` : body;
  const tailFrom = changed?.start ?? Math.max(0, text.trimEnd().length - longestEnd);
  const lines = text.slice(tailFrom).split('\n').map(collapsed);
  const kept = lines.filter((line, index) => {
    const before = lines.slice(0, index).findLast((other) => other !== '') ?? '';
    return !landmarks.previousOrNext.test(line) && !landmarks.previousOrNext.test(before);
  });
  const isFrame = (line: string) => landmarks.builtWith.test(line) || landmarks.runIn.test(line) || landmarks.copyPage.test(line);
  return [...text.slice(0, tailFrom).split('\n'), ...kept].filter((line) => !isFrame(collapsed(line))).join('\n');
}

/** The same where line breaks are lost. */
function withoutInlineFrame(body: string): string {
  const changed = findModified(body);
  const [start, end] = changed ? [changed.start, changed.end] : Array(2).fill(Math.max(0, body.length - longestEnd));
  return `${body.slice(0, start)} ${body.slice(end).replace(landmarks.endInline, ' ')}`.replace(landmarks.frameInline, ' ');
}

const starts = (line: string, patterns: RegExp[]): boolean => patterns.some((pattern) => line.search(pattern) === 0);
const words = (line: string): string => line.split(' ').slice(0, 4).join(' ');
/** A heading has its mark behind it; `C#` is a language of the code samples. */
const isMarked = (line: string): boolean => line.length > 3 && line.endsWith('#');

/** Where a part of a page begins that has no mark. */
const beginsInline = new RegExp(
  `(?=${[landmarks.requestInline, landmarks.samples].map(({ source }) => source).join('|')})|(?<=')(?=\\s${landmarks.responses.source})`,
  'm',
);

/** A text without line breaks in pieces: up to the mark of a heading, or to where another part begins. */
const piecesOf = (line: string): string[] =>
  line
    .split(/(?<=\S#) /)
    .flatMap((piece) => piece.split(beginsInline))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** Lines by the headings above them. */
function byHeading(title: string, lines: string[], form: Form): Section[] {
  const found: { name: string; lines: string[] }[] = [{ name: title, lines: [] }];
  const open = (name: string) => found.push({ name, lines: [] });
  const add = (line: string) => found.at(-1)?.lines.push(line);
  for (const [index, line] of lines.entries()) {
    if (form === 'squashed') {
      for (const piece of piecesOf(line)) {
        if (starts(piece, [landmarks.requestInline, landmarks.samples, landmarks.responses])) open(words(piece));
        add(piece);
        if (isMarked(piece)) open(piece.slice(0, -1).split(' ').slice(-4).join(' '));
      }
      continue;
    }
    if (starts(line, [landmarks.request, landmarks.samples, landmarks.responses])) open(words(line));
    else if (lines[index + 1] === '#') open(line);
    else if (isMarked(line)) open(line.slice(0, -1));
    add(line);
  }
  return found.map(({ name, lines: own }) => ({ name: name || 'beginning', text: own.join('\n') })).filter(({ text }) => text !== '');
}

/** Of a text as a browser shows it, without the navigation before it. */
export function normalText(body: string, title: string, form: Form): Normal {
  const text = form === 'squashed' ? withoutInlineFrame(body) : withoutFrame(body);
  const lines = [...(title ? [title] : []), ...linesOf(text)];
  return { normal: lines.join('\n'), sections: byHeading(title, lines, form) };
}

const notOfThePage = /^x-(?:apifox|apidog)-(?!folder$)|^x-run-in-/;

/** An OpenAPI document without what the site adds to it, and with the names in its references as people write them. */
function ofThePage(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ofThePage);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !notOfThePage.test(key))
      .map(([key, inner]) => [key, key === '$ref' && typeof inner === 'string' ? decodedReference(inner) : ofThePage(inner)]),
  );
}

interface Parts {
  [name: string]: unknown;
}

const isObject = (value: unknown): value is Parts => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The parts of an OpenAPI document in which a change is told. */
function* partsOf(document: Parts): Generator<[name: string, part: unknown]> {
  const { paths, components, ...rest } = document;
  yield ['OpenAPI', rest];
  for (const [path, item] of Object.entries(isObject(paths) ? paths : {})) {
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      if (!isObject(operation)) {
        yield [`${method} of ${path}`, operation];
        continue;
      }
      const { parameters, requestBody, responses, ...own } = operation;
      yield [`${method.toUpperCase()} ${path}`, own];
      if (parameters !== undefined) yield ['parameters', parameters];
      if (requestBody !== undefined) yield ['request', requestBody];
      for (const [status, response] of Object.entries(isObject(responses) ? responses : {})) yield [`response ${status}`, response];
    }
  }
  for (const [kind, members] of Object.entries(isObject(components) ? components : {}))
    for (const [name, member] of Object.entries(isObject(members) ? members : {})) yield [`${kind} ${name}`, member];
}

function parsed(text: string): unknown {
  try {
    const value: unknown = parseBlock(text);
    return isObject(value) || Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Of the Markdown form. @param blocks gets the value of each block by its text, for whoever reads it too: parsing is the most of the work */
export function normalMarkdown(text: string, title: string, blocks = new Map<string, unknown>()): Normal {
  const pieces: string[] = [];
  const sections: Section[] = [];
  let name = title;
  const add = (section: Section) => {
    const last = sections.at(-1);
    if (last && last.name === section.name) last.text += `\n${section.text}`;
    else sections.push({ ...section });
  };
  const addText = (lines: string[]) => {
    for (const line of lines.map(collapsed).filter((other) => other !== '' && !landmarks.runIn.test(other))) {
      name = /^#{1,6} (.+)$/.exec(line)?.[1] ?? name;
      pieces.push(line);
      add({ name, text: line });
    }
  };
  let from = 0;
  for (const fence of fencesIn(text)) {
    const content = parsed(fence.content);
    if (content === undefined) continue;
    blocks.set(fence.content, content);
    const value = ofThePage(content);
    addText(text.slice(from, fence.start).split('\n'));
    from = fence.end;
    pieces.push(canonicalJson(value));
    if (isObject(value) && ('paths' in value || 'components' in value)) {
      for (const [part, inner] of partsOf(value))
        sections.push({ name: part, text: JSON.stringify(JSON.parse(canonicalJson(inner)), null, 2) });
    } else add({ name, text: canonicalJson(value) });
  }
  addText(text.slice(from).split('\n'));
  return { normal: pieces.join('\n'), sections };
}

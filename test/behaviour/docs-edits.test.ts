/** No change of a page is silent: every edit of a page that was recorded is found, in each form. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Contract, toContract } from '../../scripts/docs/compare/contract.js';
import { comparePage, entryOf } from '../../scripts/docs/compare/page.js';
import { type Finding, isDrift } from '../../scripts/docs/finding.js';
import { type Lock, type RecordedForm, recordPage } from '../../scripts/docs/lock/lock.js';
import { readPages } from '../../scripts/docs/read/inputs.js';
import { type DocsPage, isIndex } from '../../scripts/docs/read/page.js';
import { type DocsEntry, readDocsMap } from '../../scripts/lib/docs-map.js';
import type { Document } from '../../scripts/lib/document.js';
import { project } from '../../scripts/lib/project.js';

const held = (name: string) => readFileSync(new URL(`../fixtures/docs/held/${name}`, import.meta.url), 'utf8');
const texts = { markdown: held('import-a-file.md'), text: held('import-a-file.txt') };
/** The text without its line breaks, and without what a browser shows around the page. */
const squashed = `Run in Apifox\n${texts.text.slice(texts.text.indexOf('How it works#'), texts.text.indexOf('Previous\n')).replace(/\s+/g, ' ')}`;

let contract: Contract;
let docs: DocsEntry[];

beforeAll(async () => {
  docs = await readDocsMap();
  contract = toContract(JSON.parse(readFileSync(`${project.generated}openapi.json`, 'utf8')) as Document, docs);
});

function pageOf(text: string): DocsPage {
  const [page] = readPages('page', text);
  if (!page || isIndex(page)) throw new Error('no page');
  return page;
}

function recorded(text: string): Lock {
  const page = pageOf(text);
  return recordPage([], docs, entryOf(contract, page).entry as DocsEntry, page);
}

/** What is found when one text was recorded and another one is read. */
function found(before: string, after: string): Finding[] {
  const history = { lock: recorded(before), recall: () => pageOf(before).sections };
  const compared = comparePage({ ...contract, history }, pageOf(after));
  return compared.since?.state === 'unchanged' ? [] : compared.findings.filter(isDrift);
}

const line = ({ where, pointer, message }: Finding): string => [where, pointer, message].filter(Boolean).join(' | ');

function edited(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the page has no ${from}`);
  return text.replace(from, to);
}

test.each([
  ['text', texts.text],
  ['squashed', squashed],
  ['markdown', texts.markdown],
] as const)('the %s form that has not changed is unchanged', (form, text) => {
  expect(pageOf(text).form).toBe(form);
  expect(found(text, text)).toEqual([]);
});

describe('the text whose line breaks are lost', () => {
  /** With breaks at every so many spaces that are between words, and not in what the JSON has. */
  const broken = (each: number) => {
    let count = 0;
    return squashed.replace(/ /g, (space) => (++count % each === 0 ? '\n' : space));
  };
  it.each([2, 3, 7])('is the same wherever breaks are left (each %d)', (each) => {
    const [as, is] = [pageOf(squashed), pageOf(broken(each))];
    expect(is.form).toBe('squashed');
    expect(is.sections).toEqual(as.sections);
    expect(found(squashed, broken(each))).toEqual([]);
  });
  it('is the same with the words of the site around it, and without', () => {
    const text = squashed.replace('Run in Apifox\n', '');
    expect(pageOf(`Copy Page ${text} Previous Get Result Next Query file status Built with Apifox`).normal).toBe(pageOf(squashed).normal);
  });
  it.each([
    ['a comment', '172800', '172800 // seconds', ['request example']],
    ['typographic quotes', /"object"\s*:\s*"file"/, '“object”: “file”', [expect.stringMatching(/^(?:response example|example of 201)$/)]],
    ['a gap', /"status"\s*:/, '... "status":', [expect.stringMatching(/^(?:response example|example of 201)$/)]],
  ])('tells an example with %s from one that is gone', (_, from, to, malformed) => {
    expect(pageOf(squashed).malformed).toEqual([]);
    const edited = squashed.replace(from, to);
    expect(edited).not.toBe(squashed);
    expect(pageOf(edited).malformed).toEqual(malformed);
  });
  it('has its parts as sections', () => {
    expect(pageOf(squashed).sections.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Request/),
        expect.stringMatching(/^Request Code Samples/),
        expect.stringMatching(/^Responses/),
      ]),
    );
  });
  it('that was recorded by another rule is compared by its facts, and said so', () => {
    const lock = recorded(squashed).map((page) => ({
      ...page,
      forms: { squashed: { ...page.forms.squashed, rule: 1, digest: '0', sections: ['0'] } as RecordedForm },
    }));
    const compared = (text: string) => comparePage({ ...contract, history: { lock, recall: () => undefined } }, pageOf(text));
    const { since, findings } = compared(squashed);
    expect(since?.state).toBe('same-facts');
    expect(findings.filter(({ message }) => message.startsWith('recorded under rule 1, and read under rule 2'))).toHaveLength(1);
    expect(findings.filter(({ changes }) => changes)).toEqual([]);
    expect(compared(edited(squashed, '"expires_in": 172800', '"expires_in": 3600')).since?.changes).toMatchObject([
      { pointer: 'request example 1#/expires_in', before: '172800', after: '3600' },
    ]);
  });
});

describe('an edit of the Markdown form', () => {
  test.each([
    ['the method', '    post:', '    put:', 'method PUT; it was POST'],
    ['the path', '/v1/files:', '/v2/files:', 'path /v2/files; it was /v1/files'],
    ['the server', 'https://api-xmodel.nexconn.ai', 'https://api.example', 'server'],
    ['the operation is deprecated', 'deprecated: false', 'deprecated: true', 'is now deprecated'],
    ['the text', '2 GB at most', '4 GB at most', 'no fact has changed, the wording has; changed below: POST /v1/files'],
    ['a description', 'description: Taken over', 'description: Taken', 'changed below: response 201'],
    ['the title of an answer', '          description: Refused', '          description: No', 'changed below: response 400'],
    ['the folder', 'x-apifox-folder: Files', 'x-apifox-folder: Storage', 'wording'],
    ['a parameter is renamed', 'name: trace', 'name: level', 'parameter `query trace` is now `query level`'],
    ['a parameter moves', 'in: query', 'in: header', 'parameter `query trace` is now `header trace`'],
    ['a parameter becomes required', 'required: false', 'required: true', 'query parameter trace | is now required'],
    [
      'the type of a parameter',
      '            type: integer\n            default: 5',
      '            type: number\n            default: 5',
      'type number; it was integer',
    ],
    ['the default of a parameter', 'default: 5', 'default: 6', 'default 6; it was 5'],
    ['a limit of a parameter', '            maximum: 9', '            maximum: 8', 'maximum 8; it was maximum 9'],
    [
      'the body becomes optional',
      '      requestBody:\n        required: true',
      '      requestBody:\n        required: false',
      'request body | is now optional',
    ],
    [
      'the media type',
      '          application/json:\n            schema:\n              $ref',
      '          application/x-json:\n            schema:\n              $ref',
      'media type `application/json` is now `application/x-json`',
    ],
    ['the example of the request', 'expires_in: 172800', 'expires_in: 3600', 'request example | /expires_in | 3600; it was 172800'],
    ['the example of an answer', 'status: pending', 'status: ready', 'example of 201 | /status | "ready"; it was "pending"'],
    [
      'a type',
      '        expires_in:\n          type: integer',
      '        expires_in:\n          type: string',
      'request schema | /expires_in | type string; it was integer',
    ],
    ['what is required', '        - model\n      properties', '        - source_url\n      properties', 'is now required'],
    ['a listed value that is gone', '            - pending\n            - ready', '            - pending', 'value "ready" is gone'],
    ['a listed value that is new', '            - ready', '            - ready\n            - lost', 'value "lost" is new'],
    ['a constant', 'const: file', 'const: blob', 'value "file" is now "blob"'],
    ['a default', 'default: 172800', 'default: 3600', 'default 3600; it was 172800'],
    ['a default that is gone', '\n          default: 172800', '', 'default 172800 is gone'],
    ['a minimum', 'minimum: 3600', 'minimum: 60', 'minimum 60; it was minimum 3600'],
    ['a maximum that is gone', '\n          maximum: 604800', '', 'maximum 604800 is gone'],
    ['an exclusive minimum', 'exclusiveMinimum: true', 'exclusiveMinimum: false', 'minimum 0'],
    ['a pattern', '^gemini', '^(google/)?gemini', 'pattern'],
    ['a length', 'maxLength: 2000', 'maxLength: 3000', 'maxLength 3000; it was maxLength 2000'],
    ['a number of items', 'maxItems: 3', 'maxItems: 4', 'maxItems 4; it was maxItems 3'],
    ['a limit of the items', 'minLength: 1', 'minLength: 2', '/labels/* | minLength 2'],
    ['a format', 'format: uri', 'format: url', 'format url; it was uri'],
    ['nullable', 'nullable: true', 'nullable: false', 'is now never null'],
    ['a deprecation', '          deprecated: true', '          deprecated: false', 'is now not deprecated'],
    [
      'the type of the members of a map',
      'additionalProperties:\n            type: string',
      'additionalProperties:\n            type: integer',
      '/notes/{} | type integer',
    ],
    ['what a branch demands', 'required:\n                - bucket', 'required: []', 'is now optional'],
    ['a field renamed', 'source_url:\n          type', 'file_url:\n          type', 'field `source_url` is now `file_url`'],
    [
      'an optional field that is gone',
      '        old_name:\n          type: string\n          deprecated: true\n',
      '',
      'field `old_name` is gone',
    ],
    [
      'a field that is new',
      '        old_name:',
      '        hat:\n          type: boolean\n        old_name:',
      'field `hat` is new (boolean)',
    ],
    ['a status that is new', "        '400':", "        '413':\n          description: ''\n        '400':", 'status `413` is new'],
    ['a status that changes', "        '201':", "        '200':", 'status `201` is now `200`'],
    [
      'a status that is gone',
      "        '400':\n          description: Refused\n          headers: {}\n          x-apifox-name: Invalid request\n",
      '',
      'status `400` is gone',
    ],
    ['a header renamed', 'X-Request-Id:', 'X-Reqid:', 'header `X-Request-Id` is now `X-Reqid`'],
    [
      'a header that is optional',
      '              required: true\n              schema',
      '              required: false\n              schema',
      'is now optional',
    ],
    [
      'the type of a header',
      '              schema:\n                type: string\n          x-apifox-name',
      '              schema:\n                type: integer\n          x-apifox-name',
      'type integer; it was string',
    ],
    ['the key', 'in: header\n      name: Authorization', 'in: query\n      name: key', 'key `header Authorization` is now `query key`'],
  ])('%s', (_, from, to, says) => {
    const lines = found(texts.markdown, edited(texts.markdown, from, to)).map(line);
    expect(lines.join('\n')).toContain(says);
  });

  it.each([
    ['line ends of another system', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'the names that the site adds',
      (text: string) => text.replaceAll('x-apifox-status', 'x-apifox-state').replace('Invalid request', 'Bad request'),
    ],
    [
      'the name of the site',
      (text: string) => text.replaceAll(/x-apifox-(?!folder)/g, 'x-apidog-').replace('x-run-in-apifox', 'x-run-in-apidog'),
    ],
    ['how a reference is written', (text: string) => text.replace('%C2%AB1%C2%BB', '«1»')],
    [
      'the order of keys, and quotes',
      (text: string) => text.replace('        - name: trace\n          in: query', '        - in: \'query\'\n          name: "trace"'),
    ],
    ['invisible characters', (text: string) => `\ufeff${text.replace('Copies', 'Co\u200bpies').replace('a file', 'a\u00a0file')}`],
  ])('is none: %s', (_, edit) => {
    expect(edit(texts.markdown)).not.toBe(texts.markdown);
    expect(found(texts.markdown, edit(texts.markdown))).toEqual([]);
  });
});

/** Every line of a text with a letter or digit in it, and the same with one of them changed. */
const letters = (text: string): [string, string][] => {
  const lines = text.split('\n');
  return lines.flatMap((own, index): [string, string][] => {
    const at = own.search(/[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u);
    if (at < 0) return [];
    const other = own[at] === '7' || own[at] === 'z' ? 'q' : /\p{N}/u.test(own[at] as string) ? '7' : 'z';
    const changed = own.slice(0, at) + other + own.slice(at + 1);
    return [[own.trim(), [...lines.slice(0, index), changed, ...lines.slice(index + 1)].join('\n')]];
  });
};

const bodyOf = (text: string): [before: string, body: string, after: string] => {
  const [from, to] = [text.indexOf('How it works#'), text.indexOf('Modified at')];
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
};

describe('an edit of the rendered text', () => {
  const [before, body, after] = bodyOf(texts.text);
  test.each(letters(body).map(([own, changed]) => [own, changed]))('%s', (_, changed) => {
    let findings: unknown[] = [];
    try {
      findings = found(texts.text, before + changed + after);
    } catch (error) {
      findings = [error];
    }
    expect(findings).not.toEqual([]);
  });

  test.each([
    ['a limit in the text', '2 GB', '4 GB', 'changed below: What it costs'],
    ['the path', 'POST\n/v1/files\n', 'POST\n/v1/file\n', 'path /v1/file; it was /v1/files'],
    ['the method', 'POST\n/v1/files', 'PUT\n/v1/files', 'method PUT; it was POST'],
    [
      'the header of the key',
      'Add parameter in header\nAuthorization',
      'Add parameter in header\nX-Key',
      'parameter `header Authorization` is now `header X-Key`',
    ],
    ['a parameter', 'trace\ninteger', 'level\ninteger', 'parameter `query trace` is now `query level`'],
    [
      'the media type of the body',
      'Body Params application/json',
      'Body Params multipart/form-data',
      'media type `application/json` is now `multipart/form-data`',
    ],
    ['the body becomes optional', 'application/jsonRequired', 'application/json', 'is now optional'],
    ['a new status', '🟠400Refused', '🟠400Refused\n🟠413Too large', 'status `413` is new'],
    ['a status that is gone', '🟠400Refused\n', '', 'status `400` is gone'],
    ['another status', '🟢201', '🟢202', 'status `201` is now `202`'],
    ['an example of the answer', '"status": "pending"', '"status": "ready"', 'example of 201 | /status | "ready"; it was "pending"'],
  ])('%s', (_, from, to, says) => {
    expect(
      found(texts.text, edited(texts.text, from, to))
        .map(line)
        .join('\n'),
    ).toContain(says);
  });

  it('has one cause, and its consequences below it', () => {
    const findings = found(texts.text, texts.text.replaceAll('"expires_in"', '"lifetime"'));
    expect(findings.map(line)).toEqual(['request example | /lifetime | field `lifetime` is not in the contract']);
    expect(findings[0]?.consequences?.length).toBeGreaterThan(1);
    expect(found(texts.text, texts.text.replace('🟢201', '🟢202')).map(line)).toEqual(['response 201 | status `201` is now `202`']);
  });

  it('shows the lines where the text is known', () => {
    const [finding] = found(texts.text, texts.text.replace('2 GB', '4 GB'));
    expect(finding?.lines).toEqual(['- Nothing up to 2 GB.', '+ Nothing up to 4 GB.']);
  });

  it.each([
    ['indentation as a browser copies it', (text: string) => text.replaceAll('    ', '\u00a0\u00a0\u00a0\u00a0')],
    ['line ends of another system', (text: string) => text.replaceAll('\n', '\r\n')],
    ['invisible characters', (text: string) => text.replace('copied', 'cop\u200bied\u00ad').replace('Responses', '\u2060Responses')],
    ['composed letters', (text: string) => text.normalize('NFD')],
    ['blanks and empty lines', (text: string) => text.replaceAll('\n\n', '\n \n\n').replace('is copied', 'is  copied ')],
    [
      'a shut folder, other neighbours',
      (text: string) =>
        text.replace('    • Query file status\n', '').replace('Get Result', 'Other').replace('Next\nQuery file status\n', ''),
    ],
    [
      'the layout of an example',
      (text: string) => text.replace('"object": "file",\n    "status": "pending",', '"status": "pending", "object": "file",'),
    ],
  ])('is none: %s', (_, edit) => {
    expect(found(texts.text, edit(texts.text))).toEqual([]);
  });
});

describe('an edit of the squashed text', () => {
  test.each([
    ['a limit', '2 GB', '4 GB', 'the wording has'],
    [
      'the example of the request',
      '"expires_in": 172800 } Request',
      '"expires_in": 3600 } Request',
      'request example | /expires_in | 3600; it was 172800',
    ],
    ['the example of the answer', '"pending"', '"ready"', '"ready"; it was "pending"'],
    ['the key', 'in header Authorization', 'in header X-Key', 'parameter `header Authorization` is now `header X-Key`'],
    ['the address', "nexconn.ai/v1/files' \\", "nexconn.ai/v2/files' \\", '/v2/files; it was /v1/files'],
  ])('%s', (_, from, to, says) => {
    expect(
      found(squashed, edited(squashed, from, to))
        .map(line)
        .join('\n'),
    ).toContain(says);
  });
});

describe('a form that is read for the first time', () => {
  const compare = (before: string, after: string) =>
    comparePage({ ...contract, history: { lock: recorded(before), recall: () => undefined } }, pageOf(after));
  it('is compared with the form that was recorded, by what both show', () => {
    expect(compare(texts.text, texts.markdown).since).toMatchObject({ state: 'new-form', changes: [] });
    expect(compare(texts.text, squashed).since?.changes).toEqual([]);
    const other = compare(texts.text, texts.markdown.replace('expires_in: 172800', 'expires_in: 60'));
    expect(other.since?.changes).toContainEqual(
      expect.objectContaining({ kind: 'example', pointer: 'request example 1#/expires_in', before: '172800', after: '60' }),
    );
  });
});

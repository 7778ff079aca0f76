import { expect, test } from 'vitest';
import { ContractSources } from '../../../../scripts/docs/locate/contract-sources.js';
import { sitesOf } from '../../../../scripts/docs/locate/sites.js';
import type { DocsEntry } from '../../../../scripts/lib/docs-map.js';

const sources = new ContractSources();
const entry = (sources.value('docs-map.yaml') as DocsEntry[]).find(({ example }) => example === 'create-file-upload-task') as DocsEntry;

/** File and line that say a fact of the page that creates a file. */
const linesOf = (kind: Parameters<typeof sitesOf>[2]['kind'], pointer: string, value?: string) =>
  sitesOf(sources, entry, { kind, pointer, ...(value !== undefined && { value }) }).map(
    ({ file, line }) => `${file.split('/').at(-1)}: ${sources.text(file).split('\n')[line - 1]?.trim()}`,
  );

test.each([
  ['field', 'request#/expires_in', 'CreateFileRequest.yaml: expires_in:'],
  ['type', 'request#/expires_in', 'CreateFileRequest.yaml: type: integer'],
  ['field', 'request#/kodo_source/bucket', 'KodoSource.yaml: bucket:'],
  ['status', 'response 201', "v1_files.yaml: '201':"],
  ['field', 'response 201#/expires_at', 'FileResponse.yaml: expires_at:'],
  ['path', 'operation', 'openapi.yaml: /v1/files: { $ref: ./paths/v1_files.yaml }'],
  ['example', 'request example 1#/model', 'create-file-upload-task.yaml: model: gemini-3.0-pro-preview'],
  ['example', 'response 201 example 1#/id', /^create-file-upload-task.yaml: id: /],
  ['header', 'response 201 header X-Request-Id', /^v1_files.yaml: X-Request-Id: /],
] as const)('finds the line that says the %s of %s', (kind, pointer, line) => {
  expect(linesOf(kind, pointer)).toEqual([
    expect.stringMatching(line instanceof RegExp ? line : new RegExp(`^${line.replace(/[{}$.]/g, '\\$&')}$`)),
  ]);
});

test('finds the keyword of a bound', () => {
  expect(linesOf('bound', 'request#/expires_in', 'maximum 86400')).toEqual(['CreateFileRequest.yaml: maximum: 604800']);
});

test('names the object that would have a member that nobody knows', () => {
  expect(sitesOf(sources, entry, { kind: 'field', pointer: 'request#/priority' }).map(({ file }) => file)).toEqual([
    'components/schemas/files/CreateFileRequest.yaml',
  ]);
});

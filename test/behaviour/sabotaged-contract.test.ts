/** What an author of the contract can get wrong in one place, and where he is told so. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundle, lint, problemLine } from '../../scripts/generate/bundle.js';
import { checkReferences } from '../../scripts/generate/check-references.js';
import { closedJudges } from '../../scripts/lib/closed-schemas.js';
import { ContractError } from '../../scripts/lib/contract-error.js';
import { readErrorExamples, readExamples } from '../../scripts/lib/examples.js';
import { project } from '../../scripts/lib/project.js';
import { readContract } from '../scripts/references/contract.js';

const contract = await readContract(project.openapi, await readExamples([]), await readErrorExamples());

/** Replaces the first of a stretch after another one. */
function sabotage(text: string, after: string, stretch: string, by: string): { changed: string; line: number } {
  const from = text.indexOf(after);
  expect(from, `there is ${after}`).toBeGreaterThanOrEqual(0);
  const at = text.indexOf(stretch, from);
  expect(at, `there is ${stretch}`).toBeGreaterThanOrEqual(0);
  return { changed: text.slice(0, at) + by + text.slice(at + stretch.length), line: text.slice(0, at).split('\n').length };
}

type Table = [file: string, after: string, stretch: string, by: string, ...words: string[]][];

/** In the files beside the schemas: found where they stand. */
const tables: Table = [
  ['tasks.yaml', 'files:', 'at: /id', 'at: /idd', 'did you mean /id?'],
  ['tasks.yaml', 'files:', '{nanoseconds}', '{nanosecs}', 'did you mean nanoseconds?'],
  ['tasks.yaml', 'files:', 'state: /status', 'state: /stauts', 'did you mean /status?'],
  ['tasks.yaml', 'files:', 'initial: pending', 'initial: pendng', 'did you mean pending?'],
  ['tasks.yaml', 'files:', '[pending, uploading, ready]', '[pending, uplaoding, ready]', 'did you mean uploading?'],
  ['tasks.yaml', 'files:', 'value: failed', 'value: faild', 'did you mean failed?'],
  ['tasks.yaml', 'files:', '    expired: {', '    expird: {', 'expird'],
  ['tasks.yaml', 'files:', '$request.body#/expires_in', '$request.body#/expire_in', 'did you mean /expires_in?'],
  ['tasks.yaml', 'files:', '$request.body#/expires_in', '$request.body#/source_url', 'is string'],
  ['tasks.yaml', 'files:', '$request.query.after', '$request.query.afer', 'did you mean after?'],
  ['tasks.yaml', 'files:', 'status: { query: 200 }', 'status: { query: 202 }', 'getFile declares no 202'],
  ['tasks.yaml', 'videos:', '/task_result/videos/*/url', '/task_result/video/*/url', 'did you mean /task_result/videos/*/url?'],
  ['tasks.yaml', 'videos:', 'video/mp4', 'video/mp5', 'did you mean video/mp4?'],
  ['tasks.yaml', 'videos:', 'progress: /progress', 'progress: /status', 'is string'],
  ['tasks.yaml', 'videos:', '/mode: $request.body#/mode', '/mode: $request.body#/mod', 'did you mean /mode?'],
  ['tasks.yaml', 'videos:', 'requires: completed', 'requires: complete', 'did you mean completed?'],
  ['tasks.yaml', 'videos:', '[/model, /seconds, /size]', '[/model, /second, /size]', 'did you mean /seconds?'],
  ['tasks.yaml', 'videos:', 'source: $request.path.id', 'source: $request.path.video', 'No path parameter of remixVideo is video'],
  [
    'tasks.yaml',
    'veo:',
    '$request.body#/parameters/sampleCount',
    '$request.body#/parameters/samplecount',
    'did you mean /parameters/sampleCount?',
  ],
  ['tasks.yaml', 'veo:', 'format: rfc3339', 'format: unix', 'is string, not integer'],
  ['tasks.yaml', 'veo:', '$request.body#/callback_url', '$request.body#/callback', 'did you mean /callback_url?'],
  ['tasks.yaml', 'veo:', 'unknown: { status: 500 }', 'unknown: { status: 410 }', 'declares no 410'],
  ['tasks.yaml', 'seedance:', '$request.body#/return_last_frame', '$request.body/return_last_frame', 'no runtime expression'],
  ['tasks.yaml', 'seedance:', 'except: [adaptive]', 'except: [adaptiv]', 'never "adaptiv"'],
  ['tasks.yaml', 'images:', 'index: index', 'index: indx', 'did you mean /*/index?'],
  ['tasks.yaml', 'images:', 'total: /quantity', 'total: /quantities', 'did you mean /quantity?'],
  ['tasks.yaml', 'vidu:', 'getViduRequestStatus', 'getViduRequestStats', 'did you mean getViduRequestStatus?'],
  ['tasks.yaml', 'vidu:', 'getViduRequestStatus', 'getKlingImageRequestStatus', 'of another family'],
  ['owned-fields.yaml', '', 'AnthropicMessage:', 'AnthropicMesage:', 'did you mean AnthropicMessage?'],
  ['owned-fields.yaml', '', 'AnthropicMessage:', 'AnthropicMessageRequest:', 'never filled in'],
  ['owned-fields.yaml', '', '/usage/prompt_tokens:', '/usage/prompt_token:', 'did you mean /usage/prompt_tokens?'],
  ['owned-fields.yaml', '', '/created: { now: unix }', '/object: { now: unix }', 'is string'],
  ['owned-fields.yaml', 'GenerateContentResponse:', '/createTime: { now: rfc3339 }', '/createTime: { now: unix }', 'is string'],
  ['owned-fields.yaml', '', '$request.path.model', '$request.path.modl', 'did you mean model?'],
  ['owned-fields.yaml', '', 'repeat: $request.body#/n', 'repeat: $request.body#/m', 'has /m'],
  ['owned-fields.yaml', '', 'owned_by: owner', 'owned_by: ownr', 'did you mean owner?'],
  ['owned-fields.yaml', 'headers:', 'http_x_reqid:', 'http_x_requid:', 'did you mean http_x_reqid?'],
  ['owned-fields.yaml', 'headers:', 'answer: /id', 'answer: /idd', 'did you mean /id?'],
  ['owned-fields.yaml', 'headers:', 'protocol: responses', 'protocol: response', 'did you mean responses?'],
  ['owned-fields.yaml', 'headers:', 'text/event-stream', 'text/event-steam', 'did you mean text/event-stream?'],
  ['error-dialects.yaml', '', 'ArkErrorResponse', 'ArcErrorResponse', 'did you mean ArkErrorResponse?'],
  ['error-dialects.yaml', '', '/error/param', '/error/parm', 'did you mean /error/param?'],
  [
    'error-dialects.yaml',
    '',
    'ark:\n',
    'azure: { schemas: [ArkErrorResponse], message: [/error/message] }\nark:\n',
    'examples/errors/azure-',
  ],
  ['model-owners.yaml', '', 'deepseek:', 'deepsek:', 'did you mean deepseek?'],
  ['answer-samples.yaml', 'hebrew:', '[Hebrew]', '[Hebrw]', 'Unicode has no script Hebrw'],
  ['answer-samples.yaml', 'russian:', '      table:', '      tabel:', 'did you mean table?'],
  ['docs-map.yaml', '', 'operation: createMessage', 'operation: createMesage', 'did you mean createMessage?'],
  [
    'docs-map.yaml',
    '',
    'example: bypass-anthropic-protocol',
    'example: bypass-antropic-protocol',
    'did you mean bypass-anthropic-protocol?',
  ],
  [
    'docs-map.yaml',
    '',
    'responses/OpenAIPaymentRequired',
    'responses/OpenAIPaymentRequested',
    'did you mean responses/OpenAIPaymentRequired?',
  ],
  ['workflows/files.arazzo.yaml', '', 'operationId: getFile', 'operationId: getFiles', 'did you mean getFile?'],
  ['workflows/files.arazzo.yaml', '', 'expires_in: 172800', 'expires_in: soon', 'expires_in must be integer'],
  ['workflows/files.arazzo.yaml', '', 'source_url:', 'source_uri:', 'did you mean /source_url?'],
  ['workflows/files.arazzo.yaml', '', '$statusCode == 201', '$statusCode == 204', 'createFile declares no 204'],
  ['workflows/files.arazzo.yaml', '', '$response.body#/id', '$response.body#/nope', 'has no /nope'],
  ['workflows/files.arazzo.yaml', '', '$steps.create.outputs.id', '$steps.create.outputs.file', 'has no output file'],
  ['workflows/files.arazzo.yaml', '', '"ready"', '"redy"', 'did you mean ready?'],
  ['workflows/files.arazzo.yaml', '', 'name: file_id', 'name: fileid', 'did you mean file_id?'],
  ['workflows/tool-call.arazzo.yaml', '', '"tool_calls"', '"tool_call"', 'did you mean tool_calls?'],
  [
    'workflows/tool-call.arazzo.yaml',
    '',
    'model: gemini-3.0-pro-preview',
    'model: gemini-3.0-por-preview',
    'did you mean gemini-3.0-pro-preview?',
  ],
  ['workflows/kling.arazzo.yaml', '', 'model: kling-v2-6', 'model: kling-v2.6', 'kling-v2-6'],
];

describe('a table', () => {
  it.each(tables)('%s: after %j, %j as %j', async (file, after, stretch, by, ...words) => {
    const { changed, line } = sabotage(await contract.text(file), after, stretch, by);
    const found = await contract.mistakes(file, changed);
    const here = found.filter((finding) => finding.startsWith(`${file}:${line}:`));
    expect(here, found.join('\n')).not.toEqual([]);
    for (const word of words) expect(here.join('\n')).toContain(word);
  });

  it('is a map of the documentation without one of its pages', async () => {
    const text = await contract.text('docs-map.yaml');
    const entry = /- path: \[Files, .*\n(?: {2}.*\n)*/.exec(text)?.[0] ?? expect.fail('the map has files');
    const title = /\[(.*)\]/.exec(entry)?.[1] ?? '';
    const navigation = await contract.text('docs-navigation.yaml');
    const line = navigation.slice(0, navigation.indexOf(`[${title}]`)).split('\n').length;
    expect(await contract.mistakes('docs-map.yaml', text.replace(entry, ''))).toEqual([
      expect.stringMatching(new RegExp(`^docs-navigation.yaml:${line}:\\d+: docs-map.yaml has no entry for`)),
    ]);
  });
});

/** In the description itself: found where they stand, or where the description refers to it. */
const descriptions: [file: string, after: string, stretch: string, by: string, finding: RegExp][] = [
  [
    'components/schemas/files/CreateFileRequest.yaml',
    'properties:\n  model',
    'expires_in:',
    'expires_after:',
    /tasks\.yaml:19:\d+: No request body of createFile has \/expires_in; did you mean \/expires_after\?/,
  ],
  [
    'components/schemas/files/FileResponse.yaml',
    '',
    'enum: [pending, uploading, ready, failed, expired]',
    'enum: [pending, uploading, ready, failed, lost]',
    /tasks\.yaml:14:\d+: \/status is never expired/,
  ],
  [
    'components/schemas/files/FileResponse.yaml',
    '',
    'enum: [pending, uploading, ready, failed, expired]',
    'enum: [pending, uploading, ready, failed, expired, paused]',
    /tasks\.yaml:9:\d+: No state has the word paused/,
  ],
  [
    'components/schemas/files/FileResponse.yaml',
    '',
    '  created_at:\n    description: When the import was asked for, in Unix seconds.\n    type: integer',
    '  created_at:\n    description: When the import was asked for, in Unix seconds.\n    type: string',
    /tasks\.yaml:18:\d+: \/created_at is string, not integer/,
  ],
  [
    'paths/v1_files.yaml',
    '',
    'name: files',
    'name: file',
    /paths\/v1_files\.yaml:\d+:\d+: x-tasks has no family file; did you mean files\?/,
  ],
  ['paths/v1_files.yaml', '', 'name: after', 'name: behind', /tasks\.yaml:\d+:\d+: No query parameter of listFiles is after/],
  [
    'paths/v1_files.yaml',
    '',
    'x-error-dialect: openai',
    'x-error-dialect: opnai',
    /paths\/v1_files\.yaml:\d+:\d+: x-error-dialects has no opnai; did you mean openai\?/,
  ],
  [
    'paths/v1_chat_completions.yaml',
    '',
    '$request.body#/stream ==',
    '$request.body#/straem ==',
    /paths\/v1_chat_completions\.yaml:\d+:\d+: No request body of createChatCompletion has \/straem; did you mean \/stream\?/,
  ],
  ['paths/v1_chat_completions.yaml', '', 'stream == true', 'stream == yes', /paths\/v1_chat_completions\.yaml:\d+:\d+: Not a condition/],
  [
    'paths/v1_chat_completions.yaml',
    '',
    'stream == true',
    "stream == 'true'",
    /paths\/v1_chat_completions\.yaml:\d+:\d+: \$request\.body#\/stream is never "true"/,
  ],
  [
    'paths/v1_chat_completions.yaml',
    '',
    "terminator: '[DONE]'",
    "terminator: '[DON]'",
    /paths\/v1_chat_completions\.yaml:\d+:\d+: .*\[DONE\]/,
  ],
  [
    'paths/v1_chat_completions.yaml',
    '',
    'ChatCompletionChunk.yaml',
    'ChatCompletionChunks.yaml',
    /paths\/v1_chat_completions\.yaml:\d+:\d+: /,
  ],
  ['components/headers/XRequestId.yaml', '', 'example:', 'exampel:', /components\/headers\/XRequestId\.yaml:\d+:\d+: .*exampel/],
  [
    'examples/errors/ark-503.yaml',
    '',
    'dialect: ark',
    'dialect: arc',
    /examples\/errors\/ark-503\.yaml:\d+:\d+: x-error-dialects has no arc; did you mean ark\?/,
  ],
  [
    'examples/errors/ark-503.yaml',
    '',
    'status: 503',
    'status: 253',
    /examples\/errors\/ark-503\.yaml:\d+:\d+: 253 is no status of an error/,
  ],
];

describe('the description', () => {
  const copies: string[] = [];
  afterAll(() => Promise.all(copies.map((folder) => rm(folder, { recursive: true }))));

  it.each(descriptions)('%s: after %j, %j as %j', async (file, after, stretch, by, finding) => {
    const folder = await mkdtemp(join(tmpdir(), 'nexconn-sabotage-'));
    copies.push(folder);
    await cp(project.openapi, folder, { recursive: true });
    const { changed } = sabotage(await readFile(join(folder, file), 'utf8'), after, stretch, by);
    await writeFile(join(folder, file), changed);
    const entry = join(folder, 'openapi.yaml');
    const problems = (await lint(entry)).map(problemLine);
    const references = async () => {
      const document = await bundle(entry);
      const [examples, errors] = await Promise.all([
        readExamples([], [], join(folder, 'examples/')),
        readErrorExamples(join(folder, 'examples/')),
      ]);
      return checkReferences({ entry, root: project.root }, { document, examples, errors, judgeOf: closedJudges(document) });
    };
    const findings = [...problems, ...(await references().catch((error) => (error instanceof ContractError ? error.findings : [])))];
    expect(findings.join('\n')).toMatch(finding);
  });
});

/** Scenarios in TypeScript: what the compiler takes and refuses. `npm run typecheck` is a part of this test. */
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { project } from '../../scripts/lib/project.js';
import { defineScenario } from '../../src/scenarios/define.js';

test('a scenario is what was written', () => {
  const answers = [{ error: 429, times: 2 }] as const;
  expect(defineScenario({ name: 'a', when: { user: /a/ }, answers })).toEqual({ name: 'a', when: { user: /a/ }, answers });
});

test('the compiler takes what the contract knows', () => {
  const scenarios = [
    defineScenario({ answers: [{ text: 'hi', toolCalls: [{ name: 'a', arguments: { b: 1 } }], finish: 'length' }] }),
    defineScenario({ when: { operation: 'createChatCompletion' }, answers: [{ example: 'chat-completion.tool-call' }, { error: 418 }] }),
    defineScenario({ when: { operation: ['createVideo', 'remixVideo'] }, answers: [{ job: { end: 'failed', at: 0.6 } }] }),
    defineScenario({ when: { model: ['claude-*', 'claude-4.5-sonnet'], body: { '/a': null } }, answers: [() => ({ text: 'made' })] }),
    defineScenario({ when: { operation: 'listModels' }, answers: [{ response: { body: { object: 'list', data: [] } } }] }),
    defineScenario({ when: { operation: 'listModels' }, answers: [{ response: { status: 302, body: 4 }, breaksContract: true }] }),
    defineScenario({ answers: [{ response: { status: 502, body: 'any' } }, { passThrough: true }] }),
    defineScenario({ answers: [{ parts: [{ text: 'a' }, { raw: { messages: { type: 'redacted_thinking', data: 'x' } } }] }] }),
  ];
  expect(scenarios).toHaveLength(8);
});

test('the compiler refuses what it does not', () => {
  const scenarios = [
    // @ts-expect-error no such operation
    defineScenario({ when: { operation: 'createChat' }, answers: [{ text: 'hi' }] }),
    // @ts-expect-error no such condition
    defineScenario({ when: { usr: 'hi' }, answers: [{ text: 'hi' }] }),
    // @ts-expect-error no pointer
    defineScenario({ when: { body: { model: 'hi' } }, answers: [{ text: 'hi' }] }),
    // @ts-expect-error an example of another operation
    defineScenario({ when: { operation: 'listModels' }, answers: [{ example: 'chat-completion.tool-call' }] }),
    // @ts-expect-error no such protocol
    defineScenario({ answers: [{ parts: [{ raw: { mesages: {} } }] }] }),
    // @ts-expect-error the body of another operation
    defineScenario({ when: { operation: 'listModels' }, answers: [{ response: { body: { choices: [] } } }] }),
    // @ts-expect-error a status that is not declared
    defineScenario({ when: { operation: 'listModels' }, answers: [{ response: { status: 302 } }] }),
    // @ts-expect-error no such member
    defineScenario({ answers: [{ txt: 'hi' }] }),
  ];
  expect(scenarios).toHaveLength(8);
});

test('the compiler has little to do for a scenario with a body', () => {
  const six = join(project.root, 'test/scenarios/six.ts');
  const bodies = {
    createChatCompletion: `{ id: 'c', object: 'chat.completion', created: 1, model: 'm', choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'hi' } }], usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } }`,
    createMessage: `{ id: 'c', type: 'message', role: 'assistant', model: 'm', content: [{ type: 'text', text: 'hi' }], stop_reason: 'end_turn', stop_sequence: null, usage: { input_tokens: 1, output_tokens: 1 } }`,
    generateContent: `{ candidates: [{ content: { role: 'model', parts: [{ text: 'hi' }] }, finishReason: 'STOP' }] }`,
    getFile: `{ id: 'f', object: 'file', status: 'ready', model: 'm', created_at: 1, expires_at: 2 }`,
    listModels: `{ object: 'list', data: [] }`,
    deleteFile: `{ id: 'f', object: 'file', deleted: true }`,
  };
  const scenarios = Object.entries(bodies).map(
    ([operation, body]) => `defineScenario({ when: { operation: '${operation}' }, answers: [{ response: { body: ${body} } }] });`,
  );
  const text = `import { defineScenario } from '../../src/scenarios/define.js';\n${scenarios.join('\n')}`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === six || fileExists(path);
  host.getSourceFile = (path, version, ...how) =>
    path === six ? ts.createSourceFile(path, text, version) : getSourceFile(path, version, ...how);
  const program = ts.createProgram([six], options, host);
  const found = program.getSemanticDiagnostics(program.getSourceFile(six));
  expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  // Types that look for the response of an operation, rather than up, take more than twice as many.
  expect(program.getInstantiationCount()).toBeLessThan(1_500);
});

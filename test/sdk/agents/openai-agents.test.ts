/** The OpenAI Agents SDK, over chat completions and over Responses. */
import {
  Agent,
  type AgentInputItem,
  InputGuardrailTripwireTriggered,
  MemorySession,
  type ModelSettings,
  OpenAIChatCompletionsModel,
  OpenAIResponsesModel,
  Runner,
  type Session,
  setTracingDisabled,
  tool,
  webSearchTool,
} from '@openai/agents';
import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { limited, type Shape, shapes, strict } from './schemas.js';
import { serve } from './served.js';
import { city, namesOf, noting, offers, question, toolNames } from './tools.js';

setTracingDisabled(true);
const served = serve();
const clientAt = (path: string) => new OpenAI({ apiKey: 'any-key', baseURL: served.url(path), maxRetries: 0 });

type Calls = [string, unknown][];

const apis = [
  { api: 'chat completions', model: () => new OpenAIChatCompletionsModel(clientAt('/v1') as never, 'gemini-2.5-flash') },
  { api: 'Responses', model: () => new OpenAIResponsesModel(clientAt('/bypass/openai/v1') as never, 'openai/gpt-5.2') },
];
const cases = apis.flatMap((api) => [false, true].map((stream) => ({ ...api, stream })));

describe.each(cases)('$api, stream: $stream', ({ api, model, stream }) => {
  const toolOf = (name: string, calls: Calls, parameters: Shape = city) =>
    tool({ name, description: name, parameters: parameters as typeof city, execute: async (input) => noting(calls, name)(input) });

  const agentOf = (settings: object) => new Agent({ name: 'Assistant', instructions: 'Help.', model: model(), ...settings });

  async function run(
    agent: Agent<any, any>,
    input: string | AgentInputItem[] = question,
    options: { maxTurns?: number; session?: Session; previousResponseId?: string } = {},
  ) {
    const runner = new Runner({ tracingDisabled: true });
    if (!stream) return runner.run(agent, input, { ...options, stream: false });
    const result = await runner.run(agent, input, { ...options, stream: true });
    for await (const _ of result.toTextStream());
    await result.completed;
    return result;
  }

  test.each(offers)('ends by itself: $names', async ({ names }) => {
    const calls: Calls = [];
    const { finalOutput } = await run(agentOf({ tools: names.map((name) => toolOf(name, calls)) }), question, {
      maxTurns: names.length + 1,
    });
    expect(namesOf(calls)[0]).toBe('look_up');
    expect(new Set(namesOf(calls)).size).toBe(calls.length);
    expect(finalOutput).toBeTruthy();
  });

  test.each([true, false])('calls several at once where it may: %s', async (parallelToolCalls) => {
    const calls: Calls = [];
    await run(agentOf({ tools: toolNames.map((name) => toolOf(name, calls)), modelSettings: { parallelToolCalls } }));
    expect(namesOf(calls)).toEqual(parallelToolCalls ? toolNames : ['look_up']);
  });

  test('a choice that is reset after the first call ends', async () => {
    const calls: Calls = [];
    const modelSettings: ModelSettings = { toolChoice: 'required', parallelToolCalls: false };
    const { finalOutput } = await run(
      agentOf({ tools: toolNames.map((name) => toolOf(name, calls)), modelSettings, resetToolChoice: true }),
    );
    expect(namesOf(calls)).toEqual(['look_up']);
    expect(finalOutput).toBeTruthy();
  });

  test('a choice that is kept calls each once, until the last ends the run', async () => {
    const calls: Calls = [];
    const { finalOutput } = await run(
      agentOf({
        tools: toolNames.map((name) => toolOf(name, calls)),
        modelSettings: { toolChoice: 'required', parallelToolCalls: false },
        resetToolChoice: false,
        toolUseBehavior: { stopAtToolNames: ['final_answer'] },
      }),
    );
    expect(namesOf(calls)).toEqual(toolNames);
    expect(finalOutput).toBe('It rains.');
  });

  test('the one that is named is called', async () => {
    const calls: Calls = [];
    const tools = toolNames.map((name) => toolOf(name, calls));
    await run(agentOf({ tools, modelSettings: { toolChoice: 'measure' }, toolUseBehavior: 'stop_on_first_tool' }));
    expect(namesOf(calls)).toEqual(['measure']);
  });

  test('tools are given what their schemas take', async () => {
    const calls: Calls = [];
    const schemas = Object.entries({ ...shapes, ...limited });
    const last = schemas.at(-1)?.[0] ?? '';
    await run(
      agentOf({
        tools: schemas.map(([name, schema]) => toolOf(name, calls, schema)),
        modelSettings: { toolChoice: 'required', parallelToolCalls: false },
        resetToolChoice: false,
        toolUseBehavior: { stopAtToolNames: [last] },
      }),
    );
    expect(calls).toEqual(schemas.map(([name, schema], index) => [name, schema.parse(calls[index]?.[1])]));
  });

  test('output of a type, after tools', async () => {
    const calls: Calls = [];
    const { finalOutput } = await run(agentOf({ tools: [toolOf('look_up', calls)], outputType: strict }));
    expect(namesOf(calls)).toEqual(['look_up']);
    expect(strict.parse(finalOutput)).toEqual(finalOutput);
  });

  test('handoffs end at an agent that answers', async () => {
    const calls: Calls = [];
    const weather = agentOf({ name: 'Weather', tools: [toolOf('look_up', calls)] });
    const triage = Agent.create({ name: 'Triage', model: model(), handoffs: [weather] });
    const { finalOutput, lastAgent } = await run(triage);
    expect(lastAgent?.name).toBe('Weather');
    expect(finalOutput).toBeTruthy();
  });

  test('an agent as a tool', async () => {
    const calls: Calls = [];
    const weather = agentOf({ name: 'Weather', tools: [toolOf('look_up', calls)] });
    const { finalOutput } = await run(agentOf({ tools: [weather.asTool({ toolName: 'ask_weather', toolDescription: 'Asks.' })] }));
    expect(namesOf(calls)).toEqual(['look_up']);
    expect(finalOutput).toBeTruthy();
  });

  test('a guardrail decides by structured output', async () => {
    const judge = agentOf({ name: 'Judge', outputType: strict });
    const guardrail = {
      name: 'Weather only',
      runInParallel: false,
      execute: async ({ input }: { input: string | AgentInputItem[] }) => {
        const { finalOutput } = await run(judge, input);
        return { outputInfo: strict.parse(finalOutput), tripwireTriggered: false };
      },
    };
    const { finalOutput, inputGuardrailResults } = await run(agentOf({ inputGuardrails: [guardrail] }));
    expect(inputGuardrailResults).toHaveLength(1);
    expect(finalOutput).toBeTruthy();
    const strictest = { ...guardrail, execute: async () => ({ outputInfo: null, tripwireTriggered: true }) };
    await expect(run(agentOf({ inputGuardrails: [strictest] }))).rejects.toBeInstanceOf(InputGuardrailTripwireTriggered);
  });

  test('a second question about the same history, and in a session', async () => {
    const calls: Calls = [];
    const agent = agentOf({ tools: [toolOf('look_up', calls)] });
    const first = await run(agent);
    await run(agent, [...first.history, { role: 'user', content: 'And tomorrow?' }]);
    const session = new MemorySession();
    await run(agent, question, { session });
    const { finalOutput } = await run(agent, 'And tomorrow?', { session });
    expect(namesOf(calls)).toEqual(['look_up', 'look_up', 'look_up', 'look_up']);
    expect(finalOutput).toBeTruthy();
  });

  if (api !== 'Responses') return;

  test('goes on from the response before', async () => {
    const calls: Calls = [];
    const agent = agentOf({ tools: toolNames.map((name) => toolOf(name, calls)), modelSettings: { parallelToolCalls: false } });
    const { lastResponseId } = await run(agent);
    const { finalOutput } = await run(agent, 'And tomorrow?', { previousResponseId: lastResponseId ?? '' });
    expect(namesOf(calls)).toEqual(['look_up', 'look_up']);
    expect(finalOutput).toBeTruthy();
  });

  test('what the vendor runs is not pretended', async () => {
    const { newItems, finalOutput } = await run(agentOf({ tools: [webSearchTool()] }));
    expect(newItems.map(({ type }) => type).filter((type) => type !== 'reasoning_item')).toEqual(['message_output_item']);
    expect(finalOutput).toBeTruthy();
  });
});

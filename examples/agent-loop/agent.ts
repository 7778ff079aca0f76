import type Anthropic from '@anthropic-ai/sdk';

/** What an agent can do: the description that the model reads, and the deed. */
export interface Tool {
  description: string;
  /** JSON Schema of the input. */
  input: Anthropic.Tool.InputSchema;
  /** What it throws is told to the model, which may try something else. */
  run(input: Record<string, unknown>): Promise<string> | string;
}

export interface Options {
  tools: Record<string, Tool>;
  /** @default 10 */
  mostTurns?: number;
  /** Told of each call and its result. */
  onCall?: (name: string, input: unknown, result: string) => void;
  signal?: AbortSignal;
}

/** One call of the model's, as it is answered. */
async function answer({ id, name, input }: Anthropic.ToolUseBlock, { tools, onCall }: Options): Promise<Anthropic.ToolResultBlockParam> {
  const result = { type: 'tool_result', tool_use_id: id } as const;
  try {
    const tool = tools[name];
    if (!tool) throw new Error(`There is no tool ${name}; there are ${Object.keys(tools).join(', ')}.`);
    const content = await tool.run(input as Record<string, unknown>);
    onCall?.(name, input, content);
    return { ...result, content };
  } catch (error) {
    onCall?.(name, input, String(error));
    return { ...result, content: String(error), is_error: true };
  }
}

/**
 * Gives a model a task and tools, and lets it work until it has an answer.
 * @throws Error where it is not done after so many turns; the errors of the SDK
 */
export async function work(anthropic: Anthropic, task: string, options: Options): Promise<string> {
  const { tools, mostTurns = 10, signal } = options;
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: task }];
  for (let turn = 0; turn < mostTurns; turn++) {
    const message = await anthropic.messages.create(
      {
        model: 'claude-4.5-sonnet',
        max_tokens: 4096,
        messages,
        tools: Object.entries(tools).map(([name, { description, input }]) => ({ name, description, input_schema: input })),
      },
      { signal },
    );
    messages.push({ role: 'assistant', content: message.content });
    const calls = message.content.filter((block) => block.type === 'tool_use');
    if (calls.length === 0) return message.content.flatMap((block) => (block.type === 'text' ? block.text : [])).join('');
    // All results of a turn go back in one message, in the order of the calls.
    messages.push({ role: 'user', content: await Promise.all(calls.map((call) => answer(call, options))) });
  }
  throw new Error(`There is no answer after ${mostTurns} turns.`);
}

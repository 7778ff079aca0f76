import { collect, type components } from 'nexconn-contract/client';
import { gateway } from '../gateway';
import { runTool, tools } from './tools';

export type Message = components['schemas']['ChatCompletionRequest']['messages'][number];

/** What arrives of an answer, in its order. */
export type Piece = { kind: 'reasoning' | 'text'; text: string } | { kind: 'call'; name: string; input: unknown; result: string };

const model = 'gemini-2.5-flash';

/** A model that calls tools for ever is stopped. */
const mostTurns = 5;

/**
 * Asks the model, runs the tools that it calls, and asks again until it has answered. What is said is added to the messages.
 * @param onPiece is told of each piece as it arrives
 * @throws the errors of the client; the reason of the signal where that ends it
 */
export async function converse(messages: Message[], onPiece: (piece: Piece) => void, signal: AbortSignal): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const stream = gateway.streamChatCompletion({ model, messages, tools, reasoning_effort: 'low' }, { signal });
    const { message, toolCalls } = await collect(stream, ({ choices: [choice] }) => {
      if (choice?.delta.reasoning_content) onPiece({ kind: 'reasoning', text: choice.delta.reasoning_content });
      if (choice?.delta.content) onPiece({ kind: 'text', text: choice.delta.content });
    });
    const said = message.choices[0]?.message;
    if (said) messages.push(said);
    if (toolCalls.length === 0) return;
    for (const { id, name, arguments: input } of toolCalls) {
      const result = await runTool(name, input);
      onPiece({ kind: 'call', name, input, result });
      messages.push({ role: 'tool', tool_call_id: id, content: result });
    }
  }
  throw new Error(`The model still calls tools after ${mostTurns} turns.`);
}

/** Makes a documented chat answer one to this very request. */
import { cloneJson } from '../../contract/clone.js';
import { randomHex } from '../../contract/id-template.js';
import type { Json } from '../../contract/prepared.js';
import type { Protocol, ToolCall, ToolChoice, ToolDefinition } from '../../protocols/parts/protocol.js';
import type { DocumentedAnswer } from './documented.js';
import { sampleSchema, validates } from './schema-sample.js';

/**
 * The documented answer as the request wants it: its own tools, its own schema, as many alternatives as asked for. `undefined` where it fits as
 * it is. What is not adapted is shared with the contract.
 */
export function adapt(protocol: Protocol | undefined, request: Json | undefined, { body, content }: DocumentedAnswer): Json | undefined {
  if (!protocol || !content || request === undefined) return undefined;
  const tools = protocol.tools(request);
  const choice: ToolChoice = tools.length > 0 ? protocol.toolChoice(request) : { mode: 'none' };
  let adapted = body;
  if (choice.mode !== 'none' && !protocol.endsWithToolResult(request)) {
    const tool = tools.find(({ name }) => name === choice.name) ?? tools[0];
    if (tool && !callsFit(content.toolCalls, tools, choice))
      adapted = protocol.withToolCalls(body, [{ name: tool.name, arguments: tool.schema ? sampleSchema(tool.schema) : {} }], () =>
        randomHex(24),
      );
  } else {
    const format = protocol.answerFormat(request);
    if (format.kind === 'json') {
      if (!isJsonFor(content.text, format.schema))
        adapted = protocol.withText(body, JSON.stringify(format.schema ? sampleSchema(format.schema) : { answer: content.text }));
    } else if (content.toolCalls.length > 0) {
      adapted = protocol.withText(body, content.text || 'Here is what the tool said.');
    }
  }
  const wanted = protocol.choices(request);
  if (wanted > 1) adapted = protocol.withChoices(adapted, wanted);
  return adapted === body ? undefined : cloneJson(adapted);
}

/** Whether the documented calls are such as the request allows. */
const callsFit = (calls: readonly ToolCall[], tools: readonly ToolDefinition[], choice: ToolChoice): boolean =>
  calls.length > 0 &&
  calls.every((call) => {
    const tool = tools.find(({ name }) => name === call.name);
    return (
      tool !== undefined &&
      (choice.name === undefined || choice.name === call.name) &&
      (!tool.schema || validates(tool.schema, call.arguments))
    );
  });

function isJsonFor(text: string, schema: Record<string, Json> | undefined): boolean {
  try {
    const value = JSON.parse(text);
    return schema === undefined || validates(schema, value);
  } catch {
    return false;
  }
}

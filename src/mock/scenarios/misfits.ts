/** What a request asked for and an answer as it was written does not give. Such an answer is never fitted to the request. */
import type { BuiltContent } from '../../protocols/parts/answer.js';
import { partsOf, textOf } from '../../protocols/parts/answer.js';
import type { Conversation } from '../../protocols/parts/conversation.js';
import { wantedSchema } from '../adaptation/described-limits.js';
import { limitContent } from '../adaptation/limits.js';
import { schemaSamples } from '../answer/makers.js';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** In words, one each. */
export async function misfitsOf(content: BuiltContent, { tools, wishes }: Conversation): Promise<string[]> {
  const misfits: string[] = [];
  const calls = partsOf(content.parts, 'toolCall');
  const { toolChoice, format } = wishes;
  if (toolChoice.mode === 'none' && calls.length > 0) misfits.push('the answer calls a tool, and the request wants no call');
  if (toolChoice.name !== undefined && !calls.some(({ name }) => name === toolChoice.name))
    misfits.push(`the answer does not call ${toolChoice.name}, which the request asks for`);
  else if (toolChoice.mode === 'required' && calls.length === 0) misfits.push('the answer calls no tool, and the request asks for a call');
  if (wishes.parallelToolCalls === false && calls.length > 1)
    misfits.push('the answer has several calls, and the request wants one at a time');
  for (const { name, arguments: given } of calls) {
    const schema = tools.find((tool) => tool.name === name)?.schema;
    if (schema && !(await schemaSamples.load()).validates(schema, given))
      misfits.push(`the arguments of ${name} do not meet the schema of the request`);
  }
  const text = textOf(content.parts, 'text');
  if (format.kind === 'json' && text !== '' && calls.length === 0) {
    const schema = wantedSchema(format);
    if (!isJson(text)) misfits.push('the answer is no JSON, which the request asks for');
    else if (schema && !(await schemaSamples.load()).validates(schema, JSON.parse(text)))
      misfits.push('the answer does not meet the schema of the request');
  }
  if (format.kind === 'choice' && !format.texts.includes(text)) misfits.push('the answer is none of the texts that the request asks for');
  const limited = limitContent(content, wishes);
  if (limited !== content)
    misfits.push(
      limited.finish === 'length'
        ? 'the answer is longer than the request allows'
        : 'the answer goes on after a stop sequence of the request',
    );
  return misfits;
}

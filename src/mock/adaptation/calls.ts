/** Which tools an answer calls, and with what. */
import type { Chance } from '../../contract/chance/chance.js';
import { randomHex } from '../../contract/id-template.js';
import type { AnswerSamples } from '../../contract/prepared/answer-samples.js';
import type { Json } from '../../contract/prepared/json.js';
import type { ToolCall } from '../../protocols/parts/answer.js';
import { type Conversation, calledTools, type ToolDefinition, toolKey } from '../../protocols/parts/conversation.js';
import { isObject } from '../../protocols/parts/json.js';
import { grammarSamples, schemaSamples } from '../answer/makers.js';
import { withoutAsides } from '../answer/texts/asides.js';

/** The most calls of one answer. */
const mostCalls = 8;

/** The tools that had no turn since the question, in the order offered. */
function openTools(conversation: Conversation): readonly ToolDefinition[] {
  const { tools, toolResults } = conversation;
  const called = new Set(calledTools(conversation));
  const unseen = toolResults.filter(({ name }) => name === '');
  if (unseen.length === 0) return tools.filter((tool) => !called.has(toolKey(tool)));
  // Who goes on from a stored response sends results without their calls.
  return tools.slice(unseen.reduce((most, { id = '' }) => Math.max(most, turnsIn(id)), 0));
}

/** How many digits at the end of an id tell of turns. */
const turnDigits = 2;

/** How many tools had their turn before this call or in it, as its id tells; none is left to one with a foreign id. */
const turnsIn = (id: string): number => {
  const turns = Number.parseInt(id.slice(-turnDigits), 16);
  return Number.isNaN(turns) ? Number.POSITIVE_INFINITY : turns;
};

/** Characters of an id that is made for a call, without what the protocol puts before it. */
export const idLength = 24;

/** Makes ids for an answer with so many calls. They carry what the mock does not keep: how many tools have had their turn. */
export function idsOfTurn(conversation: Conversation, calls: number, chance: Chance): () => string {
  const turns = conversation.tools.length - openTools(conversation).length + calls;
  const end = Math.min(turns, 16 ** turnDigits - 1)
    .toString(16)
    .padStart(turnDigits, '0');
  return () => randomHex(idLength - turnDigits, chance) + end;
}

/** Where a question is longer, its end counts. */
const longestQuestion = 4_000;

/** Those whose names stand among the words of a text; of one tool there is nothing to choose. */
export function namedIn<Tool extends Pick<ToolDefinition, 'name'>>(text: string, tools: readonly Tool[]): Tool[] {
  if (tools.length < 2) return [];
  const words = new Set(text.slice(-longestQuestion).match(/\w+(?:[.-]\w+)*/g));
  return tools.filter(({ name }) => words.has(name));
}

/** Whether nobody asks: the answer was given, and what came since is a result, or what a program says in the place of the user. */
function isAnswered({ turns, turn, toolResults }: Conversation, asides: readonly string[] | undefined): boolean {
  const last = turns.at(-1);
  if (toolResults.length > 0 || last?.role === 'assistant') return true;
  if (!last || turn === 0 || last.images.length > 0) return false;
  return last.text !== '' && withoutAsides(last.text, asides).trim() === '';
}

/**
 * The tools to call now. Where the model may choose, it calls at once what the question names, else the first, and speaks as soon as a result is
 * in, so that an agent ends. Where it has to call, each tool has its turn, in the order offered; the last is called again, and to end that loop is the caller's part.
 */
function toolsToCall({ conversation, texts }: CallPlan): ToolDefinition[] {
  const { tools, wishes } = conversation;
  const { mode, name } = wishes.toolChoice;
  if (mode === 'none') return [];
  if (name !== undefined) return tools.filter((tool) => tool.name === name).slice(0, 1);
  const open = openTools(conversation);
  if (mode === 'auto' && isAnswered(conversation, texts?.asides)) return [];
  // In the older form an answer has room for one call.
  const most = wishes.parallelToolCalls === true && tools.every(({ kind }) => kind !== 'older') ? mostCalls : 1;
  if (mode === 'required') return open.length === 0 ? tools.slice(-1) : open.slice(0, most);
  const named = namedIn(withoutAsides(conversation.user, texts?.asides), open);
  return (named.length > 0 ? named : open).slice(0, most);
}

/** What calls are decided by. */
export interface CallPlan {
  conversation: Conversation;
  /** Whether the request is small, and so is all that it has. */
  isSmall: boolean;
  /** Texts to answer with what is not documented; absent: a contract that has none. */
  texts: AnswerSamples | undefined;
  /** Told what could not be done as asked. */
  warn: (message: string) => void;
}

/** The documented arguments of this tool where they fit it; else some that do. */
function argumentsFor(tool: ToolDefinition, documented: readonly ToolCall[], { isSmall, warn }: CallPlan): Json {
  const { name, kind, schema, pattern, grammar } = tool;
  if (kind === 'custom') {
    if (grammar) return textOfGrammar(grammar);
    return pattern === undefined ? name : asText(sample(wholly(pattern)), name);
  }
  const shown = documented.find((call) => call.name === name && (!schema || schemaSamples.now.validates(schema, call.arguments)));
  const made = shown ? shown.arguments : schema ? sample(schema, { type: 'object' }) : {};
  if (isObject(made)) return made;
  warn(`the arguments of ${name}: must be an object`);
  return {};

  function textOfGrammar({ syntax, definition }: NonNullable<ToolDefinition['grammar']>): string {
    const text = syntax === 'lark' ? grammarSamples.now.larkText(definition, textFor) : undefined;
    if (text === undefined) warn(`the text for ${name}: a grammar in ${syntax} is not followed`);
    return text ?? name;
  }

  function sample(wanted: Record<string, Json>, options?: { type: 'object' }): Json {
    const { value, problems } = schemaSamples.now.sampleFor(wanted, { ...options, isSmall });
    for (const problem of problems) warn(`the arguments of ${name}: ${problem}`);
    return value;
  }
}

const wholly = (pattern: string) => ({ type: 'string', pattern: `^(?:${pattern})$` });

function textFor(pattern: string): string | undefined {
  const { value, problems } = schemaSamples.now.sampleFor(wholly(pattern));
  return problems.length === 0 && typeof value === 'string' ? value : undefined;
}

const asText = (value: Json, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

/** The calls of the answer; none where it is to speak. */
export const chooseCalls = (plan: CallPlan, documented: readonly ToolCall[]): ToolCall[] =>
  toolsToCall(plan).map((tool) => ({
    name: tool.name,
    ...(tool.namespace !== undefined && { namespace: tool.namespace }),
    ...(tool.kind && { kind: tool.kind }),
    arguments: argumentsFor(tool, documented, plan),
  }));

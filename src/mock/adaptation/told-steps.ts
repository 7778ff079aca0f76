/** Agents whose tools stand in the words of a prompt: calls and answers in words, as they read them. */
import type { AnswerSamples, SampleSteps } from '../../contract/prepared/answer-samples.js';
import type { Json } from '../../contract/prepared/json.js';
import type { Conversation, Turn } from '../../protocols/parts/conversation.js';
import { wordFor } from '../../samples/make/words.js';
import { withoutAsides } from '../answer/texts/asides.js';
import { namedIn } from './calls.js';
import { schemaIn } from './told-schema.js';

/** Longer prompts are not searched, nor is what stands further behind in a turn. */
const longest = 200_000;
/** Names of elements that are looked for, each in all of a prompt. */
const mostNames = 100;

/** What an agent is to read: calls of tools, and the answer. */
interface Steps {
  /** Names of the tools, in the order told. */
  tools: readonly string[];
  /** Whether a turn calls one of them. */
  isCall(turn: Turn): boolean;
  call(tool: string, thought: () => string): string;
  answer(text: () => string, thought: () => string): string;
}

/** What makes a value for the schema of a tool. */
type Sample = (schema: Record<string, Json>) => Json;

/** What is asked, and the words that it is known by. */
interface Asked {
  conversation: Conversation;
  texts: AnswerSamples | undefined;
}

const promptOf = ({ system, turns }: Conversation): string => `${system}\n${turns[0]?.text ?? ''}`;

const either = (names: readonly string[]): string => names.join('|');

/** A line that begins with one of these labels, and what is on it. */
const lineOf = (labels: readonly string[]): RegExp => new RegExp(`^[ \\t"'\`*]*(${either(labels)})[*]*:[*]*[ \\t]*(.*)$`, 'm');

/** Steps in lines that begin with labels. */
function labelledSteps(prompt: string, steps: SampleSteps, sample: Sample, last: string): Steps | undefined {
  // Nearly no prompt has them, which is known sooner so.
  if (![steps.call, steps.input, steps.answer].every((labels) => labels.some((label) => prompt.includes(label)))) return undefined;
  const [call, input, answer] = [steps.call, steps.input, steps.answer].map((labels) => lineOf(labels).exec(prompt));
  if (!call || !input || !answer) return undefined;
  const [, list = ''] = new RegExp(`(?:${either(steps.among)})[ \\t:]*[[({]?([^\\])}\\n]*)`, 'i').exec(call[2] ?? '') ?? [];
  const tools = list
    .split(/,|\bor\b/)
    .map((name) => name.replace(/["'`.\s]+/g, ''))
    .filter((name) => /^[\w-]+$/.test(name));
  const called = new RegExp(lineOf([call[1] as string]).source, 'gm');
  const thinks = lineOf(steps.thought).exec(prompt);
  // Who ends a prompt with a label goes on behind it.
  const isBegun = new RegExp(`(?:${either(steps.thought)}):\\s*$`).test(last);
  const thoughts = (thought: string): string => (thinks ? `${isBegun ? '' : `${thinks[1]}: `}${thought}\n` : '');
  const given = (tool: string): string => {
    if (!/json/i.test(input[2] ?? '')) return wordFor(tool);
    const schema = schemaIn(prompt.slice(prompt.indexOf(tool)));
    return JSON.stringify(schema ? sample(schema) : {});
  };
  return {
    tools,
    // What was done stands in the turns of the assistant, or in the prompt that is sent again with it.
    isCall: ({ text }) => [...text.slice(0, longest).matchAll(called)].some(([, , name = '']) => tools.includes(name.trim())),
    call: (tool, thought) => `${thoughts(thought())}${call[1]}: ${tool}\n${input[1]}: ${given(tool)}`,
    answer: (text, thought) => `${thoughts(thought())}${answer[1]}: ${text()}`,
  };
}

/** An element without others in it, and what is said there. */
const leaf = /<([\w-]+)>([^<]*)<\/\1>/g;

/** What a prompt shows of how elements are written, by their names: those that hold others. */
function shownElements(prompt: string): Map<string, string> {
  const shown = new Map<string, string>();
  const unended = new Set<string>();
  const beginning = /<([A-Za-z][\w-]*)>(?=\s*<[A-Za-z])/g;
  for (let found = beginning.exec(prompt); found && shown.size + unended.size < mostNames; found = beginning.exec(prompt)) {
    const [, name = ''] = found;
    const end = `</${name}>`;
    const at = unended.has(name) ? -1 : prompt.indexOf(end, found.index);
    if (at === -1) unended.add(name);
    else {
      const text = prompt.slice(found.index, at + end.length);
      // Dots stand for what a writer did not write out.
      if (!/^\s*\.{3}\s*$/m.test(text) && !shown.has(name)) shown.set(name, text);
      beginning.lastIndex = at + end.length;
    }
  }
  return shown;
}

const withoutEmptyLines = (text: string): string => text.replace(/\n\s*\n/g, '\n');

/** Steps in elements, where each tool is one. */
function elementSteps(prompt: string, { ends }: SampleSteps): Steps | undefined {
  const end = ends.find((name) => prompt.includes(`</${name}>`));
  if (end === undefined) return undefined;
  const shown = shownElements(prompt);
  const frame = shown.get(end) ?? `<${end}></${end}>`;
  // What stands for any tool is not spoken of.
  const isSpokenOf = (name: string) => new RegExp(`(?<![<>/\\w-])${name}(?![\\w-])`).test(prompt);
  const tools = [...shown.keys()].filter((name) => name !== end && isSpokenOf(name));
  return {
    tools,
    isCall: ({ role, text }) => role === 'assistant' && tools.some((name) => text.slice(0, longest).includes(`<${name}>`)),
    call: (tool) =>
      withoutEmptyLines(
        (shown.get(tool) ?? '').replace(leaf, (_, name: string, said: string) => {
          if (/optional/i.test(said)) return '';
          const [, first] = /^\s*(\w+) or \w+\s*$/.exec(said) ?? [];
          return `<${name}>${first ?? wordFor(name)}</${name}>`;
        }),
      ),
    answer(text) {
      let isFirst = true;
      const filled = frame.replace(leaf, (_, name: string) => {
        const said = isFirst ? `<${name}>${text()}</${name}>` : '';
        isFirst = false;
        return said;
      });
      return isFirst ? `<${end}>${text()}</${end}>` : filled;
    },
  };
}

function stepsOf({ conversation, texts }: Asked, sample: Sample): Steps | undefined {
  const { tools, turns } = conversation;
  const last = turns.at(-1);
  if (!texts?.steps || tools.length > 0 || last?.role !== 'user') return undefined;
  const prompt = promptOf(conversation);
  if (prompt.length > longest) return undefined;
  return elementSteps(prompt, texts.steps) ?? labelledSteps(prompt, texts.steps, sample, last.text);
}

/** Whether the words of a request tell tools. */
export const tellsSteps = (asked: Asked): boolean => stepsOf(asked, () => null) !== undefined;

/**
 * The next step of an agent whose tools stand in the words of the request: one call, of what the question names or else of the first tool, and then
 * the answer, so that it ends.
 * @returns `undefined` where no tools are told so
 */
export function toldStep(asked: Asked, says: { sample: Sample; text: () => string; thought: () => string }): string | undefined {
  const steps = stepsOf(asked, says.sample);
  if (!steps) return undefined;
  const { turns, user } = asked.conversation;
  const since = turns.slice(turns.findLastIndex((turn) => turn.role === 'assistant' && !steps.isCall(turn)) + 1);
  const tools = steps.tools.map((name) => ({ name }));
  const [tool] = [...namedIn(withoutAsides(user, asked.texts?.asides), tools), ...tools];
  return !tool || since.some(steps.isCall) ? steps.answer(says.text, says.thought) : steps.call(tool.name, says.thought);
}

/**
 * Ids that remember their job. The free part of an id holds what later answers must echo and how the job is to go, so a job
 * survives a restart of the mock, and several mocks behind one address agree, without shared memory.
 */
import { type Chance, pureChance } from '../../contract/chance/chance.js';
import { compileIdTemplate } from '../../contract/id-template.js';
import type { TaskFamily } from '../../contract/prepared/task-family.js';
import { requestExpressions } from '../media/shape.js';

/** What an id remembers. */
export interface TaskMemory {
  /** Values of the request, by runtime expression; only texts, numbers and booleans. */
  values: Record<string, string | number | boolean>;
  /** State in which the job ends; that of success when absent. */
  end?: string;
  /** Milliseconds from creation to success; a failure may come earlier. */
  duration: number;
  /** Polls from creation to success, instead of time; absent: as all jobs of the mock. */
  polls?: number;
  /** Share of the way at which it fails; absent: at its end. */
  at?: number;
  /** Names who decided what the job comes to; absent: the documentation. */
  source?: string;
  /** Expressions whose values are too long for an id, unlike those that had none. */
  forgotten?: readonly string[];
}

export interface Task extends TaskMemory {
  id: string;
  /** Creation, milliseconds since 1970. */
  created: number;
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** Longest text that is worth remembering in an id. */
const longestValue = 120;

const isLong = (value: unknown): boolean => typeof value === 'string' && value.length > longestValue;

/** Stands for a value that is too long; none that is remembered is a list. */
const tooLong: never[] = [];

function withoutLong(memory: TaskMemory): TaskMemory {
  const long = Object.keys(memory.values).filter((name) => isLong(memory.values[name]));
  if (long.length === 0) return memory;
  const kept = Object.entries(memory.values).filter(([name]) => !long.includes(name));
  return { ...memory, values: Object.fromEntries(kept), forgotten: long };
}

function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let out = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += alphabet[(buffer >> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return bits > 0 ? out + alphabet[(buffer << (5 - bits)) & 31] : out;
}

function decode(text: string): string | undefined {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const digit of text) {
    const value = alphabet.indexOf(digit);
    if (value < 0) return undefined;
    buffer = (buffer << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 255);
      buffer &= (1 << bits) - 1;
    }
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

/** FNV-1a of the text, to three digits: tells ids of a family from others that look alike, be they of another family or not ours at all. */
function checksum(family: string, memory: string): string {
  const text = `${family} ${memory}`;
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return `${alphabet[hash & 31]}${alphabet[(hash >>> 5) & 31]}${alphabet[(hash >>> 10) & 31]}`;
}

/** `undefined` for a text that no id of ours holds. */
function parseMemory(text: string | undefined): (string | number | boolean | null | never[])[] | undefined {
  try {
    const memory = JSON.parse(text ?? '');
    return Array.isArray(memory) ? memory : undefined;
  } catch {
    return undefined;
  }
}

/** The runtime expression of an entry of a family's `echo`. */
export const echoExpression = (echo: NonNullable<TaskFamily['echo']>[string]): string => (typeof echo === 'string' ? echo : echo.from);

/** Name under which an id remembers the model where the request does not name it. */
export const modelName = 'model';

/** Expressions whose values a family's ids remember, in the order in which they stand in the id. */
export const rememberedExpressions = (family: TaskFamily): string[] => [
  ...new Set([
    ...Object.values(family.echo ?? {}).map(echoExpression),
    ...Object.values(family.remember ?? {}),
    ...(family.lifetime?.from ? [family.lifetime.from] : []),
    ...(family.count ?? []).map(({ from }) => from),
    ...Object.values(family.onlyIf ?? {}),
    ...requestExpressions(family.shape ?? {}),
  ]),
];

/**
 * Makes and reads the ids of a job family.
 * @param name of the family: several have ids of one form
 */
export function createTaskIds(
  name: string,
  family: TaskFamily,
): {
  create(memory: TaskMemory, now: number, chance?: Chance): Task;
  read(id: string): Task | undefined;
  momentOf(id: string): string;
} {
  const template = compileIdTemplate(family.id.template);
  const names = [...rememberedExpressions(family), modelName];
  return {
    momentOf: template.momentOf,
    create(memory, now, chance = pureChance) {
      const kept = withoutLong(memory);
      const remembered = names.map((name) => kept.values[name] ?? (kept.forgotten?.includes(name) ? tooLong : null));
      const { polls, at, source } = kept;
      const own = polls === undefined && at === undefined && source === undefined ? [] : [polls ?? null, at ?? null, source ?? null];
      const text = encode(JSON.stringify([kept.end ?? null, kept.duration, ...remembered, ...own]));
      return { ...kept, created: now, id: template.format({ user: `m${text}${checksum(name, text)}`, time: now, chance }) };
    },
    read(id) {
      const parts = template.parse(id);
      if (!parts?.user.startsWith('m')) return undefined;
      const text = parts.user.slice(1, -3);
      if (checksum(name, text) !== parts.user.slice(-3)) return undefined;
      const memory = parseMemory(decode(text));
      if (!memory) return undefined;
      const [end, duration, ...remembered] = memory;
      const values: Task['values'] = {};
      const forgotten: string[] = [];
      names.forEach((name, index) => {
        const value = remembered[index] ?? null;
        if (typeof value === 'object') value !== null && forgotten.push(name);
        else values[name] = value;
      });
      const [polls, at, source] = remembered.slice(names.length);
      return {
        id,
        created: parts.time,
        duration: Number(duration),
        values,
        ...(forgotten.length > 0 && { forgotten }),
        ...(typeof end === 'string' && { end }),
        ...(typeof polls === 'number' && { polls }),
        ...(typeof at === 'number' && { at }),
        ...(typeof source === 'string' && { source }),
      };
    },
  };
}

/**
 * Patterns that came over the network. Whoever sends one need not be who runs the mock, so they run in time linear in the text, by RE2, which knows
 * neither references back nor looking around.
 */
import { RE2JS } from 're2js';
import { form, ReadPattern, readFlags } from './pattern.js';

/** Longer ones take longer than a moment to be read. */
const longestSource = 500;

/** The most steps of its program, each of which a character of the text may cost. */
const largestProgram = 250;

const flags: Record<string, number> = { i: RE2JS.CASE_INSENSITIVE, m: RE2JS.MULTILINE, s: RE2JS.DOTALL, u: 0 };

/**
 * Reads a pattern.
 * @throws Error for one that does not compile, that has what RE2 does not know, or that is too long
 */
export function readLinear(text: string): ReadPattern {
  const [, source = '', given = ''] = form.exec(text) ?? [];
  const chosen = [...readFlags(given, text)].reduce((sum, flag) => sum | (flags[flag] ?? 0), 0);
  // What is none at all is told in the words that files are refused with.
  new RegExp(source, given);
  if (source.length > longestSource) throw new Error(`${text.slice(0, 40)}… must have at most ${longestSource} characters`);
  const compiled = compile(source, chosen, text);
  if (compiled.programSize() > largestProgram) throw new Error(`${text} repeats too much of it; write it with lower counts`);
  return new ReadPattern(text, (subject) => compiled.test(subject));
}

function compile(source: string, chosen: number, text: string): RE2JS {
  // The engine takes these references for letters.
  if (/\\(?:[1-9]|k<)/.test(source.replace(/\\\\/g, ''))) throw new Error(`${text} refers back, ${unknown}`);
  try {
    return RE2JS.compile(RE2JS.translateRegExp(source), chosen);
  } catch (error) {
    throw new Error(`${text} has what is not run here (${(error as Error).message.replace(/^error parsing regexp: /, '')}), ${unknown}`);
  }
}

const unknown = 'as a scenario that comes over the network may not; write it without, or put the scenario into a file';

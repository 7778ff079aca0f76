/** The tools that the agents of these tests have, and what of them was called. */
import { z } from 'zod';

export const city = z.object({ city: z.string() });

/** Tools in the order in which they are offered. */
export const toolNames = ['look_up', 'measure', 'final_answer'] as const;

/** One, two and three tools. */
export const offers = toolNames.map((_, index) => ({ names: toolNames.slice(0, index + 1) }));

export const question = 'Is it raining where I live?';

/** What a tool gives back, after it has noted its call. */
export const noting =
  <Arguments>(calls: [string, Arguments][], name: string) =>
  (value: Arguments): string => {
    calls.push([name, value]);
    return 'It rains.';
  };

export const namesOf = (calls: readonly [string, unknown][]): string[] => calls.map(([name]) => name);

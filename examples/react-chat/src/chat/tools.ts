import type { components } from 'nexconn-contract/client';

type Tool = NonNullable<components['schemas']['ChatCompletionRequest']['tools']>[number];

/** What the model may call. */
export const tools: Tool[] = [
  {
    type: 'function',
    function: {
      name: 'get_weather',
      description: 'The weather in a city, now.',
      parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    },
  },
];

const weather: Record<string, string> = { Berlin: '21 °C, sunny', Bergen: '9 °C, rain' };

/** Runs a call. What goes wrong is a result too: the model can say it better than an exception. */
export async function runTool(name: string, input: unknown): Promise<string> {
  if (name !== 'get_weather') return `There is no tool ${name}.`;
  const { city } = input as { city?: string };
  return weather[city ?? ''] ?? `There is no weather of ${city}.`;
}

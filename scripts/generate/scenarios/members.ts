/** The names of the members of each object of the format, by where it stands: for those who misspell one. */
import { scenarioSchema } from './schema.js';

type Schema = any;

export function memberNames(): Record<string, string[]> {
  const { definitions } = scenarioSchema() as Schema;
  const names: Record<string, string[]> = {};
  const walk = (schema: Schema, pointer: string): void => {
    const target = schema.$ref ? definitions[schema.$ref.replace('#/definitions/', '')] : schema;
    for (const branch of target.allOf ?? []) if (branch.$ref) walk(branch, pointer);
    if (target.properties && target.additionalProperties === false) names[pointer] = Object.keys(target.properties);
    for (const [name, member] of Object.entries<Schema>(target.properties ?? {})) walk(member, `${pointer}/${name}`);
    if (target.items) walk(target.items, `${pointer}/*`);
  };
  walk(definitions.scenario, '');
  return names;
}

export const membersModule = (): string =>
  `/* Made from the form of scenarios. Do not edit. */\nexport const members: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(memberNames())};\n`;

/** What someone notices who uses the generated types: components, fields, values and alternatives that come, go or change. */
import type { Document } from '../../contract/openapi.js';
import { canonical } from '../model/canonical.js';
import { type Change, change, type Level } from '../model/change.js';
import { levelOf } from '../model/effect.js';
import { reaches } from '../model/reach.js';
import { SchemaComparison } from './schema-effects.js';

export function compareTypes(base: Document, current: Document): Change[] {
  const used = [...reaches(base).values(), ...reaches(current).values()];
  const [before, after] = [base.components.schemas, current.components.schemas];
  const about = (component: string) => (level: Level, rule: string, text: string, subjects: string[]) =>
    change(level, rule, text, { component, subjects });

  const changes = Object.entries(before).flatMap(([name, schema]) => {
    const report = about(name);
    const now = after[name];
    if (!now) {
      const heir = Object.keys(after).find((other) => !before[other] && canonical(after[other]) === canonical(schema));
      const words = heir === undefined ? 'is gone' : `is now called \`${heir}\``;
      return [report('breaking', 'type-removed', `type \`${name}\` ${words}`, [name])];
    }
    const request = used.some((reach) => reach.request.has(name));
    const response = used.some((reach) => reach.response.has(name));
    const position = request || response ? { request, response } : { request: true, response: true };
    return [...new SchemaComparison(base, current, name).compare(schema, now)].map(({ effect, rule, text, subjects }) =>
      report(levelOf(effect, position), rule, text, subjects),
    );
  });
  const added = Object.keys(after).filter((name) => !(name in before));
  return [...changes, ...added.map((name) => about(name)('non-breaking', 'type-added', `type \`${name}\` is new`, [name]))];
}

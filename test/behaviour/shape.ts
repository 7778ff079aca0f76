/**
 * The shape of a value: its members and their types, with texts masked. A shape is written as the value is, with a type or form for
 * each text and number. It is compared both ways: members that one side alone has are differences.
 *
 * - `string`, `integer`, `number`, `boolean`, `null`, `any`: the type; `a | b` is either
 * - `=stop`: this very text; `/^msg_\w+$/`: a text of this form
 * - `name?`: a member that is not always there; `*`: members of any name
 * - a list: the kinds of its items in their order, each once or more; one with a member `?` (which says why) need not be there
 */
export type Shape = string | null | Shape[] | { [member: string]: Shape };

const types: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  any: () => true,
};

function fits(form: string, value: unknown): boolean {
  if (form.startsWith('=')) return value === form.slice(1);
  if (form.startsWith('/')) return typeof value === 'string' && new RegExp(form.slice(1, -1), 'u').test(value);
  const type = types[form];
  if (!type) throw new Error(`"${form}" is no form of a shape`);
  return type(value);
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** The shape whose differences from the value are fewest. */
export function nearest<S extends Shape>(value: unknown, shapes: readonly S[], at = ''): { index: number; differences: string[] } {
  const all = shapes.map((shape, index) => ({ index, differences: differences(value, shape, at) }));
  return all.reduce((best, next) => (next.differences.length < best.differences.length ? next : best));
}

function listDifferences(value: unknown, shapes: readonly Shape[], at: string): string[] {
  if (!Array.isArray(value)) return [`${at}: a list, but is ${shown(value)}`];
  if (shapes.length === 0) return value.length === 0 ? [] : [`${at}: an empty list, but is ${shown(value)}`];
  const kinds = value.map((item, index) => nearest(item, shapes, `${at}/${index}`));
  const order = kinds.map(({ index }) => index);
  return [
    ...kinds.flatMap((kind) => kind.differences),
    ...shapes.flatMap((shape, index) => (order.includes(index) || isOptional(shape) ? [] : [`${at}: no item of kind ${index}`])),
    ...(order.every((kind, index) => kind >= (order[index - 1] ?? 0)) ? [] : [`${at}: items of kinds ${order.join(', ')}`]),
  ];
}

const isOptional = (shape: Shape): boolean => typeof shape === 'object' && shape !== null && '?' in shape;

/** How a value differs from a shape, one line for each difference. */
export function differences(value: unknown, shape: Shape, at = ''): string[] {
  if (shape === null) return value === null ? [] : [`${at}: null, but is ${shown(value)}`];
  if (typeof shape === 'string')
    return shape.split(' | ').some((form) => fits(form, value)) ? [] : [`${at}: ${shape}, but is ${shown(value)}`];
  if (Array.isArray(shape)) return listDifferences(value, shape, at);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: an object, but is ${shown(value)}`];
  const given = new Map(Object.entries(value));
  const lines: string[] = [];
  for (const [name, member] of Object.entries(shape)) {
    if (name === '?' || name === '*') continue;
    const key = name.replace(/\?$/, '');
    if (given.has(key)) lines.push(...differences(given.get(key), member, `${at}/${key}`));
    else if (key === name) lines.push(`${at}/${key}: not there`);
    given.delete(key);
  }
  for (const [key, member] of given)
    lines.push(...(shape['*'] === undefined ? [`${at}/${key}: not in the capture`] : differences(member, shape['*'], `${at}/${key}`)));
  return lines;
}

/** What an object would have to have where something else came: asked of the validator itself, with objects in its place. */
import { formatPointer, getAt, setAt } from '../pointer.js';
import type { Validate, ValidationError } from './validate.js';

/** The errors where an object stands at a pointer; the value is as before afterwards. */
function errorsWith(validate: Validate, value: unknown, pointer: string, object: Record<string, unknown>): readonly ValidationError[] {
  const before = getAt(value, pointer);
  setAt(value, pointer, object);
  try {
    return validate(value) ? [] : (validate.errors ?? []);
  } finally {
    setAt(value, pointer, before);
  }
}

/** No contract has it among its values. */
const impossible = '\u0000';

const quoted = (values: readonly unknown[]): string => {
  const texts = [...new Set(values)].map((value) => JSON.stringify(value));
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
};

/**
 * The members that an object needs at a pointer, with their values where these are listed, such as ` with type "function" or "custom"`;
 * empty where it needs none.
 *
 * @param pointer into the value, and not to the whole of it
 */
export function objectForm(validate: Validate, value: unknown, pointer: string): string {
  const needed = errorsWith(validate, value, pointer, {})
    .filter(({ instancePath, params }) => instancePath === pointer && params.missingProperty !== undefined)
    .map(({ params }) => String(params.missingProperty));
  const names = [...new Set(needed)];
  if (names.length === 0) return '';
  const listed = errorsWith(validate, value, pointer, Object.fromEntries(names.map((name) => [name, impossible])));
  const described = names.map((name) => {
    const values = listed
      .filter(({ instancePath }) => instancePath === pointer + formatPointer([name]))
      .flatMap(({ params }) => (params.allowedValues as unknown[] | undefined) ?? ('allowedValue' in params ? [params.allowedValue] : []));
    return values.length > 0 ? `${name} ${quoted(values)}` : name;
  });
  return ` with ${described.join(' and ')}`;
}

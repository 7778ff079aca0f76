/** JSON that a turn of the assistant begins: so clients ask for JSON and nothing else. */

type Expected = 'value' | 'key' | 'colon' | 'end';

/** Longer ones are not read. */
const longest = 100_000;

const literal = /-?\d[-+.\deE]*|true|false|null/y;

/**
 * What completes the JSON that a text begins and does not end; `undefined` where it begins none.
 * @param answer stands where the next value does
 */
export function restOfJson(text: string, answer: string): string | undefined {
  const start = text.search(/[{[]/);
  if (start === -1 || text.length > longest) return undefined;
  const open: string[] = [];
  let expected: Expected = 'value';
  /** Of the text that is open: whether it is a key. */
  let inText: 'key' | 'value' | undefined;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (inText) {
      if (character === '\\') at++;
      else if (character === '"') [expected, inText] = [inText === 'key' ? 'colon' : 'end', undefined];
    } else if (/\s/.test(character)) continue;
    else if (character === '"' && (expected === 'key' || expected === 'value')) inText = expected;
    else if (expected === 'value' && (character === '{' || character === '[')) {
      open.push(character === '{' ? '}' : ']');
      expected = character === '{' ? 'key' : 'value';
    } else if (expected === 'colon' && character === ':') expected = 'value';
    else if (expected === 'end' && character === ',') expected = open.at(-1) === '}' ? 'key' : 'value';
    else if (expected !== 'colon' && character === open.at(-1)) {
      open.pop();
      if (open.length === 0) return undefined;
      expected = 'end';
    } else {
      literal.lastIndex = at;
      const [word = ''] = (expected === 'value' && literal.exec(text)) || [];
      if (word === '') return undefined;
      at += word.length - 1;
      expected = 'end';
    }
  }
  const said = JSON.stringify(answer);
  const rests = { value: said, key: `"answer":${said}`, colon: `:${said}`, end: '' };
  const rest = inText === 'key' ? `":${said}` : inText === 'value' ? '"' : rests[expected];
  return rest + open.reverse().join('');
}

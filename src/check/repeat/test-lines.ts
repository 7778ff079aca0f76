/** A request as a test that checks it and its response, in four lines. */

import { hidden } from '../../http/visible-text.js';
import { bodyFile } from './curl.js';
import { keyVariable } from './key-variable.js';
import type { SentRequest } from './sent-request.js';

/** A text as a literal of JavaScript, in characters that can be seen. */
const literal = (text: string): string => escaped(JSON.stringify(text));

const escaped = (code: string): string =>
  code.replace(hidden, (character) =>
    // One may have two units.
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** JSON reads better as an object, where it comes out as it was. */
function bodyCode(text: string): string {
  try {
    if (JSON.stringify(JSON.parse(text)) === text && !text.includes('"__proto__"')) return `JSON.stringify(${escaped(text)})`;
  } catch {
    // Then it is what was found, perhaps.
  }
  return literal(text);
}

/**
 * @param withKey whether it has its key, unless the lack of it is what was found
 * @param base the address below which every path has to be one of the contract's; without it, calls of other paths are not checked
 */
export function testLines({ operation, method, url, headers, key, body }: SentRequest, withKey = true, base?: string): string[] {
  if (body.kind === 'unknown') return [];
  const name = literal(`${operation ?? method} is as the contract has it`);
  const sent = [
    ...(key && withKey ? [`${literal(key.header)}: \`${key.before}\${process.env.${keyVariable}}\``] : []),
    ...Object.entries(headers).map(([header, value]) => `${literal(header)}: ${literal(value)}`),
  ];
  const init = [
    `method: ${literal(method)}`,
    ...(sent.length > 0 ? [`headers: { ${sent.join(', ')} }`] : []),
    ...(body.kind === 'text' ? [`body: ${bodyCode(body.text)}`] : []),
    ...(body.kind === 'long' ? [`body: await readFile('${bodyFile}', 'utf8')`] : []),
  ];
  const options = base === undefined ? '' : `, { baseUrl: ${literal(base)} }`;
  return [
    `test(${name}, async () => { // import { contractFetch } from 'nexconn-contract/testing'`,
    `  const response = await contractFetch(fetch${options})(${literal(url)}, { ${init.join(', ')} });`,
    '  await response.text();',
    '});',
  ];
}

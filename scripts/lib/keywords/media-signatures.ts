/** How files of a type begin, in base64: a text that begins otherwise is no file of that type. */
import { _ } from 'ajv/dist/2020.js';
import { regexpCode } from 'ajv/dist/compile/codegen/code.js';

type Code = ReturnType<typeof _>;

/** A box `ftyp` behind its length of four bytes. */
const box = '.{5}[GWm2]Z0eX';

const beginnings: Readonly<Record<string, string>> = {
  png: 'iVBORw',
  jpeg: '[/_]9j[/_]',
  jpg: '[/_]9j[/_]',
  gif: 'R0lGOD',
  webp: 'UklGR',
  bmp: 'Qk',
  avif: box,
  heic: box,
  mp4: box,
  wav: 'UklGR',
  pdf: 'JVBERi',
};

/** Characters of base64 below which a text is no file of any of these types: it stands for one, as in the answers of stubs and of scenarios. */
const shortest = 40;

const pictures = ['png', 'jpeg', 'gif', 'webp', 'bmp', 'avif'];

/** Base64 of what begins as a page, or as JSON, does: such an error of a server behind the gateway is as short as may be. */
const document = _`${regexpCode(/^(?:PCF|PGh0|PEhU|eyJ)/)}`;

/** Code that tells whether a text in base64 begins as no picture that we know. */
export const isNoPicture = (text: Code): Code =>
  _`(${text}.length >= ${shortest} || ${document}.test(${text})) && !${regexpCode(new RegExp(`^(?:${pictures.map((type) => beginnings[type]).join('|')})`))}.test(${text})`;

/** Code that tells whether a text in base64 begins otherwise than files of a type do, where we know how. @param type such as `png` or `image/png` */
export function isOfOtherType(text: Code, type: Code): Code {
  const name = _`${type}.replace(/^.*\\/|;.*$/g, "").toLowerCase()`;
  const test = Object.entries(beginnings).reduce<Code>(
    (otherwise, [known, beginning]) => _`type === ${known} ? !${regexpCode(new RegExp(`^${beginning}`))}.test(text) : ${otherwise}`,
    _`false`,
  );
  return _`(${text}.length >= ${shortest} || ${document}.test(${text})) && ((text, type) => ${test})(${text}, ${name})`;
}

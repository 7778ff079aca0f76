/** How files of a type begin and end, in base64: a text that does otherwise is no file of that type, or not all of one. */
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

/** By how they begin: what stands at the end, in each of the three places that a byte can have; little may follow it. */
const endings: Readonly<Record<string, string>> = {
  iVBORw: 'ElFTkSuQmC|JRU5ErkJg|SUVORK5CYI',
  '[/_]9j[/_]': '[/_]9[k-n]|[Pfv/_][/_]Z|[/_]2[Q-f]',
};

/** Code that tells whether a text in base64 begins as a picture of which the end is missing. */
const isCut = (text: Code): Code =>
  Object.entries(endings)
    .map(
      ([beginning, ending]) =>
        _`${regexpCode(new RegExp(`^${beginning}`))}.test(${text}) && !${regexpCode(new RegExp(ending))}.test(${text}.slice(-200))`,
    )
    .reduce((one, other) => _`${one} || ${other}`);

/** Characters of base64 below which a text is no file of any of these types: it stands for one, as in the answers of stubs and of scenarios. */
const shortest = 40;

const pictures = ['png', 'jpeg', 'gif', 'webp', 'bmp', 'avif'];

/** Base64 of what begins as a page, or as JSON, does: such an error of a server behind the gateway is as short as may be. */
const document = _`${regexpCode(/^(?:PCF|PGh0|PEhU|eyJ)/)}`;

/** Code that tells whether a text in base64 begins as no picture that we know, or is cut short. */
export const isNoPicture = (text: Code): Code =>
  _`(${text}.length >= ${shortest} || ${document}.test(${text})) && (${isCut(text)} || !${regexpCode(new RegExp(`^(?:${pictures.map((type) => beginnings[type]).join('|')})`))}.test(${text}))`;

/** Code that tells whether a text in base64 begins otherwise than files of a type do, where we know how, or is cut short. @param type such as `png` or `image/png` */
export function isOfOtherType(text: Code, type: Code): Code {
  const name = _`${type}.replace(/^.*\\/|;.*$/g, "").toLowerCase()`;
  const test = Object.entries(beginnings).reduce<Code>(
    (otherwise, [known, beginning]) => _`type === ${known} ? !${regexpCode(new RegExp(`^${beginning}`))}.test(text) : ${otherwise}`,
    _`false`,
  );
  return _`(${text}.length >= ${shortest} || ${document}.test(${text})) && ((text, type) => ${isCut(_`text`)} || ${test})(${text}, ${name})`;
}

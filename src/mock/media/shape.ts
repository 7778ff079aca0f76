/** The shape of a picture or a video: as it was asked for, and small. */
import { parsePointer, visitAt } from '../../contract/pointer.js';
import type { AskedShape } from '../../contract/prepared/owned-field.js';

export interface Shape {
  /** In pixels, even, as is the height. */
  width: number;
  height: number;
  seconds: number;
}

/** Of the longer side, in pixels: enough to see the bands. */
const longestSide = 64;
/** A video of one frame costs nothing, however long it is; no model makes longer ones. */
const longestVideo = 600;

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** The largest small size of that ratio, or the one that comes nearest to it where none has it. */
function smallSides(width: number, height: number): Pick<Shape, 'width' | 'height'> {
  const common = divisor(width, height);
  const exact = Math.floor(longestSide / (Math.max(width, height) / common) / 2) * 2;
  const scale = exact > 0 ? exact / common : longestSide / Math.max(width, height);
  const side = (length: number) => Math.max(2, 2 * Math.round((length * scale) / 2));
  return { width: side(width), height: side(height) };
}

function readSides(value: unknown): Pick<Shape, 'width' | 'height'> | undefined {
  const [, width = 0, height = 0] = (/^(\d{1,5}) ?[x*:] ?(\d{1,5})$/i.exec(String(value)) ?? []).map(Number);
  return width > 0 && height > 0 ? smallSides(width, height) : undefined;
}

function readSeconds(value: unknown): Pick<Shape, 'seconds'> | undefined {
  const seconds = Number(/^(\d{1,5}(?:\.\d+)?) ?s?$/.exec(String(value))?.[1] ?? 0);
  return seconds > 0 ? { seconds: Math.min(longestVideo, Math.round(seconds * 100) / 100) } : undefined;
}

const ofAnswer = '$response.body#';

/** The expressions of a shape that name something of the request. */
export const requestExpressions = ({ size = [], ratio = [], seconds = [] }: AskedShape): string[] =>
  [...size, ...ratio, ...seconds].filter((expression) => !expression.startsWith(ofAnswer));

/** Gives the shape as far as request and answer say it. */
export type ReadShape = (valueAt: (expression: string) => unknown, answer: unknown) => Partial<Shape>;

/** Of several places that say the same, the first that has a value counts, such as `16:9`, `1280x720` or `5s`, and not `auto` or -1. */
export function compileShape({ size = [], ratio = [], seconds = [] }: AskedShape = {}): ReadShape {
  const reader = <T>(expressions: readonly string[], read: (value: unknown) => T | undefined) => {
    const places = expressions.map((expression): { expression?: string; parts: string[] } =>
      expression.startsWith(ofAnswer) ? { parts: parsePointer(expression.slice(ofAnswer.length)) } : { expression, parts: [] },
    );
    return (valueAt: (expression: string) => unknown, answer: unknown): T | undefined => {
      for (const place of places) {
        const values: unknown[] = [];
        if (place.expression !== undefined) values.push(valueAt(place.expression));
        else visitAt(answer, place.parts, (container, key) => values.push(container[key]));
        const found = read(values[0]);
        if (found !== undefined) return found;
      }
      return undefined;
    };
  };
  const sides = reader([...size, ...ratio], readSides);
  const length = reader(seconds, readSeconds);
  return (valueAt, answer) => ({ ...sides(valueAt, answer), ...length(valueAt, answer) });
}

/** How the name of a file ends that has a shape. */
export function suffixOf({ width, height, seconds }: Partial<Shape>): string {
  const words = [...(width ? [`${width}x${height}`] : []), ...(seconds ? [`${seconds}s`] : [])];
  return words.length > 0 ? `.${words.join('-')}` : '';
}

/** The shape that the name of a file ends with; `undefined` for one that {@link suffixOf} does not write. */
export function shapeIn(name: string): Partial<Shape> | undefined {
  const [suffix, width, height, seconds] = /\.(?:(\d+)x(\d+))?-?(?:(\d+(?:\.\d+)?)s)?$/.exec(name) ?? [];
  if (suffix === undefined || suffix === '.') return {};
  const shape = { ...(width && { width: Number(width), height: Number(height) }), ...(seconds && { seconds: Number(seconds) }) };
  const isSide = (length = 2) => length > 0 && length <= longestSide && length % 2 === 0;
  const isOurs = isSide(shape.width) && isSide(shape.height) && (shape.seconds ?? 1) > 0 && (shape.seconds ?? 1) <= longestVideo;
  return isOurs && suffixOf(shape) === suffix ? shape : undefined;
}

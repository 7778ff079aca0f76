/** Shows JSON and other texts: JSON is indented and coloured, and what is too long to be read is cut. */
import { el } from './dom.js';

/** Characters of a text that are shown: Base64 of a picture is not for reading. */
const longest = 400;

/** Characters in all: more of them make a page slow, and nobody reads them. */
const most = 100_000;

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

const rest = (left: number): string => `\n… (${left.toLocaleString('en')} more characters)`;

export const textView = (text: string): HTMLPreElement =>
  el('pre', { tabIndex: 0 }, text.length > most ? text.slice(0, most) + rest(text.length - most) : text);

const shorten = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > longest
    ? `${value.slice(0, longest)}… (${value.length.toLocaleString('en')} characters)`
    : value;

export function jsonView(value: unknown): HTMLPreElement {
  const whole = JSON.stringify(value, shorten, 2) ?? '';
  // Whole lines: to look for the end of half a text, from each quote in it, takes for ever.
  const text = whole.length > most ? whole.slice(0, whole.lastIndexOf('\n', most)) : whole;
  const view = el('pre', { tabIndex: 0 });
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [all, string, colon] = match;
    const kind = colon ? 'json-name' : string ? 'json-text' : 'json-value';
    view.append(text.slice(end, match.index), el('span', { className: kind, textContent: all }));
    end = match.index + all.length;
  }
  view.append(text.slice(end));
  if (text !== whole) view.append(rest(whole.length - text.length));
  return view;
}

/** Shows JSON: indented, coloured, with long texts cut. */
import { el } from './dom.js';

/** Characters of a text that are shown: Base64 of a picture is not for reading. */
const longest = 400;

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

const shorten = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > longest
    ? `${value.slice(0, longest)}… (${value.length.toLocaleString('en')} characters)`
    : value;

export function jsonView(value: unknown): HTMLPreElement {
  const text = JSON.stringify(value, shorten, 2) ?? '';
  const view = el('pre', { tabIndex: 0 });
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, string, colon] = match;
    const kind = colon ? 'json-name' : string ? 'json-text' : 'json-value';
    view.append(text.slice(end, match.index), el('span', { className: kind, textContent: whole }));
    end = match.index + whole.length;
  }
  view.append(text.slice(end));
  return view;
}

/** Text of HTML that cannot be broken by what stands in it. */

/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | false | undefined | readonly Part[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

function toText(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return Array.isArray(part) ? part.map(toText).join('') : escapeHtml(String(part));
}

/** A template whose values are escaped unless they are HTML; `undefined` and `false` leave nothing. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.map((text, index) => text + toText(parts[index])).join(''));

/** A description: plain text with code between backticks. */
export const prose = (text: string | undefined): Html => new Html(escapeHtml(text ?? '').replace(/`([^`]+)`/g, '<code>$1</code>'));

/**
 * Grammars in the notation of Lark: rules and terminals, imports of its common terminals, what is ignored. Not read are templates, terminals of
 * other libraries, and what dialects add.
 */

export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'pattern'; source: string }
  | { kind: 'name'; name: string }
  | { kind: 'sequence'; parts: readonly Node[] }
  | { kind: 'choice'; branches: readonly Node[] }
  | { kind: 'repeat'; part: Node; least: number };

export interface Grammar {
  /** Rules, and terminals, which are written in capitals. */
  definitions: ReadonlyMap<string, Node>;
  /** Whether there may be spaces between terminals. */
  ignoresSpace: boolean;
}

/** A grammar that is not understood. */
export class UnreadableGrammar extends Error {}

const longestGrammar = 20_000;
const mostRepeated = 100;

/** Terminals that come with Lark, by a text of each. */
const common = new Map<string, string>(
  Object.entries({
    ...{ DIGIT: '1', HEXDIGIT: 'a', INT: '1', SIGNED_INT: '1', DECIMAL: '1.5', FLOAT: '1.5', SIGNED_FLOAT: '1.5' },
    ...{ NUMBER: '1', SIGNED_NUMBER: '1', ESCAPED_STRING: '"example"', LCASE_LETTER: 'a', UCASE_LETTER: 'A', LETTER: 'a' },
    ...{ WORD: 'example', CNAME: 'example', WS_INLINE: ' ', WS: ' ', CR: '\r', LF: '\n', NEWLINE: '\n' },
    ...{ SH_COMMENT: '# example', CPP_COMMENT: '// example', C_COMMENT: '/* example */', SQL_COMMENT: '-- example' },
  }),
);

const token =
  /[ \t\f]+|(?:\/\/|#)[^\n]*|(?<line>\r?\n)|(?<text>"(?:[^"\\\n]|\\.)*"i?)|(?<pattern>\/(?:[^/\\\n]|\\.)+\/[a-z]*)|(?<name>[!?]?[A-Za-z_]\w*)|(?<number>\d+)|(?<sign>\.\.|->|[:|()[\]*+?~%.,])/y;

type Token = { kind: 'line' | 'text' | 'pattern' | 'name' | 'number' | 'sign' | 'end'; text: string };

/** The tokens, without line ends inside brackets and before further alternatives. */
function tokensOf(source: string): Token[] {
  if (source.length > longestGrammar) throw new UnreadableGrammar();
  const tokens: Token[] = [];
  let depth = 0;
  token.lastIndex = 0;
  for (let at = 0; at < source.length; at = token.lastIndex) {
    token.lastIndex = at;
    const groups = token.exec(source)?.groups;
    if (!groups) throw new UnreadableGrammar();
    const [kind, text] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    if (kind === undefined || text === undefined) continue;
    if (text === '(' || text === '[') depth++;
    if (text === ')' || text === ']') depth--;
    if (text === '|') while (tokens.at(-1)?.kind === 'line') tokens.pop();
    if (kind !== 'line' || depth === 0) tokens.push({ kind: kind as Token['kind'], text });
  }
  return [...tokens, { kind: 'line', text: '' }, { kind: 'end', text: '' }];
}

/** The text between quotes, whose escapes are nearly those of JSON. */
function unquoted(quoted: string): string {
  const text = quoted.replace(/i$/, '').replace(/\\(?!["\\/bfnrtu])/g, '\\\\');
  try {
    return JSON.parse(text.replace(/\t/g, '\\t')) as string;
  } catch {
    throw new UnreadableGrammar();
  }
}

/** A pattern whose flags change nothing for those who look for one text. */
function patternOf(written: string): Node {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(written) ?? [];
  if (flags.includes('x')) throw new UnreadableGrammar();
  return { kind: 'pattern', source };
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  readonly definitions = new Map<string, Node>();
  ignoresSpace = false;

  constructor(source: string) {
    this.#tokens = tokensOf(source);
  }

  get #next(): Token {
    return this.#tokens[this.#at] as Token;
  }

  /** Whether the next token is this one, which is passed then. */
  #takes(text: string): boolean {
    const isNext = this.#next.text === text && this.#next.kind === 'sign';
    if (isNext) this.#at++;
    return isNext;
  }

  #take(kind: Token['kind'], text?: string): string {
    const next = this.#next;
    if (next.kind !== kind || (text !== undefined && next.text !== text)) throw new UnreadableGrammar();
    this.#at++;
    return next.text;
  }

  read(): void {
    while (this.#next.kind !== 'end') {
      if (this.#next.kind === 'line') this.#at++;
      else if (this.#takes('%')) this.#directive();
      else this.#definition();
    }
  }

  #directive(): void {
    const kind = this.#take('name');
    if (kind === 'import') this.#import();
    else if (kind === 'ignore') this.#ignore();
    else throw new UnreadableGrammar();
    this.#take('line');
  }

  #import(): void {
    this.#take('name', 'common');
    if (this.#takes('.')) {
      const name = this.#take('name');
      this.#known(this.#takes('->') ? this.#take('name') : name, name);
      return;
    }
    this.#take('sign', '(');
    do this.#known(this.#next.text, this.#take('name'));
    while (this.#takes(','));
    this.#take('sign', ')');
  }

  #known(name: string, original: string): void {
    const text = common.get(original);
    if (text === undefined) throw new UnreadableGrammar();
    this.definitions.set(name, { kind: 'text', text });
  }

  /** What is ignored is left out, but for a space where terminals would run together. */
  #ignore(): void {
    const ignored = this.#choice();
    const isSpace = (node: Node): boolean =>
      node.kind === 'pattern' ? /^(?:\[?(?: |\\s)|\(\?:)/.test(node.source) : node.kind === 'text' && node.text.startsWith(' ');
    this.ignoresSpace ||= ignored.kind === 'name' ? /^_?(?:WS|WHITESPACE|SPACE)/.test(ignored.name) : isSpace(ignored);
  }

  #definition(): void {
    const name = this.#take('name').replace(/^[!?]/, '');
    if (this.#takes('.')) this.#take('number');
    this.#take('sign', ':');
    this.definitions.set(name, this.#choice());
    this.#take('line');
  }

  #choice(): Node {
    const branches: Node[] = [];
    do {
      branches.push(this.#sequence());
      if (this.#takes('->')) this.#take('name');
    } while (this.#takes('|'));
    return branches.length === 1 ? (branches[0] as Node) : { kind: 'choice', branches };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    for (let part = this.#repeated(); part; part = this.#repeated()) parts.push(part);
    return parts.length === 1 ? (parts[0] as Node) : { kind: 'sequence', parts };
  }

  #repeated(): Node | undefined {
    const part = this.#atom();
    if (!part) return undefined;
    if (this.#takes('?') || this.#takes('*')) return { kind: 'repeat', part, least: 0 };
    if (this.#takes('+')) return part;
    if (!this.#takes('~')) return part;
    const least = Number(this.#take('number'));
    if (this.#takes('..')) this.#take('number');
    if (least > mostRepeated) throw new UnreadableGrammar();
    return { kind: 'repeat', part, least };
  }

  #atom(): Node | undefined {
    const { kind, text } = this.#next;
    if (kind === 'name') return { kind, name: this.#take(kind).replace(/^[!?]/, '') };
    if (kind === 'pattern') return patternOf(this.#take(kind));
    if (kind === 'text') {
      this.#at++;
      // Of a range of characters, the first.
      if (this.#takes('..')) this.#take('text');
      return { kind, text: unquoted(text) };
    }
    const isOptional = text === '[';
    if (!this.#takes('(') && !this.#takes('[')) return undefined;
    const inner = this.#choice();
    this.#take('sign', isOptional ? ']' : ')');
    return isOptional ? { kind: 'repeat', part: inner, least: 0 } : inner;
  }
}

/** @throws UnreadableGrammar, or RangeError for what is nested too deep */
export function readLark(source: string): Grammar {
  const reader = new Reader(source);
  reader.read();
  return reader;
}

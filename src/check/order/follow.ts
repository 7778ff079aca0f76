/** Follows the events of one stream: do its parts open, grow and close as `x-stream-orders` says, and do they agree? */
import { getAt, parsePointer } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { StreamOrder } from '../../contract/prepared/stream-order.js';
import { type CompiledOrder, compiledOrder } from './compiled-order.js';
import type { FurtherKinds } from './further-kind.js';
import { isJsonObject } from './joined-text.js';
import type { CompiledPart, CompiledText, Look } from './part.js';
import { hasPart, type JoinedState, newState, type PartState } from './part-state.js';
import { projection } from './projection.js';
import { shortened } from './shortened.js';

/** What is wrong, and where one sees it. */
export interface Misplaced {
  /** Number of the event, from 1. */
  event: number;
  pointer: string;
  keyword: string;
  expected: string;
  /** What came; absent where nothing did. */
  got?: unknown;
}

/** Follows one stream. */
export interface Following {
  /** Takes the next event. @param isFurther it is of a kind that nobody knows: no part is made of it */
  follow(event: Json, isFurther?: boolean): void;
  /** Whether the last event is one after which the same again would change nothing. */
  readonly isRepeatable: boolean;
  /** Takes one more event like the last, where that was repeatable. */
  repeat(): void;
  /** Whether the event came that ends the stream. */
  readonly isClosed: boolean;
  /** No more events come, and none was an error. */
  end(): void;
}

/** Begins to follow streams of a protocol. */
export interface Order {
  (tell: (misplaced: Misplaced) => void): Following;
  /** Of streams that may have further kinds than those described. */
  further: FurtherKinds | undefined;
}

/** Prepares to follow streams of a protocol. */
export function compileOrder(order: StreamOrder): Order {
  const compiled = compiledOrder(order);
  return Object.assign((tell: (misplaced: Misplaced) => void) => new Stream(compiled, tell), {
    further: order.further && order.kind ? { at: order.kind, fits: new RegExp(order.further) } : undefined,
  });
}

class Stream implements Following {
  readonly #order: CompiledOrder;
  readonly #state: PartState;
  readonly #tell: (misplaced: Misplaced) => void;
  readonly #rising: (number | undefined)[] = [];
  readonly #summands: number[] = [];
  readonly #led = new Set<string>();
  readonly #told = new Map<Look, string>();
  #event: Json = null;
  #kind = '';
  #number = 0;
  #counted: number | undefined;
  #hasInstead = false;
  #hasJoined = false;
  /** Parts that the last event is about. */
  #visited: PartState[] = [];

  constructor(order: CompiledOrder, tell: (misplaced: Misplaced) => void) {
    this.#order = order;
    this.#tell = tell;
    this.#state = newState(order.root, 0);
  }

  follow(event: Json, isFurther = false): void {
    const { root, kindOf, anywhere, leads, risingSum, countsAnew, instead } = this.#order;
    this.#number++;
    this.#event = event;
    this.#hasJoined = false;
    this.#visited = [];
    const kind = kindOf?.(event);
    this.#kind = typeof kind === 'string' ? kind : '';
    this.#count();
    if (isFurther || anywhere.has(this.#kind)) return;
    if (leads.has(this.#kind)) this.#lead();
    this.#recall();
    if (countsAnew?.value(event) !== undefined) this.#countAnew();
    this.#rise();
    if (risingSum.length > 0) this.#riseInSum();
    this.#visit(root, this.#state, event, '');
    this.#hasInstead ||= instead?.value(event) !== undefined;
  }

  get isRepeatable(): boolean {
    return !this.#hasJoined && !this.#order.count;
  }

  get isClosed(): boolean {
    return this.#state.closed;
  }

  repeat(): void {
    this.#number++;
    for (let index = 0; index < this.#visited.length; index++) (this.#visited[index] as PartState).event = this.#number;
  }

  end(): void {
    const { root } = this.#order;
    this.#number++;
    this.#event = null;
    if (root.closes.size === 0) this.#beWhole(root, this.#state);
  }

  #misplaced(pointer: string, keyword: string, expected: string, got: unknown = getAt(this.#event, pointer), event = this.#number): void {
    this.#tell({ event, pointer, keyword, expected, ...(got !== undefined && got !== null && { got }) });
  }

  #count(): void {
    const { count } = this.#order;
    if (!count) return;
    const found = count.read(this.#event);
    // Some count from 1, as samples of the vendor do.
    const wanted = this.#counted ?? (found === 1 ? 1 : 0);
    if (found !== wanted) this.#misplaced(count.pointer, 'count', `must be ${wanted}`);
    this.#counted = (typeof found === 'number' ? found : wanted) + 1;
  }

  #lead(): void {
    if (this.#led.has(this.#kind)) this.#misplaced(this.#order.kindAt, 'order', 'must come once');
    else if (this.#state.latest) this.#misplaced(this.#order.kindAt, 'order', `must come before ${this.#state.latest.label}`);
    this.#led.add(this.#kind);
  }

  /** Remembers what an event tells of the whole stream. */
  #recall(): void {
    const { wheres } = this.#order;
    for (let index = this.#told.size; index < wheres.length; index++) {
      const look = wheres[index] as Look;
      const value = look.value(this.#event);
      if (typeof value === 'string') this.#told.set(look, value);
    }
  }

  #countAnew(): void {
    this.#rising.length = 0;
    this.#summands.length = 0;
  }

  #rise(): void {
    const { rising } = this.#order;
    for (let index = 0; index < rising.length; index++) {
      const { number, object } = rising[index] as CompiledOrder['rising'][number];
      const value = number.value(this.#event);
      const before = this.#rising[index];
      if (typeof value === 'number') {
        if (before !== undefined && value < before)
          this.#misplaced(number(this.#event)?.pointer ?? '', 'rising', `must not be less than before, ${before}`);
        this.#rising[index] = value;
      } else if (before !== undefined && typeof object.value(this.#event) === 'object') this.#rising[index] = undefined;
    }
  }

  /** What one number loses another may have: tokens of a request that turn out to be from the cache. */
  #riseInSum(): void {
    const { risingSum } = this.#order;
    const sum = () => this.#summands.reduce((all, one) => all + one, 0);
    const before = this.#summands.length > 0 ? sum() : 0;
    let pointer: string | undefined;
    for (let index = 0; index < risingSum.length; index++) {
      const value = risingSum[index]?.value(this.#event);
      this.#summands[index] = typeof value === 'number' ? value : (this.#summands[index] ?? 0);
      if (typeof value === 'number') pointer ??= risingSum[index]?.(this.#event)?.pointer;
    }
    if (pointer !== undefined && sum() < before)
      this.#misplaced(pointer, 'rising', `must not sum up to less than before, ${before}, with what is beside it`);
  }

  /** @param at where the piece stands in the event */
  #visit(part: CompiledPart, state: PartState, piece: Json, at: string): void {
    if (!this.#open(part, state, piece, at)) return;
    state.at = at;
    state.event = this.#number;
    this.#visited.push(state);
    this.#agree(part, state, piece, at);
    for (let index = 0; index < part.joined.length; index++) {
      this.#join(part.joined[index] as CompiledText, state.texts[index] as JoinedState, piece, at);
      this.#tellWhole(part, state, index, piece, at, false);
    }
    for (const child of part.parts) this.#visitChildren(part, child, state, piece, at);
    if (part.early && !state.isEarly) this.#beEarly(part, part.early, state, piece, at);
    if (part.seals.size > 0) this.#seal(part, state, piece, at);
    if (state.finish !== undefined || this.#hasInstead) {
      const late = part.says.map((look) => look(piece)).find((found) => found);
      const end = state.finish === undefined ? 'what came in place of an answer' : `the end of ${state.label}`;
      if (late) this.#misplaced(at + late.pointer, 'order', `must not come after ${end}`);
    }
    const finish = part.finish?.value(piece) === undefined ? undefined : part.finish(piece);
    if (finish) this.#finish(part, state, String(finish.value), at + finish.pointer);
    if (part.closes.has(this.#kind)) this.#close(part, state, piece, at);
  }

  /** Whether the piece is of an open part. */
  #open(part: CompiledPart, state: PartState, piece: Json, at: string): boolean {
    const isRoot = part === this.#order.root;
    const place = isRoot ? this.#order.kindAt : at + (part.rules.by ?? '');
    if (part.opens.size === 0 && state.opened) return true;
    if (state.closed) {
      const [end = ''] = part.closes;
      this.#misplaced(place, 'order', isRoot ? `must not come after ${state.finish ?? end}` : `must not be that of a closed ${part.name}`);
      return false;
    }
    const opens = part.opens.has(this.#kind);
    if (opens && state.opened) {
      this.#misplaced(place, 'order', isRoot ? 'must come once' : `must be that of a new ${part.name}`);
      return true;
    }
    if (state.opened) return true;
    if (part.opens.size > 0 && !opens) {
      if (!part.mayOpen.has(this.#kind)) {
        const [start = ''] = part.opens;
        this.#misplaced(place, 'order', isRoot ? `must come after ${start}` : `must be that of an open ${part.name}`);
        // Said once: what follows is judged as if it were open.
        if (!isRoot) return false;
      }
      state.implied = true;
    }
    state.opened = true;
    state.sort = String(part.sortAt?.(piece)?.value ?? '');
    for (const { look, pointers } of part.first) {
      if (!look(piece))
        this.#misplaced(
          at + pointers[0],
          'required',
          `is required in the first piece of a ${part.name}, and not empty`,
          getAt(piece, pointers[0] as string),
        );
    }
    return true;
  }

  #beEarly(part: CompiledPart, early: Look, state: PartState, piece: Json, at: string): void {
    const found = early(piece);
    state.isEarly = found !== undefined;
    if (found && state.hasSaid) this.#misplaced(at + found.pointer, 'order', `must come with the first piece of ${state.label}`);
    if (!found) state.hasSaid ||= part.says.some((look) => look.value(piece) !== undefined);
  }

  /** What ends a part of its sort comes last in it. */
  #seal(part: CompiledPart, state: PartState, piece: Json, at: string): void {
    const seal = part.seals.get(state.sort ?? '');
    if (!seal) return;
    if (part.closes.has(this.#kind)) {
      const isSealed = state.sealed || !seal.where.every(({ look, text }) => this.#told.get(look)?.includes(text));
      if (!isSealed)
        this.#misplaced(this.#order.kindAt, 'seal', `must come after ${seal.pointers.at(-1)} of ${state.label}, which is a ${state.sort}`);
    } else if (seal.look.value(piece) !== undefined) state.sealed = part.opens.has(this.#kind) ? 'at first' : 'in the end';
    else if (state.sealed === 'in the end') this.#misplaced(at, 'seal', `must come before ${seal.pointers.at(-1)} of ${state.label}`);
  }

  #agree(part: CompiledPart, state: PartState, piece: Json, at: string): void {
    const isTold = part.sameWithin === undefined || part.sameWithin(piece) !== undefined;
    for (let index = 0; isTold && index < part.same.length; index++) {
      const look = part.same[index] as Look;
      const value = look.value(piece);
      // A number that is not known yet is 0.
      if (value === undefined || value === 0 || typeof value === 'object') continue;
      const before = state.same[index];
      if (before === undefined) state.same[index] = look(piece);
      else if (before.value !== value) {
        const whose = part === this.#order.root ? 'on every event' : `in all of ${state.label}`;
        this.#misplaced(at + (look(piece)?.pointer ?? ''), 'same', `must be the same ${whose}, ${JSON.stringify(before.value)}`);
      }
    }
    if (!part.sortBy) return;
    const word = part.sortBy(piece);
    const taken = part.rules.sort?.takes[state.sort ?? ''];
    if (!word || !taken || !part.takenBySome.has(String(word.value)) || taken.includes(String(word.value))) return;
    const words = taken.length > 0 ? taken.join(' or ') : 'none';
    this.#misplaced(at + word.pointer, 'sort', `must be ${words}, since ${state.label} is a ${state.sort}`);
  }

  #join(text: CompiledText, joined: JoinedState, piece: Json, at: string): void {
    const found = text.piece(this.#kind)?.(piece);
    if (typeof found?.value !== 'string') return;
    this.#hasJoined = true;
    joined.pieces.add(found.value);
    joined.event = this.#number;
    joined.pointer = at + found.pointer;
  }

  #visitChildren(part: CompiledPart, child: CompiledPart, state: PartState, piece: Json, at: string): void {
    let states = state.children.get(child);
    if (!states) {
      states = new Map<number, PartState>();
      state.children.set(child, states);
    }
    if (child.rules.alone) this.#beAlone(child, state.latest);
    for (let index = 0; index < child.joined.length; index++) {
      if (!child.joined[index]?.isToldAround(this.#kind)) continue;
      for (const one of states.values()) this.#tellWhole(child, one, index, piece, at, true);
    }
    if (!child.concerns(this.#kind)) return;
    const pieces = child.pieces(piece);
    for (let position = 0; position < pieces.length; position++) {
      const own = pieces[position] as Json;
      const pointer = child.pointerOf(position);
      const number = child.number(own) ?? position;
      let known = states.get(number);
      if (!known) {
        known = newState(child, number);
        const mayOpen = child.opens.size === 0 || child.opens.has(this.#kind);
        if (mayOpen && child.rules.numbered === 'in-order' && number !== states.size)
          this.#misplaced(at + pointer + (child.rules.by ?? ''), 'order', `must be ${states.size}, the next ${child.name}`);
        if (mayOpen || child.mayOpen.has(this.#kind)) {
          states.set(number, known);
          state.latest = known;
          if (child.distinct.length > 0) this.#beDistinct(child, state, own, at + pointer);
        }
      }
      if (state.finish !== undefined)
        this.#misplaced(at + pointer, 'order', `must not come after the end of ${part === this.#order.root ? 'the answer' : state.label}`);
      this.#visit(child, known, own, at + pointer);
    }
  }

  /** A part begins with what no other part has. */
  #beDistinct(child: CompiledPart, around: PartState, piece: Json, at: string): void {
    for (const { look, isInSort } of child.distinct) {
      const found = look(piece);
      if (!found) continue;
      const own = `${isInSort ? child.sortAt?.value(piece) : ''} ${found.pointer} ${JSON.stringify(found.value)}`;
      if (around.begun.has(own)) this.#misplaced(at + found.pointer, 'distinct', `must differ from that of each ${child.name} before`);
      around.begun.add(own);
    }
  }

  #beAlone(child: CompiledPart, open: PartState | undefined): void {
    if (!open || open.closed || (child.concerns(this.#kind) && !child.opens.has(this.#kind))) return;
    const [end = ''] = child.closes;
    this.#misplaced(this.#order.kindAt, 'order', `must come after ${end} of ${open.label}`);
    // Said once.
    open.closed = true;
  }

  /** Whether an event that tells the whole text says what its pieces said. */
  #tellWhole(part: CompiledPart, state: PartState, index: number, piece: Json, at: string, isAround: boolean): void {
    const text = part.joined[index] as CompiledText;
    const pointers = text.whole(this.#kind, state.number, isAround);
    if (pointers.length === 0) return;
    const joined = state.texts[index] as JoinedState;
    const { pieces } = joined;
    const isUnknownSort = part.rules.sort !== undefined && part.rules.sort.takes[state.sort ?? ''] === undefined;
    if (isUnknownSort) return;
    if (text.tellings.has(this.#kind) && ++joined.told > 1)
      this.#misplaced(this.#order.kindAt, 'order', `must come once in ${state.label}`);
    const pointer = pointers.find((one) => typeof getAt(piece, one) === 'string');
    // A part of which nothing was told in pieces, such as one of another sort.
    if (pointer === undefined && (pieces.length === 0 || !isAround)) return;
    const [named = ''] = pointers;
    const whole = pointer === undefined ? undefined : (getAt(piece, pointer) as string);
    if (text.atOnce && joined.event === 0) return;
    if (whole !== undefined && pieces.equals(whole)) return;
    const said = pieces.text === undefined ? `a text of ${pieces.length} characters` : JSON.stringify(shortened(pieces.text));
    this.#misplaced(at + (pointer ?? named), 'joined', `must be what its pieces say, ${said}`, whole);
  }

  #close(part: CompiledPart, state: PartState, piece: Json, at: string): void {
    state.closed = true;
    for (const [index, { tellings }] of part.joined.entries()) {
      const { event, told } = state.texts[index] as JoinedState;
      if (event > 0 && told === 0 && tellings.size > 0)
        this.#misplaced(this.#order.kindAt, 'order', `must come after ${[...tellings].join(' or ')} of ${state.label}`);
    }
    if (part.rules.result) state.result = projection(getAt(piece, part.rules.result.at), part.rules.result.like);
    if (part !== this.#order.root) return;
    if (!part.finish) this.#finish(part, state, this.#kind, at + this.#order.kindAt);
    else if (state.finish === undefined && !this.#hasInstead)
      this.#misplaced(this.#order.kindAt, 'finish', `must come after an event with ${part.rules.finish?.at}`);
    state.finish = this.#kind;
  }

  #finish(part: CompiledPart, state: PartState, word: string, pointer: string): void {
    if (state.finish !== undefined) {
      this.#misplaced(pointer, 'finish', `must come once in ${part === this.#order.root ? 'a stream' : state.label}`);
      return;
    }
    state.finish = word;
    const { needs, excludes } = part.rules.finish ?? {};
    for (const [rule, isNeeded] of [
      [needs?.[word], true],
      [excludes?.[word], false],
    ] as const) {
      if (!rule || hasPart(state, rule) === isNeeded) continue;
      const what = `a ${rule.part}${rule.sort === undefined ? '' : ` of ${rule.sort}`}`;
      this.#misplaced(pointer, 'finish', `must ${isNeeded ? `come after ${what}` : `not come after ${what}`}`);
    }
    if (part.whole.has(word)) this.#beWhole(part, state);
  }

  /** Is all there that an answer has which ended by itself? */
  #beWhole(part: CompiledPart, state: PartState): void {
    for (const child of part.parts) {
      const states = [...(state.children.get(child)?.values() ?? [])];
      const { least = 0, numbered, result, by = '' } = child.rules;
      if (states.length < least && !this.#hasInstead) this.#misplaced('', 'finish', `must come after the first ${child.name}`);
      const last = states.findLast(({ number }) => number >= states.length || number < 0);
      if (numbered === 'any-order' && last) {
        const lack = `must be less than ${states.length}, the number of ${child.name}s`;
        this.#misplaced(last.at + by, 'order', lack, last.number, last.event);
      }
      for (const one of states) this.#beWholePart(child, one);
      if (result && part === this.#order.root) this.#tellAll(child, result, states);
    }
  }

  #beWholePart(part: CompiledPart, state: PartState): void {
    if (part.finish && state.finish === undefined) {
      this.#misplaced('', 'finish', `must come after the ${parsePointer(part.rules.finish?.at ?? '').at(-1)} of ${state.label}`);
      return;
    }
    if (part.closes.size > 0 && !state.closed && !state.implied)
      this.#misplaced(this.#order.kindAt, 'order', `must come after ${[...part.closes][0]} of ${state.label}`);
    for (const [index, text] of part.joined.entries()) this.#beJson(text, state.texts[index] as JoinedState, state);
    // A part with an end of its own was looked at when that came.
    if (!part.finish) this.#beWhole(part, state);
  }

  #beJson({ is, mayBeEmpty }: CompiledText, { pieces, event, pointer }: JoinedState, { label }: PartState): void {
    if (!is || pieces.text === undefined || (pieces.length === 0 && (mayBeEmpty || event === 0))) return;
    if (isJsonObject(pieces.text)) return;
    this.#misplaced(pointer, 'joined', `must be JSON of an object once the pieces of ${label} are joined`, pieces.text, event);
  }

  /** Does the end of the stream tell the parts as they were told before? */
  #tellAll(part: CompiledPart, { in: at, like }: { in: string; like: string[] }, states: readonly PartState[]): void {
    const told = getAt(this.#event, at);
    if (!Array.isArray(told)) return;
    const known = states.filter(({ result }) => result);
    if (told.length !== states.length) this.#misplaced(at, 'result', `must have ${states.length} items, as many as came before`, told);
    for (const { number, result = [] } of known) {
      const own = projection(told[number], like);
      const other = told.length === states.length ? own.findIndex((text, index) => text !== result[index]) : -1;
      if (other < 0) continue;
      const pointer = `${at}/${number}${(like[other] ?? '').replace(/\/\*.*/, '')}`;
      this.#misplaced(pointer, 'result', `must be as in the event that closed ${part.name} ${number}, ${shortened(result[other] ?? '')}`);
    }
  }
}

/** Does an answer keep what its request asks for, as `x-asked` says: the model, the tools, their number, the form, the stops, the limit? */
import type { ExpressionContext } from '../../contract/expression.js';
import type { AskedOf } from '../../contract/prepared/asked.js';
import type { Json } from '../../contract/prepared/json.js';
import { type ConversationHead, protocols } from '../../protocols/index.js';
import { isExcepted, isRepeated } from './alike/echoed.js';
import { CallArguments, describedTools } from './arguments.js';
import { type CompiledAsked, type CompiledForm, compiledAsked, type EchoPlace } from './compiled-asked.js';
import { judgeEnd } from './judge.js';
import type { FurtherPromise } from './promises/further.js';
import { Grounded, hasToolBut } from './promises/grounded.js';
import { Included } from './promises/included.js';
import { Alternatives, Likelihoods } from './promises/likelihoods.js';
import { NewPieces } from './promises/new-pieces.js';
import { SealedCall } from './promises/sealed-call.js';
import { VendorResults } from './promises/vendor-results.js';
import { toolNamed, VendorUses } from './promises/vendor-uses.js';
import type { Misfit } from './said/misfit.js';
import { Gathering, type SaidPlace, SaidTexts } from './said/said.js';

/** Takes an answer as it comes. */
export interface AnswerCheck {
  follow(piece: Json): void;
  /** Whether one more event like the last that differs at a path would be another piece of the same text, and nothing else. */
  isRepeatable(path: readonly string[]): boolean;
  /** Takes such an event. */
  repeat(text: string): void;
  /** It is complete. */
  end(): void;
}

export type Asked = (request: ExpressionContext, isStream: boolean, tell: (misfit: Misfit) => void) => AnswerCheck;

/**
 * @param protocol whose requests are read
 * @param models those that there are: a name like none of theirs may be that under which an upstream, or a stub, knows the model
 */
export function compileAsked(protocol: string, rules: AskedOf, models: readonly string[]): Asked {
  const compiled = compiledAsked(protocol, rules, models);
  return (request, isStream, tell) => new OneAnswer(compiled, request, isStream, tell);
}

class OneAnswer implements AnswerCheck {
  readonly #asked: CompiledAsked;
  readonly #form: CompiledForm;
  readonly #request: ExpressionContext;
  readonly #isStream: boolean;
  readonly #tell: (misfit: Misfit) => void;
  readonly #head: ConversationHead;
  readonly #said: Gathering;
  readonly #texts: SaidTexts | undefined;
  readonly #declined: Gathering | undefined;
  readonly #arguments: CallArguments | undefined;
  readonly #promises: FurtherPromise[] = [];
  readonly #pieces: NewPieces | undefined;
  readonly #isObject: boolean;
  readonly #echoes: (EchoPlace & { value: unknown; each: readonly string[] | undefined; kept: boolean | undefined; isTold: boolean })[] =
    [];
  #event = 0;

  constructor(asked: CompiledAsked, request: ExpressionContext, isStream: boolean, tell: (misfit: Misfit) => void) {
    this.#asked = asked;
    this.#request = request;
    this.#isStream = isStream;
    this.#tell = tell;
    this.#head = (protocols[asked.protocol] as (typeof protocols)[string]).head(request.body as Json);
    this.#form = isStream ? asked.stream : asked.whole;
    const { places, kept, declined, echoes, called, results, uses, included, seals } = this.#form;
    const { format, stop, choices, reasoning } = this.#head.wishes;
    this.#said = new Gathering(kept);
    if (reasoning === false) this.#declined = new Gathering(declined.places);
    const isOneText = !isStream || choices === 1;
    const tools = called && isOneText ? describedTools(this.#head) : undefined;
    if (called && tools) this.#arguments = new CallArguments(called, tools, request.body);
    this.#isObject = asked.object?.(request) ?? false;
    const tellsLikelihoods = places.likelihoods !== undefined && choices === 1 && asked.likelihoods?.(request) === true;
    const hasForm = format.kind !== 'text';
    const { alternatives, grounded } = asked.rules;
    const mayBeGrounded = grounded !== undefined && choices === 1 && hasToolBut(asked.grounded?.(request), grounded.but);
    const needsText = hasForm || stop.length > 0 || tellsLikelihoods || mayBeGrounded;
    if (places.text && isOneText && needsText) this.#texts = new SaidTexts(places.text, isStream);
    if (tellsLikelihoods) this.#promises.push(new Likelihoods(places.likelihoods as SaidPlace));
    if (places.grounded && mayBeGrounded) this.#promises.push(new Grounded(places.grounded));
    const most = asked.alternatives?.(request);
    if (alternatives && places.alternatives && typeof most === 'number')
      this.#promises.push(new Alternatives(places.alternatives, alternatives.in, most));
    if (results) this.#promises.push(new VendorResults(results, request.body));
    if (seals) this.#promises.push(new SealedCall(seals));
    this.#pieces = isStream && isOneText && places.text ? new NewPieces(places.text) : undefined;
    if (this.#pieces) this.#promises.push(this.#pieces);
    for (const one of uses) {
      const tool = toolNamed(request.body, one.tool);
      if (tool) this.#promises.push(new VendorUses(one, tool));
    }
    for (const one of included) if (reasoning !== false && one.isWanted(request)) this.#promises.push(new Included(one));
    for (const { from, place, each, kept: isKept, except = [] } of echoes) {
      const value = from(request);
      if (value !== undefined && value !== null && !isExcepted(value, except, each))
        this.#echoes.push({ ...place, value, each, kept: isKept, isTold: false });
    }
  }

  follow(piece: Json): void {
    this.#event++;
    const event = this.#event;
    this.#said.gather(piece, event);
    this.#texts?.gather(piece, event);
    this.#arguments?.gather(piece, event);
    this.#declined?.gather(piece, event);
    for (let index = 0; index < this.#promises.length; index++) this.#promises[index]?.gather(piece, event);
    for (const echo of this.#echoes) {
      const got = echo.look(piece);
      if (echo.isTold || got === undefined || (got === null && !echo.kept) || isRepeated(echo.value, got, echo.each)) continue;
      echo.isTold = true;
      this.#tell({ event, pointer: echo.pointer, expected: `must be as in the request, ${JSON.stringify(echo.value)}`, got });
    }
  }

  isRepeatable(path: readonly string[]): boolean {
    // What comes with each piece is another thing each time.
    if (this.#promises.some((promise) => promise.goesByPieces) || this.#arguments?.latest === this.#event) return false;
    if (this.#said.hasCounted(this.#event)) return false;
    const { text, thoughts } = this.#asked.stream.places;
    const grown = this.#texts?.grown ?? 0;
    return text?.isAt(path) ? grown < 2 : grown === 0 && thoughts?.isAt(path) === true;
  }

  repeat(text: string): void {
    this.#event++;
    this.#texts?.grow(text, this.#event);
    for (let index = 0; index < this.#promises.length; index++) this.#promises[index]?.grow?.(text, this.#event);
  }

  end(): void {
    judgeEnd({
      asked: this.#asked,
      form: this.#form,
      request: this.#request,
      isStream: this.#isStream,
      tell: this.#tell,
      head: this.#head,
      said: this.#said,
      texts: this.#texts,
      declined: this.#declined,
      arguments: this.#arguments,
      promises: this.#promises,
      pieces: this.#pieces,
      isObject: this.#isObject,
      event: this.#event,
    });
  }
}

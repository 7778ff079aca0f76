/** Does an answer keep what its request asks for, as `x-asked` says: the model, the tools, their number, the form, the stops, the limit? */
import type { ExpressionContext } from '../../contract/expression.js';
import type { AskedOf } from '../../contract/prepared/asked.js';
import type { Json } from '../../contract/prepared/json.js';
import { type ConversationHead, protocols } from '../../protocols/index.js';
import { isExcepted, isRepeated } from './alike/echoed.js';
import { familyOf, mayBeModel } from './alike/model-name.js';
import { CallArguments, describedTools } from './arguments.js';
import { strayCitation } from './cited.js';
import { type CompiledAsked, type CompiledForm, compiledAsked, type EchoPlace, type PlaceName } from './compiled-asked.js';
import { misformed } from './form.js';
import { areAllOwn, offeredNames } from './offered.js';
import type { FurtherPromise } from './promises/further.js';
import { Grounded, hasToolBut } from './promises/grounded.js';
import { Included } from './promises/included.js';
import { Alternatives, Likelihoods } from './promises/likelihoods.js';
import { NewPieces } from './promises/new-pieces.js';
import { SealedCall } from './promises/sealed-call.js';
import { VendorResults } from './promises/vendor-results.js';
import { toolNamed, VendorUses } from './promises/vendor-uses.js';
import { inShort, type Misfit } from './said/misfit.js';
import { Gathering, type Said, type SaidPlace, SaidTexts } from './said/said.js';

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

/** Characters that two texts do not have in common by chance, if they are all that there is of both. */
const long = 12;

/** Tokens that mark the end of an answer and say nothing. */
const fewTokens = 5;

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

  /** What the answer says so far, of one kind. */
  #of(name: PlaceName): readonly Said[] {
    return this.#said.at(this.#form.index[name]);
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
    this.#judgeModel();
    this.#judgeFinish();
    this.#judgeChoices();
    this.#judgeCalls();
    this.#judgeArguments();
    this.#judgeIds();
    this.#judgeThoughts();
    this.#judgeAnnotations();
    this.#judgeCited();
    this.#judgeTokens();
    this.#judgeStop();
    this.#judgeTexts();
    this.#judgePromises();
    this.#judgeCounted();
  }

  #judgePromises(): void {
    if (this.#promises.length === 0) return;
    const word = this.#of('finish').at(-1)?.value;
    const [text, ...others] = this.#texts?.texts.values() ?? [];
    const end = {
      word: word === undefined ? undefined : String(word),
      isWhole: this.#isWhole(),
      hasCall: this.#of('calls').length > 0,
      text: others.length > 0 ? undefined : text?.pieces.text,
      hasThoughts: this.#of('thoughts').length > 0,
    };
    for (const promise of this.#promises) {
      const misfit = promise.misfit(end);
      if (misfit) this.#tell(misfit);
    }
  }

  #judgeCounted(): void {
    const { rules, counted } = this.#asked;
    if (counted ? counted(this.#request) !== true : !rules.counted) return;
    const [told] = this.#of('counted');
    if (told) {
      const isEarly = counted !== undefined && told.event < (this.#pieces?.latest ?? 0) && this.#isWhole();
      if (isEarly) this.#misfit(told, 'must come with the last of the text, or after it, since it counts all of it');
    } else if (counted) this.#lack('counted', 'must come in one event, since the request asks for it', undefined);
    // Some vendors leave the sum out where they do not count what an address has.
    else if (this.#isWhole() && this.#of('tokens').length === 0)
      this.#lack('counted', 'must be there, since the answer is whole', undefined);
  }

  /** Whether anything was said, in words or by a call. */
  get #isSaid(): boolean {
    return this.#of('text').length + this.#of('calls').length > 0;
  }

  /** Whether there is a picture or a sound, which takes as many tokens as it takes, whatever the limit is. */
  get #hasMedia(): boolean {
    return this.#form.besides.some((index) => this.#said.at(index).some(({ value }) => typeof value === 'object'));
  }

  #misfit(said: Said, expected: string): void {
    this.#tell({ event: said.event, pointer: this.#said.pointerOf(said), expected, got: said.value });
  }

  /** Something is not there: told of the end, at the place where it would be. */
  #lack(name: PlaceName, expected: string, got: unknown): void {
    const place = this.#form.places[name];
    if (place) this.#tell({ event: Math.max(1, this.#event), pointer: place.pointer, expected, got });
  }

  #judgeModel(): void {
    const [told] = this.#of('model');
    const asked = this.#asked.model(this.#request);
    if (!told || typeof asked !== 'string' || typeof told.value !== 'string' || told.value === asked) return;
    const { families, without } = this.#asked;
    if (families.has(familyOf(told.value, without)) && !mayBeModel(asked, told.value, without, families))
      this.#misfit(told, `must be the model that was asked for, ${JSON.stringify(asked)}`);
  }

  /** A whole answer has ended. */
  #judgeFinish(): void {
    const { needed, open } = this.#asked.rules.finish;
    if (this.#isStream) return;
    const [first] = this.#of('finish');
    if (needed && !first) this.#lack('finish', 'must be there, since the answer is whole', undefined);
    if (first && open?.words.includes(String(first.value)) && this.#asked.goesOn?.(this.#request) !== true)
      this.#misfit(first, `must not be ${String(first.value)}, since the request does not ask for it`);
  }

  #judgeChoices(): void {
    const choices = this.#of('choices');
    const wanted = this.#head.wishes.choices;
    const many = wanted === 1 ? '1 answer was' : `${wanted} answers were`;
    const beyond = choices.find(({ value }) => typeof value === 'number' && value >= wanted);
    if (beyond) this.#misfit(beyond, `must be less than ${wanted}, since ${many} asked for`);
    else if (this.#asked.rules.choices?.exact && choices.length > 0 && choices.length < wanted)
      this.#lack('choices', `must be ${wanted}, as many as were asked for`, choices.length);
  }

  #judgeCalls(): void {
    const calls = this.#of('calls');
    const { toolChoice, choices, parallelToolCalls } = this.#head.wishes;
    const [first] = calls;
    const offered = first && this.#offered();
    if (offered) {
      const other = calls.find(({ value }) => typeof value === 'string' && !offered.has(value));
      if (other) {
        const names = Array.from(offered, (name) => JSON.stringify(name));
        this.#misfit(
          other,
          names.length === 0 ? 'must not be there: no tool is offered' : `must be a tool that is offered: ${inShort(names)}`,
        );
        return;
      }
    }
    if (toolChoice.mode === 'none' && !toolChoice.isOfVendor && first) this.#misfit(first, 'must not be there: the request wants no call');
    if (toolChoice.mode === 'required' && this.#isOwn(toolChoice.name)) this.#judgeForced(toolChoice.name);
    const hasNumbers = this.#form.places.numbers !== undefined;
    const [, second] = hasNumbers ? this.#of('numbers') : calls;
    if (parallelToolCalls === false && choices === 1 && second && (hasNumbers || !this.#isStream || !this.#asked.rules.calls.number))
      this.#misfit(second, 'must be the only call: the request wants no two at once');
  }

  #judgeArguments(): void {
    const misfit = this.#arguments && this.#isWhole() ? this.#arguments.misfit() : undefined;
    if (misfit) this.#tell(misfit);
  }

  /** What is told twice is one call to its caller, who answers both. */
  #judgeIds(): void {
    const ids = this.#of('ids');
    const again = ids.length > 1 && ids.find(({ value }, index) => ids.findIndex((one) => one.value === value) !== index);
    if (again) this.#misfit(again, 'must differ from that of each call before');
  }

  #judgeAnnotations(): void {
    const { length } = this.#of('pieces');
    const told = this.#of('annotations').length;
    if (told < length && this.#isWhole()) this.#lack('annotations', `must have ${length} annotations, as many as came before`, told);
  }

  #judgeCited(): void {
    const { cited } = this.#asked;
    const stray = cited && strayCitation(this.#of('cited'), cited, this.#request.body);
    if (!stray) return;
    const { said, wrong } = stray;
    this.#tell({ ...wrong, event: said.event, pointer: this.#said.pointerOf(said) + wrong.pointer });
  }

  /** Reasoning comes in its own place, and not where it is declined. */
  #judgeThoughts(): void {
    if (this.#declined) this.#judgeDeclined(this.#declined);
    const [said] = this.#of('text');
    if (!said || typeof said.value !== 'string') return;
    const { never, neverLast, written } = this.#asked;
    const text = this.#pieces?.beginning ?? said.value;
    const isCall = () => written?.test(text) && this.#head.tools.length > 0 && this.#of('calls').length === 0;
    if (never?.test(text)) this.#misfit(said, 'must be text without the reasoning, which has a place of its own');
    else if (isCall()) this.#misfit(said, 'must be text without the call, which has a place of its own');
    else if (neverLast?.test(this.#pieces?.last ?? said.value))
      this.#misfit(said, 'must be text without the marks that end it for the model');
    const [thought] = this.#of('thoughts');
    if (thought?.value === said.value && thought.event === said.event && said.value.length >= long)
      this.#misfit(said, 'must be the text, not the reasoning again');
  }

  #judgeDeclined(told: Gathering): void {
    const expected = 'must not be there: the request wants no reasoning';
    const [thought] = this.#of('thoughts');
    const model = String(this.#asked.model(this.#request));
    const all = this.#form.declined.models.flatMap((models, index) => ((models?.test(model) ?? true) ? told.at(index) : []));
    // What is sealed may be counted.
    const hidden = all.find(({ value }) => (typeof value === 'number' ? value > 0 && this.#of('sealed').length === 0 : true));
    if (thought) this.#misfit(thought, expected);
    else if (hidden) this.#tell({ event: hidden.event, pointer: told.pointerOf(hidden), expected, got: hidden.value });
  }

  /** Whether what is demanded is a call that the caller answers. */
  #isOwn(name: string | undefined): boolean {
    const { tools } = this.#head;
    return name === undefined ? areAllOwn(this.#head, this.#request.body) : tools.some((tool) => tool.name === name);
  }

  #judgeForced(name: string | undefined): void {
    const calls = this.#of('calls');
    if (calls.length === 0) {
      if (this.#isWhole())
        this.#lack(
          'calls',
          name === undefined
            ? 'must have a call, since the request demands one'
            : `must be a call of ${JSON.stringify(name)}, since the request demands it`,
          undefined,
        );
      return;
    }
    const other = name === undefined ? undefined : calls.find(({ value }) => value !== name);
    if (other) this.#misfit(other, `must be ${JSON.stringify(name)}, the tool that the request demands`);
  }

  /** Whether the answer ended by itself: nothing of it is missing. */
  #isWhole(): boolean {
    const { whole } = this.#asked.rules.finish;
    const said = this.#of('finish');
    const last = this.#isStream ? said.slice(-1) : said;
    return last.length > 0 && last.every(({ value }) => whole.includes(String(value)));
  }

  /** Names in the tools of the request, of whatever kind; `undefined` where it may have more than it tells. */
  #offered(): Set<string> | undefined {
    if (this.#asked.elsewhere.some((evaluate) => evaluate(this.#request))) return undefined;
    const allowed = this.#asked.allowed?.(this.#request);
    if (Array.isArray(allowed) && allowed.length > 0) return new Set(this.#head.tools.map(({ name }) => name));
    return offeredNames(this.#head, this.#request.body);
  }

  #judgeTokens(): void {
    const [prompt] = this.#of('prompt');
    const isNothing = prompt?.value === 0 && this.#form.further.every((index) => !(Number(this.#said.at(index)[0]?.value) > 0));
    if (isNothing && this.#isWhole()) this.#misfit(prompt, 'must be more than 0, since the request says something');
    const [told] = this.#of('tokens');
    const { maxTokens = Number.NaN, choices, stop } = this.#head.wishes;
    if (!told || typeof told.value !== 'number') return;
    if (told.value === 0 && this.#isSaid) this.#misfit(told, 'must be more than 0, since the answer says something');
    const reasoning = this.#of('reasoning')[0]?.value;
    const text = told.value - (typeof reasoning === 'number' ? reasoning : 0);
    const { besides } = this.#form;
    const isEmpty = besides.length > 0 && !this.#isSaid && besides.every((index) => this.#said.at(index).length === 0);
    // The text that ended it is counted, too.
    if (isEmpty && stop.length === 0 && text >= (this.#asked.rules.tokens.few ?? fewTokens) * choices && this.#isWhole())
      this.#misfit(told, 'must be 0, or nearly so, since the answer says nothing');
    if (!(maxTokens >= 0) || this.#hasMedia) return;
    if (text > maxTokens * choices) this.#misfit(told, `must be at most ${maxTokens * choices}, the limit of the request`);
  }

  #judgeStop(): void {
    const [told] = this.#of('stop');
    const { stop } = this.#head.wishes;
    if (!told || stop.includes(String(told.value))) return;
    const texts = stop.map((text) => JSON.stringify(text));
    this.#misfit(
      told,
      texts.length === 0 ? 'must be null, since the request has no such text' : `must be one of the request's: ${inShort(texts)}`,
    );
  }

  /** Whether a text of the request may have ended the answer in the middle of its form. Most protocols do not tell. */
  #isStopped(): boolean {
    const { stop, format } = this.#head.wishes;
    if (stop.length === 0) return false;
    if (this.#form.places.stop) return this.#of('stop').length > 0;
    const begins = (text: string) =>
      format.kind === 'choice' ? format.texts.some((one) => one.startsWith(text)) : /^\s*(?:[{[]|$)/.test(text);
    return [...(this.#texts?.texts.values() ?? [])].every(({ pieces }) => begins(pieces.text ?? ''));
  }

  #judgeTexts(): void {
    if (!this.#texts) return;
    const { stop, format } = this.#head.wishes;
    const texts = [...this.#texts.texts.values()];
    for (const { pieces, pointer, event } of texts) {
      const found = stop.find((text) => pieces.text?.includes(text));
      if (found !== undefined)
        this.#tell({ event, pointer, expected: `must end before ${JSON.stringify(found)}, as the request asks`, got: pieces.text });
    }
    const hasCall = this.#of('calls').length > 0;
    if (format.kind === 'text' || hasCall || !this.#isWhole() || this.#isStopped()) return;
    // Where there are no alternatives, an answer of several blocks is in form as a whole, or in its last.
    const isOne = !this.#asked.rules.choices;
    const joined = texts.map(({ pieces }) => pieces.text ?? '').join('');
    if (isOne && misformed(format, joined, this.#isObject) === undefined) return;
    for (const { pieces, pointer, event } of isOne ? texts.slice(-1) : texts) {
      if (!pieces.text) continue;
      const expected = misformed(format, pieces.text, this.#isObject);
      if (expected !== undefined) this.#tell({ event, pointer, expected, got: pieces.text });
    }
  }
}

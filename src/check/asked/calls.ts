/** Are the calls of an answer those that its request offers, demands and leaves room for? */
import { type EndedAnswer, isWhole, saidOf, tellLack, tellMisfit } from './ended-answer.js';
import { areAllOwn, offeredNames } from './offered.js';
import { inShort } from './said/misfit.js';
import type { Said } from './said/said.js';

export function judgeCalls(answer: EndedAnswer): void {
  judgeNames(answer);
  judgeForms(answer);
  judgeArguments(answer);
  judgeIds(answer);
}

function judgeNames(answer: EndedAnswer): void {
  const calls = saidOf(answer, 'calls');
  const { toolChoice, choices, parallelToolCalls } = answer.head.wishes;
  const [first] = calls;
  const offered = first && offeredTools(answer);
  if (offered) {
    const other = calls.find(({ value }) => typeof value === 'string' && !offered.has(value));
    if (other) {
      const names = Array.from(offered, (name) => JSON.stringify(name));
      tellMisfit(
        answer,
        other,
        names.length === 0 ? 'must not be there: no tool is offered' : `must be a tool that is offered: ${inShort(names)}`,
      );
      return;
    }
  }
  if (toolChoice.mode === 'none' && !toolChoice.isOfVendor && first)
    tellMisfit(answer, first, 'must not be there: the request wants no call');
  if (toolChoice.mode === 'required' && isOwn(answer, toolChoice.name)) judgeForced(answer, toolChoice.name);
  const hasNumbers = answer.form.places.numbers !== undefined;
  const [, second] = hasNumbers ? saidOf(answer, 'numbers') : calls;
  if (parallelToolCalls === false && choices === 1 && second && (hasNumbers || !answer.isStream || !answer.asked.rules.calls.number))
    tellMisfit(answer, second, 'must be the only call: the request wants no two at once');
}

function judgeForced(answer: EndedAnswer, name: string | undefined): void {
  const calls = saidOf(answer, 'calls');
  if (calls.length === 0) {
    if (isWhole(answer))
      tellLack(
        answer,
        'calls',
        name === undefined
          ? 'must have a call, since the request demands one'
          : `must be a call of ${JSON.stringify(name)}, since the request demands it`,
        undefined,
      );
    return;
  }
  const other = name === undefined ? undefined : calls.find(({ value }) => value !== name);
  if (other) tellMisfit(answer, other, `must be ${JSON.stringify(name)}, the tool that the request demands`);
}

/** Whether what is demanded is a call that the caller answers. */
function isOwn(answer: EndedAnswer, name: string | undefined): boolean {
  const { tools } = answer.head;
  return name === undefined ? areAllOwn(answer.head, answer.request.body) : tools.some((tool) => tool.name === name);
}

/** Names in the tools of the request, of whatever kind; `undefined` where it may have more than it tells. */
function offeredTools(answer: EndedAnswer): Set<string> | undefined {
  if (answer.asked.elsewhere.some((evaluate) => evaluate(answer.request))) return undefined;
  const allowed = answer.asked.allowed?.(answer.request);
  if (Array.isArray(allowed) && allowed.length > 0) return new Set(answer.head.tools.map(({ name }) => name));
  return offeredNames(answer.head, answer.request.body);
}

/** A call has the form of its tool, or that in which tools are offered at all. */
function judgeForms(answer: EndedAnswer): void {
  const { tools } = answer.head;
  const customs = saidOf(answer, 'customs');
  const at = (said: Said) => `${said.event} ${answer.said.pointerOf(said)}`;
  const custom = new Set(customs.map(at));
  for (const said of [...saidOf(answer, 'calls'), ...customs]) {
    const form = answer.said.isOlder(said) ? 'older' : custom.has(at(said)) ? 'custom' : undefined;
    const own = form === 'older' ? tools : tools.filter(({ name, kind }) => name === said.value && kind !== 'older');
    const [tool] = own;
    if (!tool || own.some(({ kind }) => kind === form)) continue;
    const right =
      form === 'older'
        ? 'in the newer form, as the tools are'
        : `that of a ${tool.kind === 'custom' ? 'custom tool' : 'function'}, as which it is offered`;
    tellMisfit(answer, said, `must be ${right}`);
    return;
  }
}

function judgeArguments(answer: EndedAnswer): void {
  const misfit = answer.arguments && isWhole(answer) ? answer.arguments.misfit() : undefined;
  if (misfit) answer.tell(misfit);
}

/** What is told twice is one call to its caller, who answers both. */
function judgeIds(answer: EndedAnswer): void {
  const ids = saidOf(answer, 'ids');
  const again = ids.length > 1 && ids.find(({ value }, index) => ids.findIndex((one) => one.value === value) !== index);
  if (again) tellMisfit(answer, again, 'must differ from that of each call before');
}

/** Where the contract is called, and with which keys. */
import type { Document } from '../../contract/openapi.js';
import { canonical, meaningOf } from '../model/canonical.js';
import { type Change, change, type Level } from '../model/change.js';
import { inWords, memberChanges } from '../model/member-changes.js';
import type { OperationPair } from '../model/operation-pairs.js';

/** Keys that are all needed: of each its name, what it is, and the scopes that it must have. */
interface Alternative {
  name: string;
  needs: Set<string>;
}

/** What a client does not see: how a key is described, where others look for it in vain. */
const notSent = new Set(['bearerFormat', 'x-stray-keys', 'x-scheme-words']);

function alternativesOf(document: Document, security: Record<string, string[]>[]): Alternative[] {
  return security.map((alternative) => ({
    name: Object.keys(alternative).sort().join(' + ') || 'none',
    needs: new Set(
      Object.entries(alternative).flatMap(([name, scopes]) => {
        const scheme = canonical(document.components.securitySchemes[name] ?? name, notSent);
        return [scheme, ...scopes.map((scope) => `${scheme} ${scope}`)];
      }),
    ),
  }));
}

/** Whether who has what the one needs can call with it. */
const serves = (other: Alternative, one: Alternative): boolean => [...other.needs].every((need) => one.needs.has(need));

export function compareSecurity(base: Document, current: Document, { before, after }: OperationPair): Change[] {
  const [old, now] = [
    alternativesOf(base, before.security ?? base.security ?? []),
    alternativesOf(current, after.security ?? current.security ?? []),
  ];
  // Without any alternative nothing is needed.
  const [was, is] = [old, now].map((all) => (all.length === 0 ? [{ name: 'none', needs: new Set<string>() }] : all)) as [
    Alternative[],
    Alternative[],
  ];
  const isFree = (all: Alternative[]) => all.some(({ needs }) => needs.size === 0);
  // Where none is needed before and after, one that is no longer taken no longer says whose the call is.
  const takes = (all: Alternative[], one: Alternative) =>
    all.some((other) => serves(other, one) && (other.needs.size > 0 || one.needs.size === 0));
  const gone = was.filter((one) => !takes(is, one));
  const come = is.filter((one) => !takes(was, one));
  if (isFree(was) && !isFree(is)) {
    const names = is.map(({ name }) => `\`${name}\``).join(' or ');
    return [change('breaking', 'security-added', `needs ${names}`)];
  }
  if (!isFree(was) && isFree(is)) return [change('non-breaking', 'security-added', 'can be called without a key')];
  return [
    ...gone.map(({ name }) => change('breaking', 'security-removed', `can no longer be called with \`${name}\``)),
    ...come.map(({ name }) => change('non-breaking', 'security-added', `can also be called with \`${name}\``)),
  ];
}

/** What schemes say themselves; what of it concerns an operation is told there. */
export function compareSchemes(base: Document, current: Document): Change[] {
  const [before, after] = [base.components.securitySchemes, current.components.securitySchemes];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    const say = (level: Level, text: string) => change(level, 'security-scheme', text, { subjects: [name] });
    if (!old) return [say('non-breaking', `the key \`${name}\` is new`)];
    if (!now) return [say('docs', `the key \`${name}\` is no longer described`)];
    const words = (scheme: typeof old): string[] => scheme['x-scheme-words'] ?? [];
    const sent = memberChanges(meaningOf(old, notSent), meaningOf(now, notSent));
    const told = [old, now].map(({ bearerFormat, 'x-stray-keys': stray }) => ({ format: bearerFormat, elsewhere: stray }));
    return [
      ...[...sent].map((member) => say('breaking', `the key \`${name}\`: ${inWords(member)}`)),
      ...words(old)
        .filter((word) => !words(now).includes(word))
        .map((word) => say('breaking', `before the key \`${name}\` the word \`${word}\` may no longer stand`)),
      ...words(now)
        .filter((word) => !words(old).includes(word))
        .map((word) => say('non-breaking', `before the key \`${name}\` the word \`${word}\` may stand`)),
      ...[...memberChanges(...(told as [unknown, unknown]))].map((member) =>
        say('docs', `where the key \`${name}\` is looked for: ${inWords(member)}`),
      ),
    ];
  });
}

type Servers = { url: string; description?: string }[];

/** A slash at the end is the same address. */
const urlsOf = (servers: Servers = []): string[] => servers.map(({ url }) => url.replace(/\/$/, ''));

/** @param whose of what these are, where that is not the contract as a whole */
export function compareServers(before: Servers | undefined, after: Servers | undefined, whose = ''): Change[] {
  const [old, now] = [urlsOf(before), urlsOf(after)];
  const describe = (servers: Servers = []) => Object.fromEntries(servers.map(({ url, ...rest }) => [url.replace(/\/$/, ''), rest]));
  const [told, tells] = [describe(before), describe(after)];
  const kept = old.filter((url) => now.includes(url));
  const isFirstElsewhere = kept.includes(String(old[0])) && now[0] !== old[0];
  return [
    ...old.filter((url) => !now.includes(url)).map((url) => change('breaking', 'server-removed', `server ${url}${whose} is gone`)),
    ...now.filter((url) => !old.includes(url)).map((url) => change('non-breaking', 'server-added', `server ${url}${whose} is new`)),
    // Clients that are told no address take the first; the other one is still served.
    ...(isFirstElsewhere ? [change('non-breaking', 'server-first', `the first server${whose} is ${now[0]}, was ${old[0]}`)] : []),
    ...kept.flatMap((url) => {
      const words = [...memberChanges(told[url], tells[url])].filter(({ path }) => path === 'description');
      const rest = [...memberChanges(told[url], tells[url])].filter(({ path }) => path !== 'description');
      return [
        ...words.map((member) => change('docs', 'wording', `server ${url}${whose}: ${inWords(member)}`)),
        ...rest.map((member) => change('breaking', 'server-removed', `server ${url}${whose}: ${inWords(member)}`)),
      ];
    }),
  ];
}

/** Keeps one pull request for what the documentation has changed; an issue where a person has to decide and nothing can be pulled. */
import { writeFile } from 'node:fs/promises';
import type { Forge, Proposal, ProposalKind } from './forge.js';
import { keyIn, withKey, withoutKey } from './key.js';

export interface Proposed {
  body: string;
  key: string;
  /** Nothing could be edited, so that there is no branch. */
  isDecision: boolean;
}

const openIn = (proposals: readonly Proposal[]): Proposal | undefined => proposals.find(({ state }) => state === 'OPEN');

/** Whether a person closed the same changes before. */
const isRefused = (proposals: readonly Proposal[], key: string): boolean =>
  proposals.some(({ state, body }) => state === 'CLOSED' && keyIn(body) === key);

export async function closeAll(forge: Forge, kinds: readonly ProposalKind[], reason: string, bodyFile: string): Promise<string[]> {
  const told: string[] = [];
  for (const kind of kinds) {
    const open = openIn(await forge.proposals(kind));
    if (!open) continue;
    // Without its key it is none that a person refused.
    await writeFile(bodyFile, withoutKey(open.body));
    await forge.edit(kind, open.number, bodyFile);
    await forge.close(kind, open.number, reason);
    told.push(`closed ${kind} ${open.number}: ${reason}`);
  }
  return told;
}

/**
 * @param push makes the branch known to the forge
 * @returns what was done, as a line
 */
export async function propose(
  forge: Forge,
  { body, key, isDecision }: Proposed,
  bodyFile: string,
  push: () => Promise<void>,
): Promise<string> {
  const kind: ProposalKind = isDecision ? 'issue' : 'pr';
  const proposals = await forge.proposals(kind);
  const open = openIn(proposals);
  if (!open && isRefused(proposals, key)) return `a person closed the ${kind} for these changes: it is not opened again`;
  if (open && keyIn(open.body) === key) {
    if (!isDecision) await push();
    return `${kind} ${open.number} says so already`;
  }
  if (!isDecision) await push();
  await writeFile(bodyFile, withKey(body, key));
  if (open) await forge.edit(kind, open.number, bodyFile);
  else await forge.open(kind, bodyFile);
  return open ? `updated ${kind} ${open.number}` : `opened ${kind === 'pr' ? 'a pull request' : 'an issue'}`;
}

/** What is written claims where it was seen. */

import { ofTheSite, seenOnSite } from '../../../lib/docs-map.js';
import type { Draft } from '../../edit/draft.js';
import { addMember } from '../../edit/splice.js';
import type { ContractSources, Origin } from '../../locate/contract-sources.js';

/** What is known from any documentation goes with it. */
const removable = [...ofTheSite, 'qnaigc'];

/** The provenance of a part of a file, and where it is told. */
export interface Claim {
  provenance: string;
  /** Way to the `x-docs` that tells it. */
  holder: Origin;
  /** Name of the member, between dots, where the file is a schema's. */
  field?: string;
}

const propertyNames = (path: Origin['path']): string[] =>
  path.flatMap((part, index) => (path[index - 1] === 'properties' ? [String(part)] : []));

/** The innermost `x-docs` around a part, and what it says of it. */
export function claimOf(sources: ContractSources, { file, path }: Origin): Claim | undefined {
  const root = sources.value(file);
  for (let depth = path.length; depth >= 0; depth--) {
    const around = path.slice(0, depth);
    const docs = around.reduce((value, part) => value?.[part], root)?.['x-docs'];
    if (!docs?.provenance) continue;
    const names = propertyNames(path.slice(depth));
    const holder = { file, path: around };
    if (names.length === 0) return { provenance: docs.provenance, holder };
    const fields: Record<string, string> = docs.fields ?? {};
    const own = names.map((_, index) => fields[names.slice(0, names.length - index).join('.')]).find((word) => word !== undefined);
    return { provenance: own ?? docs.provenance, holder, field: names.join('.') };
  }
  return undefined;
}

/** Why a part stays though no page has it any more. */
export function keptBy(sources: ContractSources, origin: Origin): string | undefined {
  const provenance = claimOf(sources, origin)?.provenance;
  return provenance !== undefined && !removable.includes(provenance) ? provenance : undefined;
}

/** Makes a part say that it was seen on the documentation, unless it says so. */
export function claimSeen(draft: Draft, origin: Origin): void {
  const claim = claimOf(draft.sources, origin);
  if (!claim || ofTheSite.includes(claim.provenance)) return;
  const { holder, field } = claim;
  const path = [...holder.path, 'x-docs', ...(field === undefined ? ['provenance'] : ['fields', field])];
  draft.edit(holder.file, (text) => addMember(text, path, seenOnSite), field !== undefined);
}

/** The provenance that would change with a part: what it claims now, and what it will. */
export function claimChange(sources: ContractSources, origin: Origin): { from: string; to: string } | undefined {
  const provenance = claimOf(sources, origin)?.provenance;
  return provenance === undefined || ofTheSite.includes(provenance) ? undefined : { from: provenance, to: seenOnSite };
}

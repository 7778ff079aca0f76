/** The forge where changes are proposed, through its command line (`gh`). */
import { demand, type Run } from './command.js';

/** A pull request, or an issue where there is nothing to pull. */
export interface Proposal {
  number: number;
  body: string;
  state: 'OPEN' | 'CLOSED' | 'MERGED';
}

export type ProposalKind = 'pr' | 'issue';

export interface Forge {
  /** Those of the branch, or of the title, that were ever made; the newest first. */
  proposals(kind: ProposalKind): Promise<Proposal[]>;
  open(kind: ProposalKind, bodyFile: string): Promise<void>;
  edit(kind: ProposalKind, number: number, bodyFile: string): Promise<void>;
  close(kind: ProposalKind, number: number, comment: string): Promise<void>;
}

export interface ForgeOptions {
  branch: string;
  base: string;
  title: string;
}

/** @param run in the repository, of which `gh` knows where it is hosted */
export function createForge(run: Run, { branch, base, title }: ForgeOptions): Forge {
  const gh = (...args: string[]) => demand(run, 'gh', args);
  const mine = { pr: ['--head', branch], issue: ['--search', `in:title "${title}"`] };
  return {
    async proposals(kind) {
      const text = await gh(kind, 'list', '--state', 'all', ...mine[kind], '--json', 'number,body,state', '--limit', '100');
      return (JSON.parse(text || '[]') as Proposal[]).sort((a, b) => b.number - a.number);
    },
    async open(kind, bodyFile) {
      const place = kind === 'pr' ? ['--head', branch, '--base', base] : [];
      await gh(kind, 'create', ...place, '--title', title, '--body-file', bodyFile);
    },
    async edit(kind, number, bodyFile) {
      await gh(kind, 'edit', String(number), '--title', title, '--body-file', bodyFile);
    },
    async close(kind, number, comment) {
      await gh(kind, 'close', String(number), '--comment', comment);
    },
  };
}

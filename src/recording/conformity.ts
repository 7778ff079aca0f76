/** Holds what was recorded to the contract. */
import { contract } from '../../compiled/contract.js';
import { findingOf, violationOf } from '../check/findings/violation.js';
import { declaredResponse } from '../contract/judge/declared-response.js';
import type { CoverageReport } from '../journal/coverage.js';
import { Replay, type ReplayOptions, type Verdict } from './replay.js';
import { batchesAt, type Found, type Place, type SourceKind, sourceOf } from './sources.js';

export type ConformityOptions = Pick<ReplayOptions, 'baseUrl' | 'auth' | 'strict' | 'redact' | 'only' | 'baseline'>;

/** What became of a file, or of an entry of one. */
export type Outcome =
  /** @member contract that it was recorded against, where that is another one */
  | { verdict: Verdict; kind: SourceKind | 'coverage'; contract?: string }
  /** Something that cannot be read. */
  | { source: string; problem: string }
  /** An exchange with somebody else than the gateway. */
  | { source: string; isOther: true };

/** Neither browsers nor journals tell keys; what they do not have of a body may have been there. */
const kept: Record<SourceKind, Pick<ReplayOptions, 'auth' | 'omitsBodies' | 'knowsDepth' | 'keepsUnanswered'>> = {
  recording: {},
  har: { auth: false, omitsBodies: true, knowsDepth: true, keepsUnanswered: false },
  journal: { auth: false, omitsBodies: true },
};

/**
 * Tells the outcome for each exchange of a file or a folder, in order.
 * @throws Error for what is not there
 */
export async function judgeConformity(path: string, options: ConformityOptions, tell: (outcome: Outcome) => void): Promise<void> {
  const replays = new Map<SourceKind, Replay>();
  for await (const batch of batchesAt(path)) for (const found of batch) judge(found, replays, options, tell);
}

function judge(found: Found, replays: Map<SourceKind, Replay>, options: ConformityOptions, tell: (outcome: Outcome) => void): void {
  const source = sourceOf(found.place);
  if ('problem' in found) tell({ source, problem: found.problem });
  else if ('coverage' in found) for (const outcome of ofCoverage(found.place, found.coverage)) tell(outcome);
  else {
    const { kind, recording } = found;
    const replay = replays.get(kind) ?? new Replay({ ...options, ...kept[kind] });
    replays.set(kind, replay);
    const verdict = replay.check(source, recording);
    tell(verdict ? { verdict, kind, ...other(recording) } : { source, isOther: true });
  }
}

const other = ({ contract: named }: { contract?: string }): { contract?: string } =>
  named === undefined || named === contract.build ? {} : { contract: named };

/** What was exercised of a contract has to be there in this one. */
function* ofCoverage(place: Place, report: CoverageReport): Generator<Outcome> {
  const operations = new Map(contract.operations.map((operation) => [operation.id, operation]));
  for (const [index, { operation: id, status, mediaType, hits }] of report.rows.entries()) {
    if (!(hits > 0)) continue;
    const operation = operations.get(id);
    const responses = operation?.responses ?? {};
    const declared = declaredResponse({ responses }, Number(status));
    const finding = !operation
      ? findingOf({ part: 'request', in: 'route' }, 'route', 'must be an operation of the contract', id)
      : !declared
        ? findingOf({ part: 'response', in: 'status' }, 'status', `must be one of ${Object.keys(responses).join(', ')}`, status)
        : declared.mediaTypes.length > 0 && !declared.mediaTypes.includes(mediaType)
          ? findingOf(
              { part: 'response', in: 'header', pointer: '/content-type' },
              'content-type',
              `must be ${declared.mediaTypes.join(' or ')}`,
              mediaType,
            )
          : undefined;
    const verdict: Verdict = {
      source: `${place.file}, row ${index + 1}`,
      operation: id,
      method: operation?.method ?? '-',
      url: operation?.path ?? '-',
      status: Number(status),
      durationMs: 0,
      lacks: [],
      isChecked: true,
      violations: finding ? [violationOf(finding, id)] : [],
    };
    yield { verdict, kind: 'coverage', ...other(report) };
  }
}

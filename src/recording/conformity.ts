/** Holds what was recorded to the contract. */
import { contract } from '../../compiled/contract.js';
import { findingOf, violationOf } from '../check/findings/violation.js';
import { declaredResponse } from '../contract/judge/declared-response.js';
import type { CoverageReport } from '../journal/coverage.js';
import { Replay, type ReplayOptions, type Verdict } from './replay.js';
import { exchangesAt, type Place, type SourceKind, sourceOf } from './sources.js';

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
const kept: Record<SourceKind, Pick<ReplayOptions, 'auth' | 'omitsBodies' | 'keepsUnanswered'>> = {
  recording: {},
  har: { auth: false, omitsBodies: true, keepsUnanswered: false },
  journal: { auth: false, omitsBodies: true },
};

/**
 * The outcome for each exchange of a file or a folder, in order.
 * @throws Error for what is not there
 */
export async function* conformityOf(path: string, options: ConformityOptions): AsyncGenerator<Outcome> {
  const replays = new Map<SourceKind, Replay>();
  for await (const found of exchangesAt(path)) {
    const source = sourceOf(found.place);
    if ('problem' in found) yield { source, problem: found.problem };
    else if ('coverage' in found) yield* ofCoverage(found.place, found.coverage);
    else {
      const { kind, recording } = found;
      const replay = replays.get(kind) ?? new Replay({ ...options, ...kept[kind] });
      replays.set(kind, replay);
      const verdict = replay.check(source, recording);
      if (verdict) yield { verdict, kind, ...other(recording) };
      else yield { source, isOther: true };
    }
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

/** Whether a request still means the file that there is (RFC 9110, 13). */

/** What tells one state of a file from another. */
export interface FileVersion {
  /** A strong entity tag, with its quotes. */
  etag: string;
  /** An HTTP date. */
  lastModified: string;
}

type Header = (name: string) => string | undefined;

/** @param weakly whether a tag that only says `alike` will do */
function names(list: string, etag: string, weakly: boolean): boolean {
  if (list.trim() === '*') return true;
  const tags = list.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((tag) => (weakly ? tag.replace(/^W\//, '') : tag) === etag);
}

/** Seconds since 1970; NaN for a text that is no date, which is to be ignored. */
const secondsOf = (date: string): number => Math.floor(Date.parse(date) / 1000);

/** The status that ends a `GET` or `HEAD`: 412 where the file must be another, 304 where the caller has it; undefined where it is sent. */
export function preconditionStatus(header: Header, { etag, lastModified }: FileVersion): 412 | 304 | undefined {
  const [match, noneMatch] = [header('if-match'), header('if-none-match')];
  const [since, unmodifiedSince] = [header('if-modified-since'), header('if-unmodified-since')];
  const modified = secondsOf(lastModified);
  if (match !== undefined ? !names(match, etag, false) : modified > secondsOf(unmodifiedSince ?? '')) return 412;
  if (noneMatch !== undefined ? names(noneMatch, etag, true) : modified <= secondsOf(since ?? '')) return 304;
  return undefined;
}

/** Whether the caller's part is one of this very file, so that another part of it helps. */
export function rangeApplies(header: Header, { etag, lastModified }: FileVersion): boolean {
  const condition = header('if-range')?.trim();
  return condition === undefined || condition === etag || condition === lastModified;
}

/**
 * Paths as Prism can match them. It knows a parameter only as one whole segment, takes `:verbXYZ` for `:verb`, and fails where an escape stands for no
 * character.
 */
import { fillPath } from '../../contract/path-template.js';
import { pathPattern } from '../../contract/router.js';

export interface Spelling {
  /** The path with the slashes inside a parameter encoded, since model ids have some, and SDKs send them as they are, and with escapes that can be read. */
  spell(path: string): string;
  /** Whether a template may be what the path means: one that ends in a verb, only if the path ends in it. */
  mayMatch(template: string, path: string): boolean;
}

/** A parameter with a literal behind it in the same segment, such as `{model}:generateContent`. */
const verb = /\{[^}]+\}[^/]/;

/** A segment that says the same to those who read escapes, and to those who leave what they cannot read. */
function wellEscaped(segment: string): string {
  try {
    decodeURIComponent(segment);
    return segment;
  } catch {
    return segment.replaceAll('%', '%25');
  }
}

/** @param templates path templates of the description */
export function createSpelling(templates: readonly string[]): Spelling {
  const verbs = new Map(templates.filter((template) => verb.test(template)).map((template) => [template, pathPattern(template)]));
  const plain = (path: string): string => path.replace(/%3a/gi, ':');
  return {
    spell(path) {
      for (const [template, { match }] of verbs) {
        const values = match(plain(path));
        if (values) return fillPath(template, values);
      }
      return path.includes('%') ? path.split('/').map(wellEscaped).join('/') : path;
    },
    mayMatch: (template, path) => verbs.get(template)?.match(plain(path)) !== undefined || !verbs.has(template),
  };
}

/** Models that the gateway lists and the contract does not have: which they are like, and which page is missing. */
import { similarity } from '../../src/contract/similarity.js';
import { BadInput } from '../lib/bad-input.js';
import { type DocsEntry, pageArgument } from '../lib/docs-map.js';
import type { LiveModels } from './live.js';

export interface KnownModel {
  id: string;
  operations: string[];
  schemas: string[];
}

export interface Missing {
  id: string;
  /** The model that it is most like. */
  like: string;
  /** Pages that the documentation should have by now, each with the page of the other model that it is like. */
  pages: { path: string[]; like: string[] }[];
  /** Where a model without pages of its own is listed. */
  schemas: string[];
}

/** The model of the same name but for numbers and words behind it; else the one with the most alike name. */
function nearest(id: string, known: KnownModel[]): KnownModel {
  const bare = (name: string) => name.replace(/^[^/]+\//, '').toLowerCase();
  const shared = (name: string) => {
    const [one, other] = [bare(id), bare(name)];
    let length = 0;
    while (length < one.length && one[length] === other[length]) length++;
    return length / Math.max(one.length, 1);
  };
  const rank = ({ id: name }: KnownModel) => shared(name) + similarity(bare(id), bare(name));
  return known.reduce((best, other) => (rank(other) > rank(best) ? other : best));
}

/**
 * @param live ids that the gateway lists
 * @throws BadInput when none of them is known: then this is another gateway
 */
export function findMissing(live: string[], known: KnownModel[], docs: DocsEntry[]): Missing[] {
  const ids = new Set(known.map(({ id }) => id));
  if (!live.some((id) => ids.has(id)))
    throw new BadInput(`none of the ${live.length} models that it lists is known: it is another gateway`);
  return live
    .filter((id) => !ids.has(id))
    .sort()
    .map((id) => {
      const like = nearest(id, known);
      const isOfModel = ({ path, kind }: DocsEntry) => kind === 'endpoint' && path.includes(like.id);
      const pages = docs
        .filter(isOfModel)
        .map(({ path }) => ({ path: path.map((title) => title.replaceAll(like.id, () => id)), like: path }));
      return { id, like: like.id, pages, schemas: like.schemas };
    });
}

export function formatMissing(missing: Missing[], { ids, goesOn }: LiveModels): string {
  const lines = missing.flatMap(({ id, like, pages, schemas }) => {
    const page =
      pages.length > 0
        ? pages.map(
            ({ path, like }) =>
              `  no page "${path.join(' / ')}"\n    npm run docs:scaffold -- ${pageArgument(path)} --like ${pageArgument(like)}`,
          )
        : [
            `  no page of its own is to be expected: \`${like}\` has none; it belongs into ${schemas.join(', ') || 'the request of its operation'}`,
          ];
    return [`${id}: not in the contract; most like ${like}`, ...page];
  });
  const more = goesOn ? '; the list says that it goes on, and what follows is not read' : '';
  return [...lines, `${ids.length} models are listed, ${missing.length} of them new${more}`].join('\n');
}

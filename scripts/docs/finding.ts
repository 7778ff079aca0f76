/** What the comparison of the documentation with the contract found. */
export interface Finding {
  kind:
    | 'leaf-added'
    | 'leaf-removed'
    | 'leaf-renamed'
    | 'page-unknown'
    | 'page-moved'
    | 'operation-changed'
    | 'operation-unknown'
    | 'server-changed'
    | 'status-unknown'
    | 'unknown-field'
    | 'unknown-value'
    | 'violation'
    | 'malformed-example'
    | 'newer'
    | 'note';
  source: string;
  /** The page in the words of the navigation, where it is known. */
  page?: string;
  /** Where on the page. */
  where?: string;
  /** JSON pointer into the example. */
  pointer?: string;
  message: string;
}

/** A note informs; everything else is drift. */
export const isDrift = ({ kind }: Finding): boolean => kind !== 'note';

/** The title path of a page, as the navigation shows it. */
export const pageName = (path: string[]): string => path.join(' / ');

/** What stands in a sample for the address that it speaks to. The page puts the one that it is served from in its place. */

/** A host, and the path below which the operations are. */
export const host = 'host.invalid';
export const base = '/base.invalid';

/** Stands for the key; the page never puts a real one there. */
export const keyPlaceholder = 'YOUR_API_KEY';

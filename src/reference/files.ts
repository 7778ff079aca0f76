/** The files of the page, and where a mock serves them. */

/** Where what the page loads when it is first needed is found, on a mock. */
export const partsFolder = '/__mock/page/';

/** What there is to be found, and samples of calls, both as JSON, and a page of its own, which can be read without a script. */
const parts = ['search.json', 'samples.json', 'schemas.html'] as const;

export const pageFiles = ['index.html', ...parts] as const;

export type PageFile = (typeof pageFiles)[number];

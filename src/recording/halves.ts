/** Which half of exchanges is checked. Apart from what checks, so that the command knows them without loading it. */
export const halves = ['requests', 'responses'] as const;
export type Half = (typeof halves)[number];

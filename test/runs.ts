/** How often tests draw cases at random, and which. Every run draws the same, so that a red run can be told from bad luck. */

/** FC_SEED draws others. */
export const seed = Number(process.env.FC_SEED ?? 20_260_115);

/** How many cases are drawn where usually so many are; FC_RUNS asks for more. */
export const runs = (usual: number): number => Math.max(usual, Number(process.env.FC_RUNS ?? 0));

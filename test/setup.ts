/** Property tests draw the same cases in every run, so that a red run can be told from bad luck; FC_SEED draws others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_260_115) });

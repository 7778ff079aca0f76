/**
 * Makes `compiled/` from the committed description, where it is missing or of another one. Sources are neither read nor linted.
 *
 *   npm run compile
 */
import { ensureCompiled } from './generate/compiled.js';
import { flagsOf } from './lib/bad-input.js';

flagsOf();
const said = await ensureCompiled();
if (said) console.log(said);

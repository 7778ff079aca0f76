/**
 * Makes `compiled/` from the committed description, where it is missing or of another one. Sources are neither read nor linted.
 *
 *   npm run compile
 */
import { ensureCompiled } from './generate/compiled.js';

const said = await ensureCompiled();
if (said) console.log(said);

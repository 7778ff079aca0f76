/** The validator of scenarios, compiled to standalone code. It knows no contract: what a contract has to say of scenarios is checked apart. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { prismOptions, toModule } from '../validators/validators.js';
import { scenarioSchema } from './schema.js';

/** `scenario` validates one. */
export function scenarioValidator(): Promise<string> {
  const { definitions } = scenarioSchema();
  const ajv = new Ajv2020({ ...prismOptions, inlineRefs: 1, messages: false, code: { source: true, esm: true } });
  // Nothing here is evaluated elsewhere or refers dynamically; without that the code is as `compactValidators` expects it.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  ajv.addSchema({ definitions, $ref: '#/definitions/scenario' }, 'scenario');
  return toModule([{ ajv, ids: new Map([['scenario', 'scenario']]) }]);
}

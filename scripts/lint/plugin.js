/** Redocly plugin of the contract: the types of our extensions, and the rules that encode our conventions. */
import { extensionTypes } from './lib/extension-types.js';
import { deprecatedSince } from './rules/documentation/deprecated-since.js';
import { docsPropertiesExist } from './rules/documentation/docs-properties-exist.js';
import { docsRequired } from './rules/documentation/docs-required.js';
import { provenanceKnown } from './rules/documentation/provenance-known.js';
import { componentFileName } from './rules/files/component-file-name.js';
import { keyOrder } from './rules/files/key-order.js';
import { noOrphanFiles } from './rules/files/no-orphan-files.js';
import { pathFileName } from './rules/files/path-file-name.js';
import { refForm } from './rules/files/ref-form.js';
import { taskFailure } from './rules/jobs/task-failure.js';
import { taskOperations } from './rules/jobs/task-operations.js';
import { taskParameter } from './rules/jobs/task-parameter.js';
import { taskWorkflow } from './rules/jobs/task-workflow.js';
import { bodyTypes } from './rules/operations/body-types.js';
import { errorResponseGrid } from './rules/operations/error-response-grid.js';
import { errorResponses } from './rules/operations/error-responses.js';
import { modalityKnown } from './rules/operations/modality-known.js';
import { operationIdVerb } from './rules/operations/operation-id-verb.js';
import { schemeWords } from './rules/operations/scheme-words.js';
import { streamDeclared } from './rules/operations/stream-declared.js';
import { modelOwner } from './rules/schemas/model-owner.js';
import { rulesMet } from './rules/schemas/rules-met.js';
import { schemaCompiles } from './rules/schemas/schema-compiles.js';
import { unionTags } from './rules/schemas/union-tags.js';

export default function nexconnPlugin() {
  return {
    id: 'nexconn',
    typeExtension: { oas3: extensionTypes },
    rules: {
      oas3: {
        'body-types': bodyTypes,
        'component-file-name': componentFileName,
        'deprecated-since': deprecatedSince,
        'docs-properties-exist': docsPropertiesExist,
        'docs-required': docsRequired,
        'error-response-grid': errorResponseGrid,
        'error-responses': errorResponses,
        'key-order': keyOrder,
        'modality-known': modalityKnown,
        'model-owner': modelOwner,
        'no-orphan-files': noOrphanFiles,
        'operation-id-verb': operationIdVerb,
        'path-file-name': pathFileName,
        'provenance-known': provenanceKnown,
        'ref-form': refForm,
        'rules-met': rulesMet,
        'schema-compiles': schemaCompiles,
        'scheme-words': schemeWords,
        'stream-declared': streamDeclared,
        'task-failure': taskFailure,
        'task-operations': taskOperations,
        'task-parameter': taskParameter,
        'task-workflow': taskWorkflow,
        'union-tags': unionTags,
      },
    },
  };
}

/** Redocly plugin of the contract: the types of our extensions, and the rules that encode our conventions. */
import { extensionTypes } from './lib/extension-types.js';
import { bodyTypes } from './rules/body-types.js';
import { componentFileName } from './rules/component-file-name.js';
import { deprecatedSince } from './rules/deprecated-since.js';
import { docsPropertiesExist } from './rules/docs-properties-exist.js';
import { docsRequired } from './rules/docs-required.js';
import { errorResponseGrid } from './rules/error-response-grid.js';
import { errorResponses } from './rules/error-responses.js';
import { keyOrder } from './rules/key-order.js';
import { modalityKnown } from './rules/modality-known.js';
import { modelOwner } from './rules/model-owner.js';
import { noOrphanFiles } from './rules/no-orphan-files.js';
import { operationIdVerb } from './rules/operation-id-verb.js';
import { pathFileName } from './rules/path-file-name.js';
import { provenanceKnown } from './rules/provenance-known.js';
import { refForm } from './rules/ref-form.js';
import { schemeWords } from './rules/scheme-words.js';
import { streamDeclared } from './rules/stream-declared.js';
import { taskFailure } from './rules/task-failure.js';
import { taskOperations } from './rules/task-operations.js';
import { taskParameter } from './rules/task-parameter.js';
import { taskWorkflow } from './rules/task-workflow.js';
import { unionTags } from './rules/union-tags.js';

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

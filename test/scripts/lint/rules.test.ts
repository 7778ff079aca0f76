import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lint } from '../../../scripts/generate/bundle.js';

const fixtures = new URL('../../fixtures/lint/', import.meta.url);
const rules = new URL('../../../scripts/lint/rules/', import.meta.url);

/** What the project's configuration finds in a fixture, by one rule. */
async function findings(rule: string, fixture: 'fail' | 'pass'): Promise<string[]> {
  const folder = `${rule.replace(/^\w+\//, '')}/${fixture}/`;
  const problems = await lint(fileURLToPath(new URL(`${folder}openapi.yaml`, fixtures)));
  return problems.filter((problem) => problem.rule === rule).map(({ where, message }) => `${where.split(folder)[1]}: ${message}`);
}

const verbs = 'create, get, list, delete, edit, remix, generate, stream';

const expected: Record<string, string[]> = {
  'nexconn/body-types': [
    'openapi.yaml #/paths/~1pets/post/responses/204: The response 204 has no body; answers without one are not supported.',
    'openapi.yaml #/paths/~1pets/post/requestBody/content/multipart~1form-data: The body of a request is application/json, not multipart/form-data; other bodies are not supported.',
    'openapi.yaml #/components/responses/Failed/content/application~1problem+json: The body of a response is application/json or text/event-stream, not application/problem+json; other bodies are not supported.',
    'openapi.yaml #/paths/~1pets/post/responses/200/content/audio~1mpeg: The body of a response is application/json or text/event-stream, not audio/mpeg; other bodies are not supported.',
  ],
  'nexconn/component-file-name': [
    'openapi.yaml #/components/schemas/Pet: Pet belongs in a file of its own, Pet.yaml in components/schemas; it is in components/schemas/pets/Cat.yaml.',
    'openapi.yaml #/components/schemas/Dog: Dog belongs in a file of its own, Dog.yaml in components/schemas; it is in openapi.yaml.',
    'openapi.yaml #/components/schemas/Bird: Bird belongs in a file of its own, Bird.yaml in components/schemas; it is in components/models/Bird.yaml.',
    'openapi.yaml #/components/parameters/PetId: PetId belongs in a file of its own, PetId.yaml in components/parameters; it is in components/parameters/Id.yaml.',
    'openapi.yaml #/components/headers/Trace: Trace belongs in a file of its own, Trace.yaml in components/headers; it is in components/headers/XTrace.yaml.',
    'openapi.yaml #/components/responses/NotFound: NotFound belongs in a file of its own, NotFound.yaml in components/responses; it is in components/responses/Missing.yaml.',
    'openapi.yaml #/components/securitySchemes/Key: Key belongs in a file of its own, Key.yaml in components/securitySchemes; it is in components/securitySchemes/Bearer.yaml.',
  ],
  'nexconn/deprecated-since': [
    "openapi.yaml #/paths/~1pets/get/deprecated: What is deprecated has the day in x-deprecated-since, as '2026-01-31'; it has none.",
    "openapi.yaml #/paths/~1pets/get/parameters/0/deprecated: What is deprecated has the day in x-deprecated-since, as '2026-01-31'; got 2026-02-30.",
    "openapi.yaml #/paths/~1pets/get/parameters/1/deprecated: What is deprecated has the day in x-deprecated-since, as '2026-01-31'; got soon.",
    'openapi.yaml #/components/schemas/Pet/properties/tail/x-deprecated-since: x-deprecated-since needs deprecated: true.',
  ],
  'nexconn/docs-properties-exist': [
    'openapi.yaml #/components/schemas/Pet/x-docs/fields/nmae: The schema has no property nmae.',
    'openapi.yaml #/components/schemas/Pet/x-docs/fields/owner.street: The schema has no property owner.street.',
    'openapi.yaml #/components/schemas/Pet/x-docs/fields/litter.colour: The schema has no property litter.colour.',
  ],
  'nexconn/docs-required': [
    'openapi.yaml #/paths/~1pets/post: The operation has no x-docs.',
    'openapi.yaml #/paths/~1pets/post/callbacks/petBorn/{$request.body#~1url}/post: The operation has no x-docs.',
    'openapi.yaml #/components/schemas/Pet: The schema has no x-docs.',
  ],
  'nexconn/error-response-grid': [
    'openapi.yaml #/components/responses/CatTooManyRequests: CatTooManyRequests is declared for 429 and 404.',
    'responses/DogBadRequest.yaml #/description: The description is not that of CatBadRequest.',
    'responses/DogTooManyRequests.yaml #/headers: It lacks the header Trace of DogError.',
    'responses/DogError.yaml #/links: links is no part of an error response.',
    'responses/DogError.yaml #/content/text~1plain: An error is application/json.',
    'responses/DogError.yaml #/content/application~1json/schema: No body is of the dialect dog.',
    'responses/DogAsleep.yaml #/headers: It lacks the header Trace of DogError.',
    'responses/PetBadRequest.yaml #/content/application~1json/schema: No body is of the dialect dog.',
    'responses/PetBadRequest.yaml #/headers/Retry: CatBadRequest has no header Retry.',
    'responses/PetTooManyRequests.yaml #/headers/Retry: DogTooManyRequests has no header Retry.',
    'responses/PetError.yaml #/content/application~1json/schema: Bark is of another dialect.',
    'openapi.yaml #/components/responses/CatNotFound: No operation declares CatNotFound.',
  ],
  'nexconn/error-responses': [
    'openapi.yaml #/paths/~1pets/get: The operation has no x-error-dialect.',
    'openapi.yaml #/paths/~1pets/post/responses: The operation declares no default response.',
    'openapi.yaml #/paths/~1pets/post/responses/400: The response 400 does not speak cat.',
    'openapi.yaml #/paths/~1pets/post/responses/500: The response 500 does not speak plain.',
    'openapi.yaml #/paths/~1pets/post/responses/500: The response 500 does not speak cat.',
  ],
  'nexconn/key-order': [
    'openapi.yaml #/openapi: openapi belongs before info: run npm run format.',
    'openapi.yaml #/paths/~1pets/post/x-error-dialect: x-error-dialect belongs before parameters: run npm run format.',
    'openapi.yaml #/paths/~1pets/post/parameters/0/name: name belongs before in: run npm run format.',
    'openapi.yaml #/paths/~1pets/post/parameters/0/schema/type: type belongs before enum: run npm run format.',
    'openapi.yaml #/paths/~1pets/post/responses/200/description: description belongs before content: run npm run format.',
    'openapi.yaml #/paths/~1pets/post/responses/200/content/application~1json/schema/description: description belongs before $ref: run npm run format.',
    'components/schemas/Pet.yaml #/description: description belongs before type: run npm run format.',
    'components/schemas/Pet.yaml #/properties/kind/description: description belongs before enum: run npm run format.',
    'components/schemas/Pet.yaml #/properties/litter/type: type belongs before items: run npm run format.',
    'components/schemas/Pet.yaml #/properties/litter/items/maxLength: maxLength belongs before x-b: run npm run format.',
    'components/schemas/Pet.yaml #/x-docs/provenance: provenance belongs before notes: run npm run format.',
  ],
  'nexconn/modality-known': [
    'openapi.yaml #/paths/~1pets/get: The operation has no x-modality.',
    'openapi.yaml #/paths/~1pets/post/x-modality: x-modalities has no foto; it has photo, bark.',
  ],
  'nexconn/model-owner': [
    'components/schemas/CatRequest.yaml #/properties/model/const: x-model-owners has no owner of tiger-1.',
    'openapi.yaml #/components/schemas/DogRequest/properties/model/anyOf/0/enum/1: x-model-owners has no owner of wolf-1.',
    'openapi.yaml #/paths/~1pets~1{model}/post/parameters/0/schema/enum/1: x-model-owners has no owner of bird-1.',
    'openapi.yaml #/paths/~1fish/post/x-model: x-model-owners has no owner of fish-1.',
  ],
  'nexconn/no-orphan-files': [
    'openapi.yaml #/paths: The root does not list paths/cats.yaml.',
    'openapi.yaml #/components: The root does not list components/headers/Trace.yaml.',
    'openapi.yaml #/components: The root does not list components/schemas/cats/Cat.yaml.',
  ],
  'nexconn/operation-id-verb': [
    `openapi.yaml #/paths/~1pets/get/operationId: petList is no verb (${verbs}) and noun in camel case.`,
    `openapi.yaml #/paths/~1pets/put/operationId: onPetChanged is no verb (${verbs}) and noun in camel case.`,
    `openapi.yaml #/paths/~1pets/post/operationId: create_pet is no verb (${verbs}) and noun in camel case.`,
    `openapi.yaml #/paths/~1pets/delete/operationId: delete is no verb (${verbs}) and noun in camel case.`,
    `openapi.yaml #/paths/~1pets/patch/operationId: listingPets is no verb (${verbs}) and noun in camel case.`,
  ],
  'nexconn/path-file-name': [
    'openapi.yaml #/paths/~1v1~1pets~1{id}:feed: /v1/pets/{id}:feed belongs in v1_pets_{id}_feed.yaml; it is in v1_pets_{id}.yaml.',
    'openapi.yaml #/paths/~1v1~1pets: /v1/pets belongs in v1_pets.yaml; it is in openapi.yaml.',
  ],
  'nexconn/provenance-known': [
    'openapi.yaml #/paths/~1barks/post/x-docs/provenance: x-provenance has no guess; it has seen, told.',
    'openapi.yaml #/components/schemas/Bark/x-docs/fields/loud: x-provenance has no hearsay; it has seen, told.',
  ],
  'nexconn/ref-form': [
    'openapi.yaml #/paths/~1pets/get/responses/default/$ref: It is written { $ref: ./components/responses/Error.yaml }: run npm run format.',
    'components/responses/Error.yaml #/content/application~1json/schema/properties/cat/$ref: It is written { $ref: ../schemas/Cat.yaml }: run npm run format.',
    'components/schemas/Dog.yaml #/properties/friend/$ref: Cat.yaml is written ./Cat.yaml: run npm run format.',
    'openapi.yaml #/paths/~1pets/get/responses/200/content/application~1json/schema/discriminator/mapping/dog: components/schemas/Dog.yaml is written ./components/schemas/Dog.yaml: run npm run format.',
    'openapi.yaml #/paths/~1pets/get/responses/200/content/application~1json/schema/oneOf/0/$ref: It is written { $ref: ./components/schemas/Cat.yaml }: run npm run format.',
    'openapi.yaml #/paths/~1pets/get/responses/200/content/application~1json/schema/oneOf/1/$ref: components/schemas/Dog.yaml is written ./components/schemas/Dog.yaml: run npm run format.',
    'openapi.yaml #/components/responses/Error/$ref: ./components/responses/../responses/Error.yaml is written ./components/responses/Error.yaml: run npm run format.',
  ],
  'nexconn/schema-compiles': [
    'openapi.yaml #/components/schemas/Name/pattern: The pattern is none that JavaScript reads: /[a/u: Unterminated character class.',
    'openapi.yaml #/components/schemas/Nick/pattern: The pattern is none that JavaScript reads: /^a\\Z/u: Invalid escape.',
    'openapi.yaml #/components/schemas/Tags/patternProperties/(: The pattern is none that JavaScript reads: /(/u: Unterminated group.',
    'openapi.yaml #/components/schemas/Kind/enum: A list of values has one at least.',
    'openapi.yaml #/components/schemas/Age/maximum: maximum is no number that JSON has.',
  ],
  'nexconn/scheme-words': [
    'openapi.yaml #/components/securitySchemes/Token/x-scheme-words: Words before a key are for a scheme of the type apiKey in a header.',
    'openapi.yaml #/components/securitySchemes/Key/x-scheme-words/1: "my key" is no word.',
    'openapi.yaml #/components/securitySchemes/InQuery/x-scheme-words: Words before a key are for a scheme of the type apiKey in a header.',
  ],
  'nexconn/stream-declared': [
    'openapi.yaml #/paths/~1barks/post/x-stream: The 200 has no text/event-stream.',
    'openapi.yaml #/paths/~1barks/post/x-stream: A stream needs x-protocol.',
    'openapi.yaml #/paths/~1barks/post/x-stream/when: Not a condition: stream is true; it is a runtime expression, == and a literal.',
    'openapi.yaml #/paths/~1howls/post/responses/200: A text/event-stream answer needs x-stream.',
  ],
  'nexconn/task-failure': ['tasks.yaml #/walks/states: No state of the family has the outcome failure.'],
  'nexconn/task-operations': [
    'tasks.yaml #/walks: The family walks has no operation with the role create.',
    'tasks.yaml #/walks: The family walks has no operation with the role query.',
  ],
  'nexconn/task-parameter': [
    'openapi.yaml #/paths/~1walks/post/x-task/parameter: A create is about no one job, so no parameter holds its id.',
    'openapi.yaml #/paths/~1walks/delete/x-task: /walks has no parameter for the id of the job.',
    'openapi.yaml #/paths/~1pets~1{pet}~1walks~1{id}/get/x-task: /pets/{pet}/walks/{id} has several parameters: `parameter` says which of pet, id holds the id of the job.',
    'way.yaml #/get/x-task/parameter: /pets/{pet}/walks/{id}/way has no parameter walk.',
  ],
  'nexconn/task-workflow': [
    'tasks.yaml #/walks: No workflow in workflows/ calls a query of walks (getWalk).',
    'tasks.yaml #/swims: No workflow in workflows/ calls a create of swims (createSwim).',
    'tasks.yaml #/swims: No workflow in workflows/ calls a query of swims (getSwim).',
  ],
  'nexconn/rules-met': [
    'openapi.yaml #/components/schemas/Pet/x-less-than/~1age: The schema has no number /agemost; it has /age, /years.',
    'openapi.yaml #/components/schemas/Pet/x-less-than/~1name: The schema has no number /name; it has /age, /years.',
    'openapi.yaml #/components/schemas/Pet/x-less-than/~1years: unless names a header, in lower case, and what it has.',
    'openapi.yaml #/components/schemas/Pet/x-total/~1toys~1*~1prize: The schema has no number /toys/*/prize; it has /toys/*/price.',
    'openapi.yaml #/components/schemas/Pet/x-total/~1toys~1*~1prize: The schema has no number /cost; it has /name, /age, /years, /price.',
    'openapi.yaml #/components/schemas/Pet/x-total/~1toyss~1*: The schema has no /toyss/*; it has /name, /age, /years, /diet, /price, /toys.',
    'openapi.yaml #/components/schemas/Pet/x-total/~1toys: x-total has the pointer of a list, with a * in it, and either sum or most.',
    'openapi.yaml #/components/schemas/Pet/x-total/~1toys~1*~1tags~1*: x-total has the pointer of a list, with a * in it, and either sum or most.',
    'openapi.yaml #/components/schemas/Pet/x-total/~1toys~1*~1tags~1*: The schema has no number /toys/*/tags/*.',
    'openapi.yaml #/components/schemas/Pet/allOf/0/then/x-less-than/~1diet~1snacks: The schema has no number /diet/snacks.',
    'openapi.yaml #/components/schemas/Pet/allOf/1/x-message: x-message says nothing of a value: there is no keyword beside it.',
  ],
  'nexconn/union-tags': [
    'openapi.yaml #/components/schemas/WithoutMapping/discriminator: The mapping has no cat, which a branch has.',
    'openapi.yaml #/components/schemas/ValueLeftOut/discriminator: The mapping has no wolf, which a branch has.',
    'openapi.yaml #/components/schemas/ValueOfNoBranch/discriminator/mapping/lion: No branch has lion.',
    'openapi.yaml #/components/schemas/WrongBranch/oneOf/0: cat is mapped to another schema than the branch that has it.',
    'openapi.yaml #/components/schemas/NotRequired/oneOf/0: The branch does not require kind.',
    'openapi.yaml #/components/schemas/CatchAll/anyOf/1: The branch has no const or enum for kind.',
    'openapi.yaml #/components/schemas/NotLeftOut/anyOf/2/properties/kind/not/enum: It does not leave out wolf, which another branch has.',
    'openapi.yaml #/components/schemas/LeftOutForNothing/oneOf/1/properties/kind/not/enum/1: No other branch has lion.',
  ],
  // Of the linter's own, set in its configuration.
  'rule/const-has-type': [
    'openapi.yaml #/components/schemas/Pet/properties/kind/type: A const needs its type, which tools that read the bundle ask for.',
  ],
  // The linter's own, which the conventions count on.
  'path-parameters-defined': [
    'openapi.yaml #/paths/~1pets~1{id}:feed/post/parameters: The operation does not define the path parameter `{id}` expected by path `/pets/{id}:feed`.',
  ],
};

describe.each(Object.entries(expected))('%s', (rule, problems) => {
  it('finds what breaks it', async () => expect(await findings(rule, 'fail')).toEqual(problems));
  it('lets the rest pass', async () => expect(await findings(rule, 'pass')).toEqual([]));
});

it('has a failing fixture for every rule', () => {
  const files = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const names = files.map((file) => `nexconn/${basename(file, '.js')}`);
  expect(Object.keys(expected)).toEqual(expect.arrayContaining(names));
});

it('finds nothing in the contract', async () => expect(await lint()).toEqual([]));

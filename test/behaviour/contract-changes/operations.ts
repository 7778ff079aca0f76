/** Changes of what is called and how, and of what our own `x-` fields say, in the contract of a toy shop. */
import type { Document, Schema } from '../../../scripts/lib/document.js';
import type { Bump } from '../../../src/diff/verdict.js';
import { contractAfter as toyShop } from '../../impact/toy-calls.js';

export interface ContractChange {
  name: string;
  verdict: Bump;
  reason: string;
  before: Document;
  after: Document;
}

type Mutate = (at: Shop) => unknown;

/** The places of the contract that are changed. */
interface Shop {
  document: Document & Schema;
  paths: Record<string, Schema>;
  create: Schema;
  look: Schema;
  talk: Schema;
  schemas: Record<string, Schema>;
  schemes: Record<string, Schema>;
  tasks: Schema;
  json: (operation: Schema, status: string) => Schema;
}

function shopOf(document: Document): Shop {
  const { paths, components } = document;
  return {
    document,
    paths,
    create: paths['/v1/toys']?.post,
    look: paths['/v1/toys/{id}']?.get,
    talk: paths['/v1/talk']?.post,
    schemas: components.schemas,
    schemes: components.securitySchemes,
    tasks: document['x-tasks'].toys,
    json: ({ responses }, status) => responses[status].content['application/json'],
  };
}

type Row = [name: string, verdict: Bump, reason: string, mutate: Mutate, from?: Mutate];

/** The newer contract is the one of the toy shop as it stands. */
const plain: Mutate = () => {};

const set = Object.assign;
const drop = (members: Schema, name: string): unknown => Reflect.deleteProperty(members, name);
const rename = (members: Schema, from: string, to: string): unknown => set(members, { [to]: members[from] }) && drop(members, from);
const query = (name: string, more: object = {}) => ({ name, in: 'query', schema: { type: 'string' }, ...more });
const texts = { type: 'array', items: { type: 'string' } };
const key = { type: 'apiKey', in: 'header', name: 'X-Key' };

const calls: Row[] = [
  ['nothing', 'none', 'nothing', () => {}],
  [
    'an operation more',
    'minor',
    'nobody calls it yet',
    ({ paths }) => set(paths, { '/v1/dolls': { get: { operationId: 'listDolls', responses: {} } } }),
  ],
  ['an operation less', 'major', 'calls of it are refused', ({ paths }) => drop(paths, '/v1/toys/{id}')],
  [
    'an operation at another path',
    'major',
    'calls of the old one are refused',
    ({ paths }) => set(paths, { '/v2/talk': paths['/v1/talk'] }) && drop(paths, '/v1/talk'),
  ],
  [
    'an operation with another method',
    'major',
    'calls of the old one are refused',
    ({ paths, talk }) => set(paths, { '/v1/talk': { put: talk } }),
  ],
  [
    'an operation with another name',
    'major',
    'the function of the client is called so',
    ({ look }) => set(look, { operationId: 'readToy' }),
  ],
  ['a deprecated operation', 'minor', 'it still works', ({ look }) => set(look, { deprecated: true })],
  ['an operation no longer deprecated', 'minor', 'nobody minds', plain, ({ look }) => set(look, { deprecated: true })],
  ['an operation under another tag', 'patch', 'tags order the reference', ({ look }) => set(look, { tags: ['Shelf'] })],
  ['another summary', 'patch', 'words', ({ look }) => set(look, { summary: 'Have a look' })],
  [
    'a path parameter with another name',
    'major',
    'the key of the input is called so',
    ({ paths, look }) => {
      look.parameters[0].name = 'toy';
      set(paths, { '/v1/toys/{toy}': paths['/v1/toys/{id}'] });
      drop(paths, '/v1/toys/{id}');
    },
  ],
  ['an optional parameter more', 'minor', 'nobody has to send it', ({ look }) => look.parameters.push(query('page'))],
  [
    'a required parameter more',
    'major',
    'calls without it are refused',
    ({ look }) => look.parameters.push(query('page', { required: true })),
  ],
  ['a parameter less', 'major', 'who sends it does not compile', ({ look }) => look.parameters.pop()],
  ['a parameter with another name', 'major', 'the key of the input is called so', ({ look }) => set(look.parameters[1], { name: 'scale' })],
  ['a parameter in another place', 'major', 'where it was it is not looked for', ({ look }) => set(look.parameters[1], { in: 'header' })],
  ['a parameter that is required', 'major', 'calls without it are refused', ({ look }) => set(look.parameters[1], { required: true })],
  [
    'a parameter that may be left out',
    'minor',
    'calls with it are as they were',
    plain,
    ({ look }) => set(look.parameters[1], { required: true }),
  ],
  [
    'one text written as the parts of a list would not be',
    'patch',
    'one text has no parts',
    ({ look }) => set(look, { parameters: [...look.parameters, query('note', { explode: false })] }),
    ({ look }) => set(look, { parameters: [...look.parameters, query('note')] }),
  ],
  [
    'a parameter written in another way',
    'major',
    'lists are taken apart otherwise',
    ({ look }) => set(look, { parameters: [...look.parameters, query('tags', { schema: texts, explode: false })] }),
    ({ look }) => set(look, { parameters: [...look.parameters, query('tags', { schema: texts })] }),
  ],
  ['a parameter written as it was, in words', 'patch', 'the same', ({ look }) => set(look.parameters[1], { explode: true, style: 'form' })],
  ['a parameter with a value less', 'major', 'calls with it are refused', ({ look }) => look.parameters[1].schema.enum.pop()],
  [
    'a parameter with another default',
    'major',
    'leaving it out means another thing',
    ({ look }) => set(look.parameters[1].schema, { default: 'large' }),
    ({ look }) => set(look.parameters[1].schema, { default: 'small' }),
  ],
  [
    'a parameter with a default that was not told',
    'minor',
    'what leaving it out means was open',
    ({ look }) => set(look.parameters[1].schema, { default: 'small' }),
  ],
  ['a deprecated parameter', 'minor', 'it still works', ({ look }) => set(look.parameters[1], { deprecated: true })],
  [
    'a header parameter in other letters',
    'major',
    'the key of the input is written so',
    ({ look }) => set(look.parameters[2], { name: 'X-SHOP' }),
    ({ look }) => look.parameters.push(query('X-Shop', { in: 'header' })),
  ],
  [
    'a parameter described for all operations of the path',
    'patch',
    'the same',
    ({ paths, look }) => set(paths['/v1/toys/{id}'] ?? {}, { parameters: look.parameters.splice(0) }),
  ],
  [
    'a body where there was none',
    'minor',
    'nobody has to send it',
    ({ look }) => set(look, { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } } }),
  ],
  [
    'a required body where there was none',
    'major',
    'calls without it are refused',
    ({ look }) => set(look, { requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } } }),
  ],
  ['a body that is required', 'major', 'calls without it are refused', plain, ({ talk }) => drop(talk.requestBody, 'required')],
  [
    'a media type of requests more',
    'minor',
    'nobody has to use it',
    ({ talk }) => set(talk.requestBody.content, { 'multipart/form-data': { schema: { type: 'object' } } }),
  ],
  [
    'a media type of requests less',
    'major',
    'calls with it are refused',
    plain,
    ({ talk }) => set(talk.requestBody.content, { 'multipart/form-data': { schema: { type: 'object' } } }),
  ],
  [
    'a range in the place of a media type of requests',
    'major',
    'it may be sent as before, but types call a body by its media type: what names the old one does not compile',
    ({ create }) => rename(create.requestBody.content, 'application/json', 'application/*'),
  ],
  [
    'a media type in the place of a range of requests',
    'major',
    'calls with another of the range are refused',
    plain,
    ({ create }) => rename(create.requestBody.content, 'application/json', 'application/*'),
  ],
  [
    'requests of JSON that is said to be UTF-8',
    'major',
    'JSON is UTF-8 anyway, but types call a body by its media type as it is written: `x-charset` says it without',
    ({ create }) => rename(create.requestBody.content, 'application/json', 'application/json; charset=utf-8'),
  ],
];

const responses: Row[] = [
  [
    'an error status more',
    'minor',
    'callers have to do with errors anyway',
    ({ look }) => set(look.responses, { 413: { description: 'Too large.' } }),
  ],
  [
    'an error status less',
    'minor',
    'nobody waits for an error',
    plain,
    ({ look }) => set(look.responses, { 413: { description: 'Too large.' } }),
  ],
  ['no word on other errors', 'minor', 'nobody waits for an error', ({ look }) => drop(look.responses, 'default')],
  [
    'a good status more, with the same body',
    'minor',
    'what reads the other one reads this one',
    ({ create }) => set(create.responses, { 200: { description: 'Was there.', content: create.responses['201'].content } }),
  ],
  [
    'a good status more, with another body',
    'major',
    'the result of the function is a union now',
    ({ create, schemas }) =>
      set(create.responses, { 202: { description: 'Later.', content: { 'application/json': { schema: schemas.Problem } } } }),
  ],
  [
    'another good status',
    'major',
    'who asks for the old one finds none',
    ({ create: { responses: at } }) => set(at, { 202: at['201'] }) && drop(at, '201'),
  ],
  [
    'a media type of answers more',
    'minor',
    'it comes only to who asks for it',
    ({ look }) => set(look.responses['200'].content, { 'text/plain': { schema: { type: 'string' } } }),
  ],
  [
    'a media type of answers less',
    'major',
    'who asks for it gets none',
    ({ talk }) => drop(talk.responses['200'].content, 'application/json'),
  ],
  [
    'a range in the place of a media type of answers',
    'major',
    'nothing says any more that it is JSON',
    ({ look }) => rename(look.responses['200'].content, 'application/json', 'application/*'),
  ],
  [
    'answers of JSON that is said to be UTF-8',
    'major',
    'as for requests',
    ({ look }) => rename(look.responses['200'].content, 'application/json', 'Application/JSON;charset="UTF-8"'),
  ],
  ['no body any more', 'major', 'what is read is not there', ({ look }) => drop(look.responses['200'], 'content')],
  [
    'a header more',
    'minor',
    'nobody reads it yet',
    ({ look }) => set(look.responses['200'], { headers: { 'X-Age': { schema: { type: 'string' } } } }),
  ],
  [
    'a header that is always there',
    'minor',
    'who has looked for it need not',
    ({ document }) => set(document.components.headers.XRequestId as Schema, { required: true }),
  ],
  ['a header less', 'major', 'what is read is not there', ({ create }) => drop(create.responses['201'], 'headers')],
  [
    'a header that may be absent',
    'major',
    'what is read may not be there',
    ({ document }) => drop(document.components.headers.XRequestId as Schema, 'required'),
    ({ document }) => set(document.components.headers.XRequestId as Schema, { required: true }),
  ],
  [
    'a header on streams only',
    'major',
    'what is read may not be there',
    ({ document }) => set(document.components.headers.XRequestId as Schema, { 'x-media-type': 'text/event-stream' }),
  ],
  [
    'a header that tells another thing of the limit',
    'major',
    'a number means another thing',
    ({ document }) => set(document.components.headers.XRequestId as Schema, { 'x-allowance': 'remaining' }),
    ({ document }) => set(document.components.headers.XRequestId as Schema, { 'x-allowance': 'limit' }),
  ],
  [
    'a header that tells something of the limit',
    'minor',
    'what it meant was open',
    ({ document }) => set(document.components.headers.XRequestId as Schema, { 'x-allowance': 'limit' }),
  ],
  [
    'another character set',
    'major',
    'bytes are other letters',
    ({ look, json }) => set(json(look, '200'), { 'x-charset': 'Latin-1' }),
    ({ look, json }) => set(json(look, '200'), { 'x-charset': 'UTF-8' }),
  ],
  ['a character set named', 'minor', 'JSON has this one anyway', ({ look, json }) => set(json(look, '200'), { 'x-charset': 'UTF-8' })],
  [
    'an answer with another component, the same',
    'major',
    'a type that callers name is called otherwise',
    ({ document, schemas }) => {
      const renamed = JSON.parse(JSON.stringify(document).replaceAll('schemas/Toy"', 'schemas/Plaything"'));
      set(document, { paths: renamed.paths });
      set(schemas, { Plaything: schemas.Toy });
      drop(schemas, 'Toy');
    },
  ],
  ['a type that nobody uses, gone', 'major', 'callers may name it', ({ schemas }) => drop(schemas, 'Leftover')],
  ['a type more', 'minor', 'nobody names it yet', ({ schemas }) => set(schemas, { Doll: { type: 'object' } })],
  ['an event with a field less', 'major', 'what is read is not there', ({ schemas }) => drop(schemas.TalkEvent?.properties, 'usage')],
  [
    'an event with a field more',
    'minor',
    'nobody reads it yet',
    ({ schemas }) => set(schemas.TalkEvent?.properties, { mood: { type: 'string' } }),
  ],
  [
    'a model more in a list of answers that grows',
    'minor',
    'readers were told that others come',
    ({ schemas }) => schemas.Toy?.properties.reason.anyOf[0].enum.push('lost'),
  ],
];

const access: Row[] = [
  ['a server less', 'major', 'calls go nowhere', ({ document }) => set(document, { servers: [{ url: 'https://new.example' }] })],
  ['a server more', 'minor', 'nobody has to use it', ({ document }) => document.servers?.push({ url: 'https://new.example' })],
  [
    'another server first',
    'minor',
    'both are served',
    ({ document }) => document.servers?.reverse(),
    ({ document }) => document.servers?.push({ url: 'https://new.example' }),
  ],
  [
    'a server of its own for an operation',
    'major',
    'calls of it go elsewhere',
    ({ talk }) => set(talk, { servers: [{ url: 'https://talk.example' }] }),
  ],
  [
    'a server of its own for a path, the same',
    'none',
    'calls go where they went',
    ({ paths }) => set(paths['/v1/talk'] as Schema, { servers: [{ url: 'https://toys.example' }] }),
  ],
  ['a server with a slash', 'none', 'the same address', ({ document }) => set(document, { servers: [{ url: 'https://toys.example/' }] })],
  ['a key less', 'major', 'calls with it are refused', ({ document }) => document.security?.pop()],
  [
    'a key more',
    'minor',
    'nobody has to use it',
    ({ document, schemes }) => set(schemes, { Other: key }) && document.security?.push({ Other: [] }),
  ],
  [
    'a key where none was needed',
    'major',
    'calls without it are refused',
    ({ talk }) => drop(talk, 'security'),
    ({ talk }) => set(talk, { security: [] }),
  ],
  ['no key any more', 'minor', 'one that is sent is not looked at', ({ talk }) => set(talk, { security: [] })],
  [
    'a second key beside the first',
    'major',
    'calls with one are refused',
    ({ document, schemes }) => set(schemes, { Other: key }) && set(document, { security: [{ Key: [], Other: [] }] }),
  ],
  [
    'one of two keys alone',
    'minor',
    'who sends both is let in',
    ({ document }) => set(document, { security: [{ Key: [] }] }),
    ({ document, schemes }) => set(schemes, { Other: key }) && set(document, { security: [{ Key: [], Other: [] }] }),
  ],
  [
    'a key by another name, sent as it was',
    'minor',
    'the names of keys are not sent',
    ({ document, schemes }) => {
      set(schemes, { Token: schemes.Key });
      drop(schemes, 'Key');
      set(document, { security: [{ Token: [] }, { Bearer: [] }] });
      set(document.paths['/v1/toys/{id}']?.get, { security: [{ Token: [] }, {}] });
    },
  ],
  ['a key in another header', 'major', 'where it was it is not looked for', ({ schemes }) => set(schemes.Key as Schema, { name: 'X-Key' })],
  [
    'a word less before a key',
    'major',
    'calls with it are refused',
    ({ schemes }) => set(schemes.Key as Schema, { 'x-scheme-words': ['Key'] }),
    ({ schemes }) => set(schemes.Key as Schema, { 'x-scheme-words': ['Key', 'Bearer'] }),
  ],
  ['a word more before a key', 'minor', 'nobody has to use it', ({ schemes }) => set(schemes.Key as Schema, { 'x-scheme-words': ['Key'] })],
  [
    'where a key is looked for in vain',
    'patch',
    'the words of a refusal',
    ({ schemes }) => set(schemes.Key as Schema, { 'x-stray-keys': [{ header: ['api-key'] }] }),
  ],
];

const extensions: Row[] = [
  ['no end of a stream any more', 'major', 'a reader that waits for it waits for ever', ({ talk }) => drop(talk['x-stream'], 'terminator')],
  ['an end of a stream', 'major', 'a reader takes it for an event', plain, ({ talk }) => drop(talk['x-stream'], 'terminator')],
  ['events with names', 'major', 'a reader of unnamed ones hears none', ({ talk }) => set(talk['x-stream'], { framing: 'event' })],
  [
    'another word that asks for a stream',
    'major',
    'who sends the old one gets none',
    ({ talk }) => set(talk['x-stream'], { when: '$request.query.alt == sse' }),
  ],
  ['other line ends of a stream', 'minor', 'the standard has readers take each', ({ talk }) => set(talk['x-stream'], { lineEnd: 'crlf' })],
  ['a stream where there was none', 'minor', 'it comes only to who asks for it', plain, ({ talk }) => drop(talk, 'x-stream')],
  ['no stream any more', 'major', 'who asks for it gets none', ({ talk }) => drop(talk, 'x-stream')],
  [
    'another order of events',
    'major',
    'a reader that relies on it',
    ({ document }) => drop(document['x-stream-orders'].talk, 'closes'),
    ({ document }) => set(document, { 'x-stream-orders': { talk: { opens: ['start'], closes: ['stop'] } } }),
  ],
  [
    'an order of events promised',
    'minor',
    'nobody minds',
    ({ document }) => set(document['x-stream-orders'].talk, { closes: ['stop'] }),
    ({ document }) => set(document, { 'x-stream-orders': { talk: { opens: ['start'] } } }),
  ],
  [
    'a kind of event that may come at any time',
    'major',
    'a reader meets it',
    ({ document }) => set(document['x-stream-orders'].talk, { anywhere: ['ping'] }),
    ({ document }) => set(document, { 'x-stream-orders': { talk: { opens: ['start'] } } }),
  ],
  ['another part in a job', 'major', 'calls mean another thing', ({ create }) => set(create['x-task'], { role: 'remix' })],
  ['a part in a job', 'minor', 'nobody waits for it yet', ({ look }) => set(look, { 'x-task': { name: 'toys', role: 'query' } })],
  ['a family of jobs more', 'minor', 'nobody waits for it yet', ({ document }) => set(document['x-tasks'], { dolls: { states: {} } })],
  ['a family of jobs less', 'major', 'waiting does not compile', ({ document }) => drop(document['x-tasks'], 'toys')],
  ['a state more', 'major', 'an exhaustive switch misses it', ({ tasks }) => set(tasks.states, { lost: { value: 'lost' } })],
  ['a state less', 'major', 'who waits for it waits for ever', ({ tasks }) => drop(tasks.states, 'made')],
  [
    'a state with another word',
    'major',
    'a comparison with the old one is never true',
    ({ tasks }) => set(tasks.states.made, { value: 'done' }),
  ],
  [
    'results that are kept for a shorter time',
    'major',
    'who fetches them later finds none',
    ({ tasks }) => set(tasks, { lifetime: { seconds: 60 } }),
    ({ tasks }) => set(tasks, { lifetime: { seconds: 3600 } }),
  ],
  [
    'results that are kept for a longer time',
    'minor',
    'nobody minds',
    ({ tasks }) => set(tasks, { lifetime: { seconds: 3600 } }),
    ({ tasks }) => set(tasks, { lifetime: { seconds: 60 } }),
  ],
  ['results that end', 'major', 'who fetches them later finds none', ({ tasks }) => set(tasks, { lifetime: { seconds: 3600 } })],
  [
    'an answer that repeats a field more',
    'minor',
    'nobody reads it yet',
    ({ tasks }) => set(tasks, { echo: { '/name': '$request.body#/name' } }),
  ],
  [
    'an answer that repeats a field less',
    'major',
    'what is read is not there',
    plain,
    ({ tasks }) => set(tasks, { echo: { '/name': '$request.body#/name' } }),
  ],
  [
    'a member that comes on request only',
    'major',
    'what is read is not there',
    ({ tasks }) => set(tasks, { onlyIf: { '/photo': '$request.body#/photo' } }),
  ],
  [
    'a callback',
    'minor',
    'nobody has to ask for it',
    ({ tasks }) => set(tasks, { callback: { url: '$request.body#/url', on: 'outcome' } }),
  ],
  [
    'a callback at other times',
    'major',
    'who waits for it waits for ever',
    ({ tasks }) => set(tasks.callback, { on: 'outcome' }),
    ({ tasks }) => set(tasks, { callback: { url: '$request.body#/url', on: 'change' } }),
  ],
  [
    'how the mock makes up ids',
    'patch',
    'the mock alone',
    ({ tasks }) => set(tasks.id, { template: 'toy-{hex:9}' }),
    ({ tasks }) => set(tasks, { id: { at: '/id', template: 'toy-{hex:8}' } }),
  ],
  ['errors in another dialect', 'major', 'what is read is not there', ({ create }) => set(create, { 'x-error-dialect': 'queue' })],
  [
    'a dialect more',
    'minor',
    'nobody speaks it yet',
    ({ document }) => set(document['x-error-dialects'], { queue: { schemas: ['Problem'], message: ['/detail'] } }),
  ],
  [
    'a message of errors elsewhere',
    'major',
    'what is read is not there',
    ({ document }) => set(document['x-error-dialects'].plain, { message: ['/detail'] }),
  ],
  ['a code of errors', 'minor', 'nobody reads it yet', ({ document }) => set(document['x-error-dialects'].plain, { code: '/code' })],
  [
    'another model of an operation',
    'major',
    'calls mean another thing',
    ({ create }) => set(create, { 'x-model': 'bear-2' }),
    ({ create }) => set(create, { 'x-model': 'bear-1' }),
  ],
  [
    'another protocol',
    'major',
    'requests and answers are others',
    ({ talk }) => set(talk, { 'x-protocol': 'responses' }),
    ({ talk }) => set(talk, { 'x-protocol': 'messages' }),
  ],
  [
    'another kind of model',
    'minor',
    'it orders the catalogue',
    ({ create }) => set(create, { 'x-modality': 'video' }),
    ({ create }) => set(create, { 'x-modality': 'image' }),
  ],
  [
    'what servers make up',
    'patch',
    'the mock and what may differ in recordings',
    ({ document }) => set(document['x-owned-fields'], { Toy: { '/id': { id: 'toy-{hex:8}' } } }),
  ],
  [
    'the sample answers',
    'patch',
    'the mock alone',
    ({ document }) => set(document, { 'x-answer-samples': { texts: ['b'] } }),
    ({ document }) => set(document, { 'x-answer-samples': { texts: ['a'] } }),
  ],
  ['an extension of an operation that nobody knows', 'major', 'a person has to look', ({ talk }) => set(talk, { 'x-odd': 1 })],
  ['an extension of a parameter that nobody knows', 'major', 'a person has to look', ({ look }) => set(look.parameters[1], { 'x-odd': 1 })],
  [
    'an extension of a body that nobody knows, beside another change',
    'major',
    'a person has to look',
    ({ look, json }) => set(json(look, '200'), { 'x-odd': 1 }) && look.parameters.push(query('page')),
  ],
  [
    'an extension of the whole that nobody knows',
    'patch',
    'it is said beside operations and types',
    ({ document }) => set(document, { 'x-odd': 1 }),
  ],
];

const documentation: Row[] = [
  ['a description of the whole', 'patch', 'words', ({ document }) => set(document.info, { description: 'Other toys.' })],
  ['a description of a response', 'patch', 'words', ({ look }) => set(look.responses['200'], { description: 'That toy.' })],
  ['another provenance', 'patch', 'where it comes from', ({ look }) => set(look['x-docs'], { provenance: 'vendor' })],
  [
    'a page more of an operation',
    'patch',
    'where it comes from',
    ({ look }) => look['x-docs'].pages.push({ path: ['Toys', 'Look again'] }),
  ],
  [
    'another provenance of a family of jobs',
    'patch',
    'where it comes from',
    ({ tasks }) => set(tasks, { 'x-docs': { provenance: 'vendor' } }),
    ({ tasks }) => set(tasks, { 'x-docs': { provenance: 'inferred' } }),
  ],
  ['an example less', 'patch', 'words', ({ create }) => drop(create.requestBody.content['application/json'].examples, 'train-make-a-toy')],
  [
    'another example',
    'patch',
    'words',
    ({ create }) => set(create.requestBody.content['application/json'].examples['train-make-a-toy'].value, { wagons: [] }),
  ],
  ['a version of OpenAPI', 'patch', 'tools read both', ({ document }) => set(document, { openapi: '3.1.1' })],
  ['another version alone', 'none', 'it is what this is about', ({ document }) => set(document.info, { version: '0.4.0' })],
  ['tags described anew', 'patch', 'words', ({ document }) => set(document, { tags: [{ name: 'Toys', description: 'All toys.' }] })],
];

function after(...mutations: Mutate[]): Document {
  const document = toyShop();
  for (const mutate of mutations) mutate(shopOf(document));
  return document;
}

export const contractChanges: ContractChange[] = [calls, responses, access, extensions, documentation]
  .flat()
  .map(([name, verdict, reason, mutate, from = plain]) => ({
    name,
    verdict,
    reason,
    before: after(from),
    after: mutate === plain ? after() : after(from, mutate),
  }));

/** Checks what `prepare-jobs.ts` makes of the examples of jobs: which state they show, and the jobs of which models they are about. */
import { getAt } from '../../../src/contract/pointer.js';
import type { TaskFamily, TaskRole } from '../../../src/contract/prepared/task-family.js';
import type { ModelEntry } from '../../../src/contract/prepared.js';
import { mostSimilar } from '../../../src/contract/similarity.js';
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Document, type Operation, operationsOf } from '../../lib/document.js';
import { type Example, pageOf } from '../../lib/examples.js';
import { groupBy } from '../../lib/group-by.js';
import { modelsShown, namesJob, readingRoles, stateShown } from './prepare-jobs.js';

interface Finding {
  file: string;
  message: string;
}

/** An operation of a job family, with its examples. */
interface Member {
  operation: Operation;
  role: TaskRole;
  examples: Example[];
}

interface Family {
  name: string;
  family: TaskFamily;
  members: Member[];
}

/** Where an answer about a job repeats its model. */
const modelMember = '/model';
const docsMap = 'openapi/docs-map.yaml';

/** @param catalogue the models that the contract names */
export function checkJobExamples(document: Document, examples: Example[], docs: DocsEntry[], catalogue: ModelEntry[]): Finding[] {
  const byOperation = groupBy(examples, ({ operationId }) => operationId);
  const members = [...operationsOf(document)].flatMap(({ operation }) => {
    const task = operation['x-task'];
    return task ? [{ name: task.name, role: task.role, operation, examples: byOperation.get(operation.operationId) ?? [] }] : [];
  });
  const families = Object.entries<TaskFamily>(document['x-tasks'] ?? {}).map(([name, family]) => ({
    name,
    family,
    members: members.filter((member) => member.name === name),
  }));
  return [
    ...checkPlaces(docs, members),
    ...families.flatMap((family) => [...checkStates(family), ...checkModels(family, docs, catalogue)]),
  ];
}

const nearest = (name: string, names: Iterable<string>): string => {
  const found = mostSimilar(name, names, 0.4);
  return found === undefined ? '' : `; did you mean ${found}?`;
};

/** Models stand with the pages that are about jobs which their requests do not tell the model of. */
function* checkPlaces(docs: DocsEntry[], members: Member[]): Generator<Finding> {
  for (const { path, models, operation } of docs) {
    const role = members.find((member) => member.operation.operationId === operation)?.role;
    if (models && (role === undefined || !namesJob(role))) {
      yield { file: docsMap, message: `${path.join(' / ')}: has models, but its request names no job` };
    }
  }
}

function* checkStates({ name: family, family: definition, members }: Family): Generator<Finding> {
  const { states, state: at } = definition;
  for (const { role, examples } of members.filter((member) => readingRoles.includes(member.role))) {
    for (const { file, name, response } of examples) {
      const state = stateShown(name, role, definition);
      if (state === undefined) {
        const suffix = name.slice(pageOf(name).length + 1);
        const names = Object.keys(states);
        yield { file, message: `the name ends in no state of ${family} (${names.join(', ')})${nearest(suffix, names)}` };
        continue;
      }
      const { value, status } = states[state] as TaskFamily['states'][string];
      const word = getAt(response.body, at);
      if (typeof word === 'string' && word !== value) {
        yield { file, message: `shows ${state}, whose word is ${value}, but ${at} is ${word}` };
      }
      if (status[role] !== undefined && status[role] !== response.status) {
        yield { file, message: `shows ${state}, in which a ${role} of ${family} answers ${status[role]}, not ${response.status}` };
      }
    }
  }
}

/** Models of the jobs that a family can create; a model whose documented creations start no job is none. */
function modelsCreated({ family, members }: Family, docs: DocsEntry[], catalogue: ModelEntry[]): Set<string> {
  const creations = members.filter(({ role }) => role === 'create');
  const ids = new Set(creations.map(({ operation }) => operation.operationId));
  const shown = creations.flatMap(({ operation, examples }) =>
    examples.map((example) => ({
      models: modelsShown(operation, family, example, docs),
      startsJob: getAt(example.response.body, family.id.at) !== undefined,
    })),
  );
  const starts = (model: string): boolean => {
    const own = shown.filter(({ models }) => models?.includes(model));
    return own.length === 0 || own.some(({ startsJob }) => startsJob);
  };
  return new Set(
    catalogue.filter(({ id, operations }) => operations.some((operation) => ids.has(operation)) && starts(id)).map(({ id }) => id),
  );
}

/** The examples of one page, and the models that it is about. */
interface Page {
  name: string;
  models: string[] | undefined;
  examples: Example[];
}

function* checkModels(family: Family, docs: DocsEntry[], catalogue: ModelEntry[]): Generator<Finding> {
  const created = modelsCreated(family, docs, catalogue);
  for (const { operation, role, examples } of family.members) {
    if (!namesJob(role)) continue;
    const pages = [...groupBy(examples, ({ name }) => pageOf(name))].map(([name, own]) => ({
      name,
      models: modelsShown(operation, family.family, own[0] as Example, docs),
      examples: own,
    }));
    for (const { name, models = [] } of pages) {
      for (const model of models.filter((known) => !created.has(known))) {
        yield { file: docsMap, message: `${name}: no job of ${family.name} is of the model ${model}${nearest(model, created)}` };
      }
    }
    if (!readingRoles.includes(role)) continue;
    yield* checkAnswered(operation.operationId, family.name, pages, created);
    if (family.family.echo?.[modelMember]) yield* checkTold(pages);
  }
}

/** Each model has one page that answers for it; a page without models answers for those that no other one names. */
function* checkAnswered(operation: string, family: string, pages: Page[], created: Set<string>): Generator<Finding> {
  const pageOfModel = new Map<string | undefined, string>();
  for (const { name, models } of pages) {
    for (const model of models ?? [undefined]) {
      const other = pageOfModel.get(model);
      if (other !== undefined)
        yield { file: docsMap, message: `${name}: answers for ${model ?? 'models that no page names'}, as ${other} does` };
      pageOfModel.set(model, name);
    }
  }
  if (pages.length === 0 || pageOfModel.has(undefined)) return;
  for (const model of created) {
    if (!pageOfModel.has(model)) {
      yield { file: docsMap, message: `no page of ${operation} has ${model} among its models, of which ${family} creates jobs` };
    }
  }
}

/** What an answer says of its model is true of its page. */
function* checkTold(pages: Page[]): Generator<Finding> {
  for (const { models, examples } of pages) {
    for (const { file, response } of examples) {
      const told = getAt(response.body, modelMember);
      if (models && typeof told === 'string' && !models.includes(told)) {
        yield { file, message: `is about ${told}, but its page is about ${models.join(', ')}` };
      }
    }
  }
}

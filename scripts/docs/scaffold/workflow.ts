/** How the jobs of a new family are made and waited for: the workflow of the family that it is like. */
import { parse } from 'yaml';
import type { Operation } from '../../lib/document.js';
import { inlineYaml } from '../../lib/inline-yaml.js';
import type { Rename } from './add-parts.js';
import type { ContractFiles } from './contract-files.js';

/** Operations of a family, by their role. */
async function rolesOf(files: ContractFiles, family: string): Promise<Map<string, string>> {
  const roles = new Map<string, string>();
  for (const { $ref } of Object.values((await files.root()).paths)) {
    for (const { operationId, 'x-task': task } of Object.values<Operation>(parse(await files.read($ref)))) {
      if (task?.name === family && !roles.has(task.role)) roles.set(task.role, operationId);
    }
  }
  return roles;
}

/**
 * Copies the workflow as soon as the new family can make jobs and ask after them.
 * @param parameters of the path that are called otherwise
 */
export async function addWorkflow(
  files: ContractFiles,
  from: string,
  to: string,
  rename: Rename,
  parameters: [from: string, to: string][],
): Promise<void> {
  const [before, after] = [await rolesOf(files, from), await rolesOf(files, to)];
  const create = before.get('create');
  if (create === undefined || !after.has('create') || !after.has('query')) return;
  for (const name of await files.names('workflows')) {
    const text = await files.read(`workflows/${name}.yaml`);
    if (!new RegExp(`operationId: ${create}$`, 'm').test(text)) continue;
    const withOperations = [...before].reduce(
      (result, [role, id]) => result.replaceAll(`operationId: ${id}\n`, `operationId: ${after.get(role) ?? id}\n`),
      rename(text),
    );
    const withParameters = parameters.reduce(
      (result, [old, now]) => result.replace(new RegExp(`(- name: )${old}(\\s+in: path)`, 'g'), `$1${now}$2`),
      withOperations,
    );
    await files.create(`workflows/${to}.arazzo.yaml`, withParameters.replace(/^( {2}title: ).*$/m, `$1${inlineYaml(`Jobs of ${to}`)}`));
    return;
  }
}

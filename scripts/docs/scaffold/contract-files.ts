/** The files of the contract as they will be: what is planned over what is there. Existing files are only added to. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, normalize } from 'node:path';
import { parse } from 'yaml';
import type { Operation } from '../../lib/document.js';

export interface PlacedOperation {
  file: string;
  path: string;
  method: string;
  operation: Operation;
}

export class ContractFiles {
  /** Texts to be written, by name relative to the folder of the contract, without the `./` of a reference. */
  readonly planned = new Map<string, string>();

  constructor(private readonly folder: string) {}

  async read(name: string): Promise<string> {
    return this.planned.get(normalize(name)) ?? (await readFile(join(this.folder, name), 'utf8'));
  }

  async exists(name: string): Promise<boolean> {
    return this.read(name).then(
      () => true,
      () => false,
    );
  }

  async create(name: string, text: string): Promise<void> {
    if (!(await this.exists(name))) this.planned.set(normalize(name), text);
  }

  async edit(name: string, change: (text: string) => string): Promise<void> {
    this.planned.set(normalize(name), change(await this.read(name)));
  }

  /** Names, without `.yaml`, of the files in a folder. */
  async names(folder: string): Promise<string[]> {
    return (await readdir(join(this.folder, folder))).map((file) => basename(file, '.yaml'));
  }

  async root(): Promise<{
    paths: Record<string, { $ref: string }>;
    components: Record<'schemas' | 'responses' | 'parameters', Record<string, { $ref: string }>>;
  }> {
    return parse(await this.read('openapi.yaml'));
  }

  async operation(operationId: string): Promise<PlacedOperation> {
    for (const [path, { $ref: file }] of Object.entries((await this.root()).paths)) {
      for (const [method, operation] of Object.entries<Operation>(parse(await this.read(file)))) {
        if (operation.operationId === operationId) return { file, path, method, operation };
      }
    }
    throw new Error(`openapi.yaml has no ${operationId}`);
  }
}

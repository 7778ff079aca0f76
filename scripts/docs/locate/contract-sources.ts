/** The sources of a contract as texts, and the description that they make, of which each part knows where it stands. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Document } from '../../lib/document.js';
import { project } from '../../lib/project.js';
import { knownYaml } from '../../lib/read-yaml.js';
import { locator, type Position } from '../../references/report/locate.js';

export type YamlPath = readonly (string | number)[];

/** Where a part stands: a file, relative to the folder of the contract, and the way to the part in it. */
export interface Origin {
  file: string;
  path: YamlPath;
}

/** What a file has is what its author wrote. */
type Value = any;

const entryFile = 'openapi.yaml';

export class ContractSources {
  readonly #read = new Map<string, string>();
  readonly #values = new Map<string, Value>();
  readonly #locators = new Map<string, ReturnType<typeof locator>>();
  readonly #names = new Map<string, string[]>();
  #origins = new WeakMap<object, Origin>();
  /** Assembled files, which stay what they are as long as neither their text nor the table of contents changes. */
  #parts = new Map<string, Value>();
  #document: Document | undefined;
  #components: Map<string, string> | undefined;

  /** @param planned texts that stand for those of the files; `undefined` for a file that is to go */
  constructor(
    readonly folder: string = project.openapi,
    readonly planned: ReadonlyMap<string, string | undefined> = new Map(),
  ) {}

  /** The same sources with other texts. What has not changed is not read again. */
  with(planned: ReadonlyMap<string, string | undefined>): ContractSources {
    const all = new Map([...this.planned, ...planned]);
    const next = new ContractSources(this.folder, all);
    for (const [name, text] of this.#read) if (!all.has(name)) next.#read.set(name, text);
    const isSame = (name: string) => (all.has(name) ? all.get(name) === this.planned.get(name) && this.planned.has(name) : true);
    for (const [name, value] of this.#values) if (isSame(name)) next.#values.set(name, value);
    next.#origins = this.#origins;
    if (isSame(entryFile)) for (const [name, part] of this.#parts) if (isSame(name)) next.#parts.set(name, part);
    return next;
  }

  has(name: string): boolean {
    const file = normalize(name);
    return this.planned.has(file) ? this.planned.get(file) !== undefined : existsSync(join(this.folder, file));
  }

  text(name: string): string {
    const file = normalize(name);
    const known = this.planned.has(file) ? this.planned.get(file) : this.#read.get(file);
    if (known !== undefined) return known;
    const text = readFileSync(join(this.folder, file), 'utf8');
    this.#read.set(file, text);
    return text;
  }

  /** What a file says. It is shared, and not to be changed. @throws ContractError when it is no YAML */
  value(name: string): Value {
    const file = normalize(name);
    if (!this.#values.has(file)) this.#values.set(file, knownYaml(this.text(file), `openapi/${file}`));
    return this.#values.get(file);
  }

  /** Names of the YAML files in a folder of the contract, relative to the contract's. */
  names(folder: string): string[] {
    const known = this.#names.get(folder);
    if (known) return known;
    const path = join(this.folder, folder);
    const written = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.yaml')) : [];
    const added = [...this.planned.keys()]
      .filter((name) => dirname(name) === normalize(folder))
      .map((name) => name.slice(folder.length + 1));
    const names = [...new Set([...written, ...added])]
      .map((name) => `${folder}/${name}`)
      .filter((name) => this.has(name))
      .sort();
    this.#names.set(folder, names);
    return names;
  }

  /** Line and column of a place. */
  position({ file, path }: Origin, onKey = false): Position {
    const locate = this.#locators.get(file) ?? locator(this.text(file));
    this.#locators.set(file, locate);
    return locate(path, onKey);
  }

  /** Where a part of {@link document} stands. */
  originOf(part: object): Origin | undefined {
    return this.#origins.get(part);
  }

  /** The description in one document, in which every reference leads into `components`. */
  get document(): Document {
    this.#document ??= this.#assemble();
    return this.#document;
  }

  /** `#/components/…` by the file that a component stands in. */
  #componentFiles(): Map<string, string> {
    if (!this.#components) {
      const kinds = Object.entries<Record<string, { $ref?: string }>>(this.value(entryFile).components ?? {});
      this.#components = new Map(
        kinds.flatMap(([kind, named]) =>
          Object.entries(named).flatMap(([name, { $ref }]) =>
            $ref === undefined ? [] : [[normalize($ref), `#/components/${kind}/${name}`] as const],
          ),
        ),
      );
    }
    return this.#components;
  }

  #assemble(): Document {
    const root = this.value(entryFile);
    const isReference = (value: Value): value is { $ref: string } => typeof value?.$ref === 'string' && value.$ref.endsWith('.yaml');
    const named = (members: Record<string, Value>, path: YamlPath) =>
      Object.fromEntries(
        Object.entries(members ?? {}).map(([name, value]) => [
          name,
          isReference(value) ? this.#file(normalize(value.$ref)) : this.#part(entryFile, [...path, name], value),
        ]),
      );
    const { paths, components, ...rest } = root;
    return {
      ...named(rest, []),
      paths: named(paths, ['paths']),
      components: Object.fromEntries(
        Object.entries<Record<string, Value>>(components ?? {}).map(([kind, members]) => [kind, named(members, ['components', kind])]),
      ),
    } as unknown as Document;
  }

  #file(name: string): Value {
    if (!this.#parts.has(name)) this.#parts.set(name, this.#part(name, [], this.value(name)));
    return this.#parts.get(name);
  }

  /** A part of a file, whose references are those of one document. */
  #part(file: string, path: YamlPath, value: Value): Value {
    if (value === null || typeof value !== 'object') return value;
    const member = (key: string | number, inner: Value) => {
      const isReference = typeof inner === 'string' && /^\.\.?\/.*\.yaml$/.test(inner);
      const target = isReference ? this.#componentFiles().get(normalize(join(dirname(file), inner))) : undefined;
      return target ?? this.#part(file, [...path, key], inner);
    };
    const part = Array.isArray(value)
      ? value.map((inner, index) => member(index, inner))
      : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, member(key, inner)]));
    this.#origins.set(part, { file, path });
    return part;
  }
}

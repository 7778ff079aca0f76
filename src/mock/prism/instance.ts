/**
 * The embedded Prism. A request goes in whole, and what comes out is all Prism's: the operation that it matched, what it finds wrong, and
 * the response that it negotiates. Only the example is chosen elsewhere, as `Prefer: example=` would.
 *
 * It is loaded only when a request or an option asks for it: it takes a second and 140 MB.
 */
import type { IPrismDiagnostic } from '@stoplight/prism-core';
import type { IHttpConfig, IHttpRequest, PrismHttpComponents } from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import { withBase64Patterns } from './base64-texts.js';
import { isMissing } from './installed.js';
import { withoutNegations } from './negations.js';
import { withoutOpenObjects } from './open-objects.js';
import { createSpelling } from './spelling.js';
import { withoutCallbacks } from './without-callbacks.js';

/** What is asked of Prism beside the request, as its own `Prefer` header could. */
export interface PrismPreferences {
  status?: number | undefined;
  example?: string | undefined;
  /** Decides instead of the `Accept` header. */
  mediaType?: string | undefined;
  /** Make the body up from the schema. */
  dynamic?: boolean | undefined;
  seed?: string | undefined;
}

/** One thing that Prism finds wrong with a request. */
export interface PrismFinding {
  /** `body`, `path`, `query` or `header`, and the way to the value; empty for the body as a whole. */
  path: readonly string[];
  /** JSON Schema keyword that is not met; `401` for the key, `415` for the media type of the body. */
  code: string;
  message: string;
  /** Of a missing key: the schemes that would do. */
  tags: readonly string[];
}

export interface PrismOutcome {
  /** `operationId` of the operation that Prism matched; absent where none has this path and method. */
  operation?: string;
  findings: readonly PrismFinding[];
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: unknown;
  /**
   * Whether a made-up body fits its schema. Of what that says on a condition what makes bodies up knows nothing, and meets it by chance.
   * Always true of what is not made up.
   */
  fits: boolean;
  /** Whether the body is the example that was asked for: the description may hold none of that name. */
  isExample: boolean;
  /** Why Prism has no response, such as an `Accept` that nothing fits. */
  problem?: string;
}

export interface PrismInput {
  /** Upper case. */
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  /** What the body says; a text where it is no JSON. */
  body: unknown;
}

export interface Prism {
  /** @param preferences asked for once Prism has found the operation, and nothing wrong with the request */
  request(input: PrismInput, checkSecurity: boolean, preferences: (operationId: string) => PrismPreferences): Promise<PrismOutcome>;
}

const silent = { info() {}, warn() {}, error() {}, debug() {}, trace() {}, success() {}, fatal() {}, child: () => silent } as never;

/** The default export of a CommonJS module: to Node it is a member of the module, to bundlers the module itself. */
const defaultOf = <T>(module: unknown): T => (module as { default?: T }).default ?? (module as T);

/**
 * Loaded here, and not at the top: a bundler leaves alone what it does not find where that is caught.
 * @throws Error with the code of Node.js for a module that is not there
 */
async function loadPrism() {
  try {
    const { createInstance } = await import('@stoplight/prism-http');
    const mocker = await import('@stoplight/prism-http/dist/mocker/index.js');
    const router = await import('@stoplight/prism-http/dist/router/index.js');
    const { getHttpOperationsFromSpec } = await import('@stoplight/prism-http/dist/utils/operations.js');
    const { isLeft, isRight } = await import('fp-ts/lib/Either.js');
    const route = defaultOf<PrismHttpComponents['route']>(defaultOf(router));
    const mock = defaultOf<PrismHttpComponents['mock']>(defaultOf(mocker));
    return { createInstance, route, mock, getHttpOperationsFromSpec, isLeft, isRight };
  } catch (error) {
    if (isMissing(error)) throw Object.assign(new Error('Prism is not installed', { cause: error }), { code: 'MODULE_NOT_FOUND' });
    throw error;
  }
}

/** @param description text of the description, as JSON */
export async function createPrism(description: string): Promise<Prism> {
  const { createInstance, route, mock, getHttpOperationsFromSpec, isLeft, isRight } = await loadPrism();
  const resources = (await getHttpOperationsFromSpec(withoutCallbacks(description))) as unknown as IHttpOperation[];
  const spelling = createSpelling(resources.map(({ path }) => path));
  const closed = new Map<IHttpOperation, IHttpOperation>();
  const closedResource = (resource: IHttpOperation): IHttpOperation => {
    const known = closed.get(resource) ?? withBase64Patterns(withoutOpenObjects(withoutNegations(resource)));
    closed.set(resource, known);
    return known;
  };

  return {
    async request(input, checkSecurity, preferences) {
      let matched: IHttpOperation | undefined;
      let findings: PrismFinding[] = [];
      let isExample = false;
      const config = { ...plainConfig, checkSecurity, validateResponse: false } as unknown as IHttpConfig;
      const components: Partial<PrismHttpComponents> & Pick<PrismHttpComponents, 'logger'> = {
        logger: silent,
        route(asked) {
          const found = route({ ...asked, resources: asked.resources.filter(({ path }) => spelling.mayMatch(path, input.path)) });
          if (isRight(found)) matched = found.right;
          return found;
        },
        mock(asked) {
          const { resource, input: judged } = asked;
          findings = judged.validations.map(toFinding);
          const chosen = findings.length > 0 ? {} : preferences(resource.iid ?? '');
          isExample = chosen.example !== undefined && holdsExample(resource, chosen.status, chosen.example);
          // Prism looks at what comes out once this is done.
          config.validateResponse = chosen.dynamic ?? false;
          const mocked = toConfig(isExample ? chosen : { ...chosen, example: undefined }, resource);
          return mock({ ...asked, resource: chosen.dynamic ? closedResource(resource) : resource, config: mocked as never });
        },
      };
      const prism = createInstance(config, components as PrismHttpComponents);
      const result = await prism.request(toElement(input, spelling.spell), resources, config)();
      const common = { ...(matched?.iid !== undefined && { operation: matched.iid }), findings };
      if (isLeft(result)) {
        const { status, message, detail } = result.left as Error & { status?: number; detail?: string };
        if (status === undefined) throw result.left;
        return { ...common, status, headers: {}, body: undefined, fits: true, isExample: false, problem: detail ?? message };
      }
      const { output, validations } = result.right;
      const { statusCode, headers = {}, body } = output;
      const fits = !validations.output.some(({ path: [part] = [] }) => part === 'body');
      return { ...common, status: statusCode, headers: plainHeaders(headers), body, fits, isExample };
    },
  };
}

const plainConfig = { isProxy: false, validateRequest: true, errors: false, upstreamProxy: undefined, mock: {} };

function toElement({ method, path, query, headers, body }: PrismInput, spell: (path: string) => string): IHttpRequest {
  return {
    // A gateway answers HEAD as GET, without the body; Prism knows it only where it is declared.
    method: (method === 'HEAD' ? 'get' : method.toLowerCase()) as 'get',
    url: { path: spell(path), query: valuesOf(query) },
    // Without a length Prism does not look at the content type.
    headers: { ...headers, ...(body !== undefined && { 'content-length': String(JSON.stringify(body).length) }) },
    ...(body !== undefined && { body }),
  };
}

const toFinding = ({ path = [], code = '', message, tags = [] }: IPrismDiagnostic): PrismFinding => ({
  path: path.map(String),
  code: String(code),
  message,
  tags,
});

/** Prism writes the first `Accept` into the configuration that it is given, hence a fresh one for each request. */
const toConfig = ({ status, example, mediaType, dynamic, seed }: PrismPreferences, resource: IHttpOperation) => ({
  dynamic: dynamic ?? false,
  // With a status, even the usual one, Prism hides that no media type fits.
  ...(status !== undefined && String(status) !== usualStatus(resource) && { code: status }),
  ...(example !== undefined && { exampleKey: example }),
  ...(mediaType !== undefined && { mediaTypes: [mediaType] }),
  ...(seed !== undefined && { seed }),
});

function valuesOf(query: URLSearchParams): Record<string, string | string[]> {
  const names = new Set(query.keys());
  return Object.fromEntries(
    Array.from(names, (name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? (values[0] as string) : values];
    }),
  );
}

/** The status of the response that Prism picks by itself. */
const usualStatus = ({ responses }: IHttpOperation): string | undefined =>
  responses
    .map(({ code }) => code)
    .filter((code) => code.startsWith('2'))
    .sort()[0];

/** Whether the response that Prism picks for this status has an example of this name. */
function holdsExample(resource: IHttpOperation, status: number | undefined, name: string): boolean {
  const { responses } = resource;
  const wanted = status === undefined ? usualStatus(resource) : String(status);
  const response = responses.find(({ code }) => code === wanted) ?? responses.find(({ code }) => code === 'default');
  return response?.contents?.some(({ examples }) => examples?.some(({ key }) => key === name)) ?? false;
}

const plainHeaders = (headers: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name.toLowerCase(), String(value)]),
  );

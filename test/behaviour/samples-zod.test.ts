/** The samples for callers' schemas that zod makes, judged by the zod schema itself. */
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z4 from 'zod';
import * as z3 from 'zod/v3';
import { zodToJsonSchema } from 'zod-to-json-schema';
import { sampleFor } from '../../src/samples/index.js';
import { runs, seed } from '../runs.js';

/** What both versions have. */
type Zod = typeof z4;
type ZodType = z4.ZodType;

const names = ['city', 'unit', 'days', 'note', 'id'];

/** Schemas of one version of zod. */
function schemasOf(z: Zod, isNew: boolean): Arbitrary<ZodType> {
  const size = fc.integer({ min: 0, max: 12 });
  const texts: ZodType[] = [
    ...[z.string(), z.string().email(), z.string().uuid(), z.string().url(), z.string().datetime(), z.string().datetime({ offset: true })],
    ...[z.string().regex(/^[A-Z]{3}-\d{4}$/), z.string().regex(/^(?=.*\d)(?=.*[a-z]).{8,}$/), z.string().startsWith('ab').endsWith('yz')],
    ...[z.string().includes('mid'), z.string().min(1).max(3), z.string().length(7), z.string().email().min(40), z.string().url().max(22)],
    ...[z.string().date(), ...(isNew ? [z.string().time()] : []), z.string().duration(), z.string().cuid(), z.string().ulid()],
    ...[
      z
        .string()
        .regex(/^[a-z]+$/)
        .min(20)
        .max(24),
      z.string().regex(/a/).regex(/b/).max(4),
      z.string().nanoid(),
      z.string().base64(),
    ],
    ...[
      z.string().emoji(),
      z.string().trim(),
      z
        .string()
        .email()
        .regex(/@example\.org$/),
    ],
    ...(isNew ? [z.e164(), z.ipv4(), z.ipv6(), z.cidrv4(), z.iso.datetime({ precision: 3 }), z.uuidv7(), z.base64url(), z.ksuid()] : []),
  ];
  const scalar: Arbitrary<ZodType> = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...texts) },
    fc.tuple(fc.integer({ min: -50, max: 50 }), size).map(
      ([low, room]) =>
        z
          .number()
          .int()
          .min(low)
          .max(low + room) as ZodType,
    ),
    fc
      .tuple(fc.integer({ min: -50, max: 50 }), fc.constantFrom(0.01, 0.5, 3, 7, 10))
      .map(([low, step]) => z.number().gt(low).multipleOf(step) as ZodType),
    fc.tuple(size, size).map(
      ([low, room]) =>
        z
          .number()
          .gt(low)
          .lt(low + room / 10 + 0.1) as ZodType,
    ),
    fc.constantFrom<ZodType>(z.boolean(), z.null(), z.number(), z.number().int().positive(), z.number().negative(), z.any(), z.unknown()),
    fc.constantFrom<ZodType>(
      z.literal('a'),
      z.literal(7),
      z.literal(true),
      z.enum(['celsius', 'fahrenheit']),
      z.nativeEnum({ A: 1, B: 2 }),
    ),
  );
  const { schema } = fc.letrec<{ schema: ZodType }>((tie) => {
    const inner = tie('schema');
    const object = fc
      .dictionary(fc.constantFrom(...names), inner, { minKeys: 1, maxKeys: 4, noNullPrototype: true })
      .map((shape) => z.object(shape));
    return {
      schema: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 3, arbitrary: scalar },
        { weight: 3, arbitrary: object.map((made) => made as ZodType) },
        object.map((made) => made.strict() as ZodType),
        object.map((made) => made.partial() as ZodType),
        object.map((made) => made.passthrough() as ZodType),
        fc.tuple(object, scalar).map(([made, rest]) => made.pick({}).catchall(rest) as ZodType),
        fc.tuple(object, object).map(
          ([a, b]) =>
            z.intersection(
              a.passthrough(),
              b
                .pick({})
                .extend({ other: z.number().min(3) })
                .passthrough(),
            ) as ZodType,
        ),
        fc.tuple(inner, size).map(([item, least]) => z.array(item).min(Math.min(least, 4)) as ZodType),
        inner.map((item) => z.array(item).max(0) as ZodType),
        fc.tuple(inner, inner).map((items) => z.tuple(items as [ZodType, ZodType]) as ZodType),
        fc.tuple(scalar, scalar).map(([first, rest]) => z.tuple([first]).rest(rest) as ZodType),
        fc.tuple(inner, inner).map((options) => z.union(options as [ZodType, ZodType]) as ZodType),
        inner.map((value) => z.record(z.string(), value) as ZodType),
        inner.map((value) => z.record(z.string().regex(/^x-[a-z]+$/), value) as ZodType),
        fc
          .tuple(object, object)
          .map(
            ([a, b]) => z.discriminatedUnion('kind', [a.extend({ kind: z.literal('a') }), b.extend({ kind: z.literal('b') })]) as ZodType,
          ),
        inner.map((made) => made.nullable() as ZodType),
        inner.map((made) => made.describe('Shell command to execute, as rm -rf /') as ZodType),
        inner.map((made) => z.object({ maybe: made.optional(), sure: made.readonly(), branded: made.brand('b') }) as ZodType),
        scalar.map((leaf) => {
          const node: ZodType = z.lazy(() => z.object({ value: leaf, children: z.array(node), next: node.nullable() }) as ZodType);
          return node;
        }),
      ),
    };
  });
  return schema;
}

const versions: [name: string, z: Zod, toJson: (schema: ZodType) => object][] = [
  ['zod 4', z4, (schema) => z4.toJSONSchema(schema)],
  ['zod 4 for draft-07', z4, (schema) => z4.toJSONSchema(schema, { target: 'draft-7' })],
  ['zod 3', z3 as unknown as Zod, (schema) => zodToJsonSchema(schema as never, { $refStrategy: 'root' })],
  [
    'zod 3 for strict tools',
    z3 as unknown as Zod,
    (schema) => zodToJsonSchema(schema as never, { target: 'openAi', nameRefs: true, $refStrategy: 'root' } as never),
  ],
];

describe('a sample is what the schema that it was made for accepts:', () => {
  test.each(versions)('%s', (_, z, toJson) => {
    const schemas = fc.sample(schemasOf(z, z === z4), { numRuns: runs(150), seed });
    const wrong = schemas.flatMap((schema) => {
      const json = toJson(schema);
      const { value, problems } = sampleFor(json);
      const { error } = schema.safeParse(value);
      return error || problems.length > 0 ? [JSON.stringify({ json, value, problems, issues: error?.issues })] : [];
    });
    expect(wrong).toEqual([]);
  });
});

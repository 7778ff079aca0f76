/** What applications describe with zod, of all kinds: arguments of tools and structured output. */
import { z } from 'zod';

/** What every SDK and every vendor takes. */
export const shapes = {
  enums: z.object({ unit: z.enum(['celsius', 'fahrenheit']), size: z.union([z.literal('small'), z.literal('large')]) }),
  unions: z.object({ target: z.union([z.object({ id: z.number().int() }), z.object({ name: z.string() })]) }),
  nullable: z.object({ note: z.string().nullable(), place: z.object({ city: z.string() }).nullable(), count: z.number().nullable() }),
  nested: z.object({
    order: z.object({ lines: z.array(z.object({ article: z.object({ sku: z.string() }), amount: z.number().int() })), paid: z.boolean() }),
  }),
};

/** Limits, which some SDKs leave out of what they send. */
export const limited = {
  numbers: z.object({
    days: z.number().int().min(2).max(7),
    share: z.number().gt(0).lt(1),
    step: z.number().multipleOf(5).min(12),
    year: z.int().nonnegative(),
  }),
  lengths: z.object({
    code: z.string().min(12).max(14),
    tags: z.array(z.string().min(1)).min(2).max(3),
    pair: z.array(z.number()).length(2),
  }),
  patterns: z.object({
    plate: z.string().regex(/^[A-Z]{2}-\d{3,4}$/),
    color: z.string().regex(/^#(?:[0-9a-f]{3}){1,2}$/i),
    path: z.string().startsWith('/srv/'),
  }),
  formats: z.object({
    id: z.uuid(),
    mail: z.email(),
    site: z.url(),
    at: z.iso.datetime(),
    day: z.iso.date(),
    time: z.iso.time(),
    ip: z.ipv4(),
  }),
};

/** Objects that are not just named members, and lists that are not just many of a kind. */
export const open = {
  records: z.object({ scores: z.record(z.string(), z.number()), labels: z.record(z.enum(['de', 'en']), z.string()) }),
  tuples: z.object({ at: z.tuple([z.number().min(-90).max(90), z.number()]), entry: z.tuple([z.string()]).rest(z.boolean()) }),
  optional: z.object({ name: z.string(), nick: z.string().min(3).optional(), level: z.number().int().min(1).default(3) }),
  discriminated: z.object({
    shape: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('circle'), radius: z.number().positive() }),
      z.object({ kind: z.literal('square'), side: z.number().positive() }),
    ]),
  }),
  encodings: z.object({ key: z.base64(), token: z.base64url() }),
  intersections: z.object({ both: z.intersection(z.object({ a: z.string() }), z.object({ b: z.number() })) }),
  recursive: z.object({
    tree: z.object({
      label: z.string(),
      get children(): z.ZodArray<z.ZodObject<{ label: z.ZodString }>> {
        return z.array(z.object({ label: z.string() }));
      },
    }),
  }),
};

export type Shape = z.ZodObject;

/** A list of these schemas, for `test.each`. */
export const named = (schemas: Record<string, Shape>): { kind: string; schema: Shape }[] =>
  Object.entries(schemas).map(([kind, schema]) => ({ kind, schema }));

/** Fits no text by chance. */
export const strict = z.object({ rain: z.boolean(), places: z.array(z.string()).min(1) }).strict();

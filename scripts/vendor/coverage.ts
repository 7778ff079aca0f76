/** How much of a vendor's protocol the contract describes. */
import { type Document, type Operation, operationsOf, resolve, type Schema } from '../lib/document.js';
import { itemsOf, memberOf, type Union, unionOf, valuesOf } from '../lib/schema-union.js';
import { type Fact, factName, factsOf, type VendorFacts } from './facts.js';

export interface Coverage {
  name: string;
  facts: number;
  covered: number;
  /** Facts that the contract leaves out for a reason. */
  onPurpose: string[];
  /** Facts that it leaves out for none. */
  gaps: string[];
  /** Parts that are said to be left out, but are not. */
  outdated: string[];
}

/** Share of the facts that are covered, from 0 to 1. */
export const scoreOf = ({ covered, facts }: Coverage): number => covered / facts;

/** What may stand at a place, seen through arrays. */
function at(document: Document, schemas: Schema[]): Union {
  const union = schemas.flatMap((schema) => unionOf(document, schema));
  const items = itemsOf(union);
  return items.length > 0 ? [...union, ...at(document, items)] : union;
}

/** A field counts when the contract declares it; a value, when it is listed, or when nothing limits the field. */
function isCovered(document: Document, roots: Record<Fact['part'], Schema[]>, { part, path, value }: Fact): boolean {
  let union = at(document, roots[part]);
  for (const name of path) {
    const declared = union.some(({ properties }) => properties && Object.hasOwn(properties, name));
    const member = declared ? memberOf(union, name) : undefined;
    if (!member) return false;
    union = at(document, member.union);
  }
  const { known, free } = valuesOf(union);
  return value === undefined || known.includes(value) || (free && known.length === 0);
}

function operation(document: Document, id: string): Operation {
  const found = [...operationsOf(document)].find(({ operation }) => operation.operationId === id);
  if (!found) throw new Error(`The contract has no operation ${id}`);
  return found.operation;
}

function rootsOf(document: Document, vendor: VendorFacts): Record<Fact['part'], Schema[]> {
  const own = operation(document, vendor.operation);
  const success = Object.entries(own.responses).filter(([status]) => status.startsWith('2'));
  return {
    request: [own.requestBody?.content['application/json']?.schema ?? []].flat(),
    response: success.flatMap(([, response]) => resolve(document, response).content?.['application/json']?.schema ?? []),
    event: [operation(document, vendor.stream ?? vendor.operation)['x-stream']?.event ?? []].flat(),
  };
}

const isBelow = (name: string, place: string): boolean => name === place || name.startsWith(`${place}.`) || name.startsWith(`${place}=`);

export function coverageOf(document: Document, vendor: VendorFacts): Coverage {
  const roots = rootsOf(document, vendor);
  const facts = factsOf(vendor);
  const missing = facts.filter((fact) => !isCovered(document, roots, fact)).map(factName);
  const excused = vendor['on-purpose'].flatMap((entry) => entry.at);
  const onPurpose = missing.filter((name) => excused.some((place) => isBelow(name, place)));
  return {
    name: vendor.name,
    facts: facts.length,
    covered: facts.length - missing.length,
    onPurpose,
    gaps: missing.filter((name) => !onPurpose.includes(name)),
    outdated: excused.filter((place) => !missing.some((name) => isBelow(name, place))),
  };
}

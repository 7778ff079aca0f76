/** Compares a schema of the documentation with the contract's: fields and listed values that the contract does not know. */
import { formatPointer } from '../../../src/contract/pointer.js';
import type { Document, Schema } from '../../lib/document.js';
import { itemsOf, memberNames, memberOf, type Union, unionOf, valuesOf } from '../../lib/schema-union.js';
import type { Difference } from './difference.js';
import { unknownName } from './payload.js';

interface Side {
  document: Document;
  schemas: Schema[];
}

const flatten = ({ document, schemas }: Side): Union => schemas.flatMap((schema) => unionOf(document, schema));

export function compareSchema(documented: Side, contract: Side): Difference[] {
  const differences: Difference[] = [];
  const visit = (theirSchemas: Schema[], ourSchemas: Schema[], path: string[], above: Schema[]): void => {
    const theirs = flatten({ document: documented.document, schemas: theirSchemas }).filter((schema) => !above.includes(schema));
    const ours = flatten({ document: contract.document, schemas: ourSchemas });
    const pointer = formatPointer(path);
    const { known, free } = valuesOf(ours);
    if (known.length > 0 && !free) {
      for (const value of valuesOf(theirs).known) {
        if (!known.includes(value))
          differences.push({ kind: 'unknown-value', pointer, message: `value ${JSON.stringify(value)} is not in the contract` });
      }
    }
    const inside = [...above, ...theirs];
    for (const name of memberNames(theirs)) {
      const ourMember = memberOf(ours, name);
      const here = [...path, name];
      if (!ourMember)
        differences.push({
          kind: 'unknown-field',
          pointer: formatPointer(here),
          message: unknownName(name, memberNames(ours), memberNames(theirs)),
        });
      else if (ourMember.union.length > 0) visit(memberOf(theirs, name)?.union ?? [], ourMember.union, here, inside);
    }
    const theirItems = itemsOf(theirs);
    const ourItems = itemsOf(ours);
    if (theirItems.length > 0 && ourItems.length > 0) visit(theirItems, ourItems, [...path, '*'], inside);
  };
  visit(documented.schemas, contract.schemas, [], []);
  return differences;
}

/**
 * A program can have this package twice: as ES modules and as CommonJS, in two versions, or once for each file of tests that a runner keeps
 * apart. To who catches an error it is all one.
 */

type Class = abstract new (...values: never[]) => object;

const isInstance = Function.prototype[Symbol.hasInstance];

/**
 * Makes `instanceof` hold for what any copy of a class has made. Classes that a caller derives from it are told apart as ever.
 * @param classes by name: in the code a minifier may change it
 */
export function acrossCopies(classes: Readonly<Record<string, Class>>): void {
  for (const [name, type] of Object.entries(classes)) {
    const mark = Symbol.for(`nexconn-contract ${name}`);
    Object.defineProperty(type.prototype, mark, { value: true });
    Object.defineProperty(type, Symbol.hasInstance, {
      value(this: Class, value: unknown): boolean {
        return this === type ? typeof value === 'object' && value !== null && mark in value : isInstance.call(this, value);
      },
    });
  }
}

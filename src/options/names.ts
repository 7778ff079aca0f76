/** A thing has one name: camelCase as an option, kebab-case as a flag and as a preference. */

/** `latencyMs` -> `latency-ms` */
export const kebabCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `latency-ms` -> `latencyMs` */
export const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** As `camelCase`, for types. */
export type CamelCase<Name extends string> = Name extends `${infer Word}-${infer Rest}` ? `${Word}${Capitalize<CamelCase<Rest>>}` : Name;

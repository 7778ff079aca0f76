/** What a rule works with; the linter's own types know no extensions. */
import type { Location } from '@redocly/openapi-core';

/** A part of the description as it was parsed. Its form is checked by the types of the description. */
export type Node = any;

/** Follows a `$ref`; anything else is returned as it is. `from`: the file that it stands in, by default the visited one. */
export type Resolve = (node: Node, from?: string) => { node: Node; location: Location } | { node: undefined; location: undefined };

export interface Context {
  location: Location;
  report(problem: { message: string; location?: Location }): void;
  resolve: Resolve;
  type: { name: string };
  /** What the node stands in, and under which key. */
  parent: Node;
  key: string | number;
}

export type Visit = (node: Node, context: Context) => void;

/** Visits by type name; a visitor in a visitor visits what is inside. */
export interface Visitor {
  [type: string]: Visit | Visitor;
}

export type Rule = (options: Node) => Visitor;

/** Keys by the name of a type. */
export type KeyOrder = Readonly<Record<string, readonly string[]>>;

export declare const keyOrder: KeyOrder;
export declare const workflowKeyOrder: KeyOrder;
export declare function inOrder(keys: readonly string[], order: readonly string[] | undefined): readonly string[];

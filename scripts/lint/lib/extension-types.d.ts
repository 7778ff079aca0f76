import type { NodeType } from '@redocly/openapi-core';

export declare function extensionTypes(types: Record<string, NodeType>): Record<string, NodeType>;

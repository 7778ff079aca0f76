export declare const provenanceWords: readonly string[];

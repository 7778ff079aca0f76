export declare const rolesOfOneJob: readonly string[];
export declare const pathParameters: (path: string) => string[];
export declare function jobParameter(path: string, task: { role: string; parameter?: string }): string | undefined;

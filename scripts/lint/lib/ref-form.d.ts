export declare function refForm(ref: string): string;

export function referencePage(document: unknown): { body: string; policy: string } {
  return { body: `<!doctype html><title>${typeof document}</title>`, policy: "default-src 'none'" };
}

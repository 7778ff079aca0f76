/** A host as it stands in an address: of version 6 of the protocol, in brackets. */
export const inAddress = (host: string): string => (host.includes(':') ? `[${host}]` : host);

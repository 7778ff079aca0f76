/** Addresses of this machine that no other reaches. */
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

export const isLoopback = (host: string): boolean => loopback.test(host);

/** Why a server that writes down what its callers say does not listen on an address. */
export const onThisMachineOnly = (server: string, host: string): string =>
  `a ${server} that records listens on this machine only, not on ${host}; leave the host out`;

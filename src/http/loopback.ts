/** Addresses of this machine that no other reaches. An IPv4 address may stand in an IPv6 one; names end where a dot may. */
const loopback = /^(?:(?:[^@/]+\.)?localhost|127(?:\.\d{1,3}){3}|::1|::ffff:(?:127(?:\.\d{1,3}){3}|7f[\da-f]{2}:[\da-f]{1,4}))$/i;

export const isLoopback = (host: string): boolean => loopback.test(host.replace(/^\[|\]$|\.$/g, ''));

/** Why a server that writes down what its callers say does not listen on an address. */
export const onThisMachineOnly = (server: string, host: string): string =>
  `a ${server} that records listens on this machine only, not on ${host}; leave the host out`;

import type { Plugin } from 'esbuild';

export const ownAddresses: Plugin;

import { createNexconnClient } from 'nexconn-contract/client';

/** Without a key: the server of the page adds it (see vite.config.ts). */
export const gateway = createNexconnClient({ baseUrl: `${location.origin}/gateway`, throwOnError: true });

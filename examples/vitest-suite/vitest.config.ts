import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { setupFiles: ['nexconn-contract/testing/vitest'] } });

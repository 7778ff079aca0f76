import { createNexconnClient } from 'nexconn-contract/client';

globalThis.createNexconnClient = createNexconnClient;

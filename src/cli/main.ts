#!/usr/bin/env node
import { outliveReaders } from './common/output.js';
import { createProgram } from './program.js';

outliveReaders();
await createProgram().parseAsync();

#!/usr/bin/env node
// Stands for the command line of the forge: what is proposed is kept in a file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = process.env.GH_STATE;
const all = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const [kind, action, ...rest] = process.argv.slice(2);
const option = (name) => rest[rest.indexOf(`--${name}`) + 1];
const given = (name) => rest.includes(`--${name}`);
const body = () => readFileSync(option('body-file'), 'utf8');
const found = () => all.find((one) => one.kind === kind && String(one.number) === rest[0]);

if (action === 'list') {
  const mine = all.filter((one) => one.kind === kind && (!given('head') || one.head === option('head')));
  process.stdout.write(JSON.stringify(mine.map(({ number, body, state }) => ({ number, body, state }))));
} else if (action === 'create') {
  all.push({
    kind,
    number: all.length + 1,
    title: option('title'),
    body: body(),
    state: 'OPEN',
    ...(given('head') && { head: option('head'), base: option('base') }),
  });
} else if (action === 'edit') Object.assign(found(), { body: body() });
else if (action === 'close') Object.assign(found(), { state: 'CLOSED', comment: option('comment') });
else {
  process.stderr.write(`unknown command ${kind} ${action}\n`);
  process.exitCode = 1;
}
writeFileSync(file, JSON.stringify(all));

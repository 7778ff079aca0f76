/** The command `nexconn-contract`, with all that it can do. */
import { Command } from 'commander';
import { contract } from '../../compiled/contract.js';
import { completionCommand } from './completion/completion.js';
import { conformCommand } from './conform.js';
import { coverageCommand } from './coverage.js';
import { diffCommand } from './diff.js';
import { doctorCommand } from './doctor/doctor.js';
import { impactCommand } from './impact.js';
import { mockCommand } from './mock.js';
import { proxyCommand } from './proxy.js';
import { scenariosCommand } from './scenarios.js';
import { verifyCommand } from './verify.js';

export function createProgram(): Command {
  const program = new Command('nexconn-contract')
    .description('The contract of the Nexconn LLM gateway: a mock of it, and tests against it.')
    .version(contract.build)
    .showHelpAfterError('Run with --help for the options.')
    .addCommand(mockCommand())
    .addCommand(proxyCommand())
    .addCommand(conformCommand())
    .addCommand(verifyCommand())
    .addCommand(coverageCommand())
    .addCommand(diffCommand())
    .addCommand(impactCommand())
    .addCommand(scenariosCommand())
    .addCommand(doctorCommand());
  return program.addCommand(completionCommand(program));
}

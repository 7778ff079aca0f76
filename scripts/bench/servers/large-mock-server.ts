/**
 * This mock on its contract several times over, with everything on as a user has it.
 *
 *   tsx large-mock-server.ts <times> <port>
 */
import { contract } from '../../../compiled/contract.js';
import validators from '../../../compiled/request-validators.js';
import { openLog } from '../../../src/cli/common/log.js';
import { listen } from '../../../src/http/server/listen.js';
import { createHttpServer } from '../../../src/http/server/listener.js';
import { createCore } from '../../../src/mock/core.js';
import { defaults } from '../../../src/mock/engine/options.js';
import { refuseAtDoor } from '../../../src/mock/node-parts.js';
import { repeatContract, repeatValidators } from './many-times.js';

const [times, port] = process.argv.slice(2).map(Number) as [number, number];
const { onExchange } = openLog('pretty');
const core = createCore({
  contract: repeatContract(contract, times),
  validators: repeatValidators(validators, times),
  ...(onExchange && { onExchange }),
});
const { server } = createHttpServer({ respond: core.respond, refuse: refuseAtDoor(core) }, defaults.bodyLimitBytes);
await listen(server, port, '127.0.0.1');

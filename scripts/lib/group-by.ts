export { groupBy } from '../../src/diff/model/group-by.js';

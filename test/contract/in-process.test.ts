import { transportOf } from '../server/http-wire.ts';
import { contractSuite } from './suite.ts';

contractSuite('nothing, in one process', async (time) => ({ transport: transportOf(time), close: async () => {} }));

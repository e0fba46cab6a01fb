import { expect, test } from 'vitest';
import { pathFiles } from '../../src/probes/path-files.ts';
import { caller } from '../../src/steps/path/configure.ts';
import { seen } from './made-up-machine.ts';

test('scripts that call a CUDA program are told with their text, links and programs are not', async () => {
  const files = {
    '/usr/local/bin/nvcc': caller('nvcc'),
    '/usr/local/bin/nsys': { link: '/opt/nsys' },
    '/opt/nsys': '#!/bin/sh\n',
    '/usr/local/bin/ncu': '\u007fELF',
    '/usr/local/bin/mine': '#!/bin/sh\n',
  };
  expect(await seen(pathFiles, { files })).toMatchObject({ links: {}, scripts: { nvcc: caller('nvcc') } });
});

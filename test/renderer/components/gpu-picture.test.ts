import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { GpuPicture } from '../../../renderer/components/gpu-picture.tsx';
import { licenceWords } from '../../../renderer/screens/machine/licence-words.ts';
import { sayer, WordsContext } from '../../../renderer/words.ts';
import { wizard } from '../../../src/words/en/wizard.ts';
import { gpu, seen } from '../documents.ts';

const say = sayer(wizard);
const text = (element: ReactElement): string =>
  renderToStaticMarkup(createElement(WordsContext, { value: say }, element)).replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ');

test('a vGPU is a slice with its type, its framebuffer and the host’s driver', () => {
  const said = text(createElement(GpuPicture, { gpu: gpu({ boundDriver: 'nouveau' }), driver: null }));
  expect(said).toContain('host driver 525.105.14');
  expect(said).toContain('GRID T4-8Q 8 GiB framebuffer');
  expect(said).toContain('no NVIDIA driver yet held by nouveau');
});

test('a host driver that cannot be read is said to be unread, not absent', () => {
  const { vgpu } = gpu();
  const unread = gpu({ vgpu: vgpu === null ? null : { ...vgpu, hostDriver: null } });
  expect(text(createElement(GpuPicture, { gpu: unread, driver: '525.105.17' }))).toContain('host driver not readable');
});

test('a card passed through is whole, and its host needs no driver', () => {
  const said = text(createElement(GpuPicture, { gpu: gpu({ mode: 'passthrough', vgpu: null }), driver: '595.71.05' }));
  expect(said).toContain('the whole card');
  expect(said).not.toContain('host driver');
});

test('a licence of which nothing is read is not known; without a driver none can have been asked for', () => {
  const installed = { version: '535.161.07', kind: 'grid', kernelModule: null, origin: 'deb' } as const;
  const driver = { installed, recommended: null, reason: '', rejected: [] };
  expect(licenceWords(seen({ driver }), 'en', say).value).toBe('not known');
  expect(licenceWords(seen(), 'en', say).value).toBe('no driver yet that could ask for one');
  const licensed = { address: null, product: 'NVIDIA RTX Virtual Workstation', state: 'licensed', expiry: 'permanent', secondsLeft: null } as const;
  expect(licenceWords(seen({ driver }, { gpus: [licensed] }), 'en', say).value).toBe('licensed for NVIDIA RTX Virtual Workstation');
});

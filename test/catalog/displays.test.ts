import { expect, test } from 'vitest';
import { displayName } from '../../src/catalog/displays.ts';

test.each([
  ['1013', '00b8', 'Cirrus Logic GD 5446'],
  ['15ad', '0405', 'VMware SVGA II Adapter'],
  ['1234', '1111', 'QEMU standard VGA'],
  ['1af4', '1050', 'Red Hat Virtio 1.0 GPU'],
])('the display %s:%s that a hypervisor gives is named with its maker', (vendor, device, name) => {
  expect(displayName(vendor, device)).toBe(name);
});

test('a device that no list names has its maker and its ids', () => {
  expect(displayName('8086', '4c8a')).toBe('Intel [8086:4c8a]');
  expect(displayName('8086', null)).toBe('Intel [8086:?]');
});

test('of a maker that is not known nothing is made up', () => {
  expect(displayName('dead', 'beef')).toBeNull();
  expect(displayName(null, null)).toBeNull();
});

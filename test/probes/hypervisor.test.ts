import { describe, expect, it } from 'vitest';
import type { Observer } from '../../src/domain/machine.ts';
import { parseCpuid } from '../../src/probes/cpuid.ts';
import { hypervisor } from '../../src/probes/hypervisor.ts';
import { madeUpMachine, seen } from './made-up-machine.ts';

const cpuinfo = (flags: string, model = 'Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz') =>
  `processor\t: 0\nmodel name\t: ${model}\nflags\t\t: fpu vme ${flags} lahf_lm\n`;
const inside = { '/proc/cpuinfo': cpuinfo('hypervisor') };
const qemu = {
  ...inside,
  '/sys/class/dmi/id/sys_vendor': 'QEMU\n',
  '/sys/class/dmi/id/product_name': 'Standard PC (Q35 + ICH9, 2009)\n',
};
const clocks = (names: string) => ({
  '/sys/devices/system/clocksource/clocksource0/available_clocksource': `${names}\n`,
});
const raw = (leaf: string, signature: string, eax = '40000001') => {
  const bytes = Buffer.from(signature.padEnd(12, '\0'), 'latin1');
  const register = (at: number) => bytes.readUInt32LE(at).toString(16).padStart(8, '0');
  return `   0x${leaf} 0x00: eax=0x${eax} ebx=0x${register(0)} ecx=0x${register(4)} edx=0x${register(8)}\n`;
};
const cpuid = (...lines: string[]) => ({
  'cpuid -1 -r': `CPU:\n   0x00000000 0x00: eax=0x00000020 ebx=0x756e6547 ecx=0x6c65746e edx=0x49656e69\n${lines.join('')}`,
});
const lscpu = (vendor: string | null) => ({
  lscpu: `Architecture:                       x86_64\n${vendor === null ? '' : `Hypervisor vendor:                  ${vendor}\nVirtualization type:                full\n`}`,
});
const brief = async (contents: Parameters<typeof seen>[1]) => {
  const { present, name, signatures, idHidden } = await seen(hypervisor, {
    ...contents,
    files: { ...contents.files, ...(contents.commands?.['cpuid -1 -r'] !== undefined && { '/usr/bin/cpuid': 'elf' }) },
  });
  return { present, name, signatures, idHidden };
};

describe('hypervisor', () => {
  it('reads the leaves by cpuid', async () => {
    expect(await brief({ files: inside, commands: cpuid(raw('40000000', 'KVMKVMKVM')) })).toEqual({
      present: true,
      name: 'KVM',
      signatures: ['KVMKVMKVM'],
      idHidden: false,
    });
  });

  it('looks at all leaves and takes the highest that it knows, as NVIDIA’s driver does', async () => {
    const commands = cpuid(
      raw('40000000', 'Microsoft Hv'),
      raw('40000001', '1#vH'),
      raw('40000100', 'KVMKVMKVM'),
      raw('40000200', ''),
    );
    expect(await brief({ files: inside, commands })).toMatchObject({
      name: 'KVM',
      signatures: ['Microsoft Hv', 'KVMKVMKVM'],
    });
  });

  it('says that the id is hidden where no leaf names the hypervisor that other traces show', async () => {
    expect(await brief({ files: qemu, commands: cpuid(raw('40000000', '', '00000000')) })).toEqual({
      present: true,
      name: 'KVM',
      signatures: [],
      idHidden: true,
    });
    expect(await brief({ files: qemu, commands: cpuid(raw('40000000', 'GenuineFake1')) })).toMatchObject({
      signatures: ['GenuineFake1'],
      idHidden: true,
    });
  });

  it('sees no hypervisor on bare metal, whose leaves mirror another one', async () => {
    const files = { '/proc/cpuinfo': cpuinfo('hle') };
    const mirrored = cpuid(raw('40000000', '\x01\0\0\0\x02\x03\0\0'));
    const none = { present: false, name: null, signatures: [], idHidden: false };
    expect(await brief({ files, commands: mirrored })).toEqual(none);
    expect(await brief({ files, commands: lscpu(null) })).toEqual(none);
    expect(await brief({ files: { ...files, '/sys/class/dmi/id/sys_vendor': 'Amazon EC2\n' } })).toEqual(none);
  });

  it('reads the leaves from the kernel’s device where there is one', async () => {
    const leaves: Record<number, string> = { 0x40000000: 'Microsoft Hv', 0x40000100: 'KVMKVMKVM\0\0\0' };
    const machine = madeUpMachine({ files: inside });
    const withDevice: Observer = {
      ...machine,
      readBytes: async (path, range) =>
        path === '/dev/cpu/0/cpuid'
          ? new TextEncoder().encode(`\x01\0\0\x40${leaves[range!.offset] ?? '\0'.repeat(12)}`)
          : machine.readBytes(path, range),
    };
    expect(await hypervisor.observe.linux!(withDevice)).toMatchObject({
      signatures: ['Microsoft Hv', 'KVMKVMKVM'],
      idHidden: false,
    });
  });

  it('takes the kernel’s word where no leaf can be read: its clocks need the signature', async () => {
    expect(await brief({ files: { ...qemu, ...clocks('kvm-clock tsc acpi_pm') } })).toMatchObject({
      name: 'KVM',
      idHidden: false,
    });
    expect(await brief({ files: { ...inside, ...clocks('hyperv_clocksource_tsc_page acpi_pm') } })).toMatchObject({
      name: 'Microsoft Hyper-V',
      idHidden: false,
    });
    expect(await brief({ files: { '/sys/hypervisor/type': 'xen\n' } })).toMatchObject({ name: 'Xen', idHidden: false });
  });

  it('takes lscpu’s word last', async () => {
    expect(await brief({ files: inside, commands: lscpu('KVM') })).toMatchObject({ name: 'KVM', idHidden: false });
    expect(await brief({ files: inside, commands: lscpu('Microsoft') })).toMatchObject({ name: 'Microsoft Hyper-V' });
    expect(await brief({ files: qemu, commands: lscpu(null) })).toMatchObject({ name: 'KVM', idHidden: true });
    const vmware = { '/sys/class/dmi/id/sys_vendor': 'VMware, Inc.\n' };
    expect(await brief({ files: { ...inside, ...vmware }, commands: lscpu('VMware') })).toMatchObject({
      idHidden: false,
    });
    const hidden = { '/proc/cpuinfo': cpuinfo('hle'), ...vmware };
    expect(await brief({ files: hidden, commands: lscpu('VMware') })).toMatchObject({ name: 'VMware', idHidden: true });
  });

  it('takes a ticket’s word where that is all there is', async () => {
    const ticket = async (word: string) => {
      const machine = madeUpMachine({ commands: { 'systemd-detect-virt': `${word}\n` } });
      return await hypervisor.observe.linux!({ ...machine, origin: { kind: 'recorded', what: 'ticket' } });
    };
    expect(await ticket('kvm')).toMatchObject({ present: true, name: 'KVM', idHidden: null });
    expect(await ticket('none')).toMatchObject({ present: false, idHidden: false });
  });

  it('leaves unknown what cannot be read', async () => {
    expect(await brief({ files: qemu })).toEqual({ present: true, name: 'KVM', signatures: [], idHidden: null });
    const emulated = { ...qemu, '/proc/cpuinfo': cpuinfo('hypervisor', 'QEMU TCG CPU version 2.5+') };
    expect(await brief({ files: emulated, commands: lscpu(null) })).toMatchObject({ name: 'QEMU TCG', idHidden: null });
    await expect(brief({})).rejects.toMatchObject({ ignorance: { kind: 'not-in-source' } });
  });
});

describe('parseCpuid', () => {
  it('reads what cpuid prints for people, from all its leaves', () => {
    const text =
      'CPU:\n   hypervisor_id (0x40000000) = "Microsoft Hv"\n   hypervisor_id (0x40000100) = "KVMKVMKVM\\0\\0\\0"\n   hypervisor_id (0x40000200) = "\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0"\n';
    expect(parseCpuid(text)).toEqual(['Microsoft Hv', 'KVMKVMKVM']);
    expect(parseCpuid('   hypervisor_id = "KVMKVMKVM   "\n')).toEqual(['KVMKVMKVM']);
  });

  it('tells a processor without such leaves from a text that is no answer', () => {
    expect(
      parseCpuid('CPU:\n   0x00000000 0x00: eax=0x0000000d ebx=0x756e6547 ecx=0x6c65746e edx=0x49656e69\n'),
    ).toEqual([]);
    expect(parseCpuid('cpuid: command not found')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { cloud, cloudOf } from '../../src/probes/cloud.ts';
import { parseDmidecode } from '../../src/probes/dmi.ts';
import { seen } from './made-up-machine.ts';

describe('cloud', () => {
  const dmi = {
    sysVendor: '',
    productName: '',
    biosVendor: '',
    biosVersion: '',
    boardAssetTag: '',
    chassisAssetTag: '',
  };
  it.each([
    [
      'azure',
      {
        sysVendor: 'Microsoft Corporation',
        productName: 'Virtual Machine',
        chassisAssetTag: '7783-7084-3265-9085-8269-3286-77',
      },
    ],
    [
      'none',
      {
        sysVendor: 'Microsoft Corporation',
        productName: 'Virtual Machine',
        chassisAssetTag: '0000-0000-0000-0000-0000-0000-00',
      },
    ],
    ['gcp', { sysVendor: 'Google', productName: 'Google Compute Engine' }],
    ['aws', { sysVendor: 'Amazon EC2', productName: 'g4dn.xlarge', boardAssetTag: 'i-0123456789abcdef0' }],
    ['aws', { sysVendor: 'Xen', productName: 'HVM domU', biosVersion: '4.11.amazon' }],
    ['alibaba', { sysVendor: 'Alibaba Cloud', productName: 'Alibaba Cloud ECS' }],
    ['tencent', { sysVendor: 'Tencent Cloud', productName: 'CVM' }],
    ['oracle', { sysVendor: 'QEMU', chassisAssetTag: 'OracleCloud.com' }],
    ['openstack', { sysVendor: 'OpenStack Foundation', productName: 'OpenStack Nova' }],
    ['openstack', { sysVendor: 'RDO', productName: 'OpenStack Compute' }],
    ['none', { sysVendor: 'QEMU', productName: 'Standard PC (Q35 + ICH9, 2009)' }],
    ['none', { sysVendor: 'VMware, Inc.', productName: 'VMware Virtual Platform' }],
  ])('is %s %#', (expected, fields) => {
    expect(cloudOf({ ...dmi, ...fields })).toBe(expected);
  });

  it('is read from DMI, and is none where there is no DMI', async () => {
    expect(await seen(cloud, { files: { '/sys/class/dmi/id/sys_vendor': 'Amazon EC2\n' } })).toBe('aws');
    expect(await seen(cloud, {})).toBe('none');
  });

  it('is read from dmidecode in a bug report', () => {
    const text =
      '# dmidecode 3.3\n\nHandle 0x0000, DMI type 0, 24 bytes\nBIOS Information\n\tVendor: SeaBIOS\n\tVersion: 1.14\n\nHandle 0x0100, DMI type 1, 27 bytes\nSystem Information\n\tManufacturer: QEMU\n\tProduct Name: Standard PC\n\nHandle 0x0300, DMI type 3\nChassis Information\n\tManufacturer: QEMU\n\tAsset Tag: OracleCloud.com\n';
    expect(parseDmidecode(text)).toMatchObject({
      sysVendor: 'QEMU',
      productName: 'Standard PC',
      biosVendor: 'SeaBIOS',
      chassisAssetTag: 'OracleCloud.com',
    });
    expect(parseDmidecode('dmidecode: command not found')).toBeUndefined();
  });
});
